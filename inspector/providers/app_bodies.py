"""What programs make of a body before they check it: the bytes, and what kind of mistake gives them."""

import json
import re
from base64 import b64encode, encodebytes
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from inspector.core.request import Request
from inspector.core.verdict import Cause
from inspector.providers.app_json import MORE_OF_JSON, OF_JSON
from inspector.providers.app_kinds import Kind, Make
from inspector.providers.body_variants import Decode, body_variants
from inspector.providers.payload import FORM, FORM_FIELDS

REWRITABLE = 2 * 1024 * 1024
"""Larger bodies are not written anew: one way takes longer than a person waits."""

QUICK = 256 * 1024
"""Of larger bodies what is cheap comes first: there may be no time for all."""


class AppBody(NamedTuple):
    """Bytes that an app may have seen, and what it did; `words` end "the app checks …"."""

    kind: Kind
    words: str
    content: bytes
    also: str = ""
    """What was done beside that, as words that follow."""


CHEAP: tuple[Kind, ...] = ("newline", "decoded", "endings")


def _fields(content: bytes) -> list[tuple[str, str]]:
    return parse_qsl(content.decode(), keep_blank_values=True, strict_parsing=True, max_num_fields=FORM_FIELDS)


def _flat(pairs: Sequence[tuple[str, str]]) -> dict[str, str | list[str]]:
    """As body-parser reads a form: what is repeated is a list."""
    flat: dict[str, str | list[str]] = {}
    for name, value in pairs:
        before = flat.get(name)
        if before is None:
            flat[name] = value
        else:
            flat[name] = [*before, value] if isinstance(before, list) else [before, value]
    return flat


def _listed(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    for name, value in pairs:
        lists.setdefault(name, []).append(value)
    return lists


OF_FORMS: tuple[tuple[Kind, str, Make], ...] = (
    (
        "form-json",
        "the form's fields as JSON, JSON.stringify of them",
        lambda content: json.dumps(_flat(_fields(content)), ensure_ascii=False, separators=(",", ":")),
    ),
    (
        "form-json-python",
        "the form's fields as JSON",
        lambda content: json.dumps(dict(_fields(content))),
    ),
    ("form-python", "the form's fields encoded again with urlencode", lambda content: urlencode(_fields(content))),
    (
        "form-json",
        "the form's fields as JSON, of repeated ones the last",
        lambda content: json.dumps(dict(_fields(content)), ensure_ascii=False, separators=(",", ":")),
    ),
    (
        "form-json",
        "the form's fields as JSON, as json_encode writes them",
        lambda content: json.dumps(dict(_fields(content)), separators=(",", ":")).replace("/", "\\/"),
    ),
    (
        "form-lists",
        "the form's fields as JSON, each a list",
        lambda content: json.dumps(_listed(_fields(content))),
    ),
    (
        "form-lists",
        "the form's fields as JSON, each a list, sorted by name",
        lambda content: json.dumps(
            _listed(_fields(content)), ensure_ascii=False, separators=(",", ":"), sort_keys=True
        ),
    ),
    (
        "form-python",
        "the form's fields encoded again, of repeated ones the last",
        lambda content: urlencode(dict(_fields(content))),
    ),
    (
        "form-sorted",
        "the form's fields encoded again, sorted by name",
        lambda content: urlencode(sorted(_fields(content), key=lambda pair: pair[0])),
    ),
    (
        "form-sorted",
        "the form's fields encoded again, sorted by name, of repeated ones the last",
        lambda content: urlencode(sorted(dict(_fields(content)).items())),
    ),
    ("repr-json", "the text that Python shows of the form's fields", lambda content: str(dict(_fields(content)))),
    ("repr-form", "the text that Flask shows of the form", lambda content: f"ImmutableMultiDict({_fields(content)})"),
    (
        "repr-querydict",
        "the text that Django shows of the form",
        lambda content: f"<QueryDict: {_listed(_fields(content))}>",
    ),
    ("repr-formdata", "the text that Starlette shows of the form", lambda content: f"FormData({_fields(content)})"),
)
"""What becomes of a form."""

FIXED: tuple[AppBody, ...] = (
    AppBody("empty", "nothing: the body was already read by something else", b""),
    AppBody("object", "the text “[object Object]”, an object that was made a text", b"[object Object]"),
    AppBody("object", "the text “[object ReadableStream]”, a stream that was made a text", b"[object ReadableStream]"),
    AppBody("object", "the text “[object FormData]”, a form that was made a text", b"[object FormData]"),
    AppBody("undefined", "the text “undefined”: no parser took the body", b"undefined"),
    AppBody("null", "the text “null”", b"null"),
    AppBody("null", "the text “None”", b"None"),
    AppBody("null", "“{}”: no parser took the body", b"{}"),
)
"""What does not depend on the body."""

_KINDS: dict[Cause, Kind] = {
    "body-trailing-newline": "newline",
    "body-line-endings": "endings",
    "body-charset": "charset",
    "body-decoded": "decoded",
}


def app_bodies(request: Request, content: bytes, decode: Decode | None, first: Sequence[str]) -> Iterator[AppBody]:
    """The bytes that apps make of a body, kinds in `first` before others. Those of a large body that are cheap only."""
    yield from FIXED
    if len(content) > QUICK:
        yield from _variants(request, content, decode, CHEAP)
    if len(content) <= REWRITABLE:
        own = [way for way in MORE_OF_JSON if way[0] in first]
        yield from _made(content, (*OF_JSON, *own, *(OF_FORMS if request.content_type == FORM else ())), first)
        yield from _as_text(content)
        yield from _made(content, [way for way in MORE_OF_JSON if way[0] not in first], first)
        yield from _twice(content, first)
        yield from _variants(request, content, decode, ())


def _made(content: bytes, ways: Sequence[tuple[Kind, str, Make]], first: Sequence[str]) -> Iterator[AppBody]:
    for kind, words, make in sorted(ways, key=lambda one: one[0] not in first):
        try:
            yield AppBody(kind, words, make(content).encode("utf-8", "surrogatepass"))
        except (ValueError, OverflowError, RecursionError):
            continue


def _twice(content: bytes, first: Sequence[str]) -> Iterator[AppBody]:
    """What was written anew, with a line break behind it, or written as JSON once more."""
    if len(content) > QUICK:
        return
    for body in _made(content, OF_JSON, first):
        yield body._replace(content=body.content + b"\n", also=", with a line break behind it")
        text = body.content.decode(errors="replace")
        ascii_only = json.dumps(text)
        for written in (ascii_only, ascii_only.replace("/", "\\/"), json.dumps(text, ensure_ascii=False)):
            yield body._replace(
                content=written.encode("utf-8", "replace"), also=", written as JSON a second time, in quotation marks"
            )


def _variants(request: Request, content: bytes, decode: Decode | None, only: Sequence[Kind]) -> Iterator[AppBody]:
    """The variants that are searched in a diagnosis; with `only` those before the first of another kind."""
    for variant in body_variants(request, content, decode):
        kind = _KINDS.get(variant.causes[0]) or ("form" if request.content_type == FORM else "rewritten")
        if only and kind not in only:
            return
        yield AppBody(kind, variant.words[0], variant.content)


def _as_text(content: bytes) -> Iterator[AppBody]:
    text = content.decode(errors="replace")
    yield AppBody("repr-bytes", "the text that Python shows of the bytes, with b'…' around it", repr(content).encode())
    yield AppBody("json-text", "the body as a JSON text in quotation marks", json.dumps(text).encode())
    plain = json.dumps(text, ensure_ascii=False).encode("utf-8", "replace")
    yield AppBody("json-text", "the body as a JSON text in quotation marks", plain)
    slashed = json.dumps(text).replace("/", "\\/").encode()
    yield AppBody("json-text", "the body as a JSON text in quotation marks", slashed)
    for character in b"<>&":
        plain = plain.replace(bytes([character]), b"\\u%04x" % character)
    yield AppBody("json-text", "the body as a JSON text in quotation marks, “<”, “>” and “&” as \\uXXXX", plain)
    for encoding, order in (("utf-16-le", "little"), ("utf-16-be", "big")):
        wide = text.encode(encoding, "replace")
        yield AppBody("charset", f"the body is written in UTF-16, {order}-endian", wide)
        mark = "\ufeff".encode(encoding)
        yield AppBody("charset", f"the body is written in UTF-16, {order}-endian, with a byte order mark", mark + wide)
    if not content.isascii():
        ascii_only = bytes(byte & 0x7F for byte in content)
        yield AppBody("charset", "the body is read as ASCII, which takes a bit of every other character", ascii_only)
        left = re.sub(rb"[\x80-\xff]", b"", content)
        yield AppBody("charset", "the body is read as ASCII, without all other characters", left)
        for mark, name in ((b"\xef\xbf\xbd", "U+FFFD"), (b"?", "“?”")):
            marked = re.sub(rb"[\x80-\xff]", mark, content)
            yield AppBody("charset", f"the body is read as ASCII, with {name} for every other byte", marked)
    encoded = b64encode(content)
    yield AppBody("base64", "the body still in base64, as gateways hand it on", encoded)
    yield AppBody("base64", "the body in base64 in quotation marks, a JSON text of its bytes", b'"' + encoded + b'"')
    yield AppBody("base64", "the body in base64, in lines", encodebytes(content))
    for size, ending in ((60, b"\n"), (76, b"\r\n")):
        lines = (encoded[start : start + size] + ending for start in range(0, len(encoded), size))
        yield AppBody("base64", "the body in base64, in lines", b"".join(lines))
