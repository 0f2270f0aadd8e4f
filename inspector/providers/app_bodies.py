"""What programs make of a body before they check it: the bytes, and what kind of mistake gives them."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import parse_qsl, urlencode

from inspector.core.request import Request
from inspector.core.verdict import Cause
from inspector.providers.body_variants import Decode, body_variants
from inspector.providers.dialects import as_arrays
from inspector.providers.lossless import Json, parse_verbatim
from inspector.providers.payload import FORM, FORM_FIELDS
from inspector.providers.reserialise import ESCAPES, NUMBERS, ORDERS, SPACINGS, Writer

REWRITABLE = 2 * 1024 * 1024
"""Larger bodies are not written anew: one way takes longer than a person waits."""

QUICK = 256 * 1024
"""Of larger bodies what is cheap comes first: there may be no time for all."""

Kind = Literal[
    "empty", "object", "undefined", "null", "json-python", "json-python-unicode", "json-python-compact",
    "json-python-sorted", "json-python-sorted-compact", "json-flask", "json-python-indent", "json-bare",
    "json-javascript", "json-javascript-indent", "json-php", "json-php-plain", "json-ruby", "json-rails", "json-go",
    "repr-json", "repr-bytes", "repr-form", "repr-querydict", "repr-formdata", "json-text", "base64", "form-json",
    "form-json-python", "form-python", "rewritten", "form", "newline", "endings", "charset", "decoded", "cut",
]  # fmt: skip
"""What was done to the body."""


class AppBody(NamedTuple):
    """Bytes that an app may have seen, and what it did; `words` end "the app checks …"."""

    kind: Kind
    words: str
    content: bytes


CHEAP: tuple[Kind, ...] = ("newline", "decoded", "endings")

_COMPACT, _INDENT_2, _INDENT_4 = SPACINGS[0], SPACINGS[2], SPACINGS[3]
_UNICODE, _ASCII, _PHP, _SLASHES, _HTML = (escape for _, escape in ESCAPES)
_AS_WRITTEN, _AS_JAVASCRIPT, _AS_PYTHON, _AS_PHP = (write for _, write in NUMBERS)
_AS_IS, _SORTED, _INDEXES_FIRST = (order for _, order in ORDERS)

Make: TypeAlias = Callable[[bytes], str]


def _dumps(**options: object) -> Make:
    return lambda content: json.dumps(json.loads(content), **options)  # type: ignore[arg-type]


def _written(writer: Writer, change: Callable[[Json], Json] = lambda document: document) -> Make:
    return lambda content: writer.write(change(parse_verbatim(content)))


_TIGHT = (",", ":")
_JAVASCRIPT = Writer(_COMPACT, _UNICODE, _AS_JAVASCRIPT, _INDEXES_FIRST)

OF_JSON: tuple[tuple[Kind, str, Make], ...] = (
    ("json-python", "json.dumps of the parsed body", _dumps()),
    ("json-javascript", "JSON.stringify of the parsed body", _written(_JAVASCRIPT)),
    ("json-python-unicode", "json.dumps(…, ensure_ascii=False) of the parsed body", _dumps(ensure_ascii=False)),
    ("json-python-compact", "json.dumps of the parsed body without blanks", _dumps(separators=_TIGHT)),
    (
        "json-bare",
        "the parsed body written without blanks and with characters as they are",
        _dumps(separators=_TIGHT, ensure_ascii=False),
    ),
    ("json-python-sorted", "json.dumps(…, sort_keys=True) of the parsed body", _dumps(sort_keys=True)),
    (
        "json-python-sorted-compact",
        "json.dumps(…, sort_keys=True) of the parsed body without blanks",
        _dumps(sort_keys=True, separators=_TIGHT),
    ),
    (
        "json-flask",
        "the parsed body with sorted keys, without blanks and with a line break at its end",
        lambda content: _dumps(sort_keys=True, separators=_TIGHT)(content) + "\n",
    ),
    ("json-python-indent", "json.dumps(…, indent=2) of the parsed body", _dumps(indent=2)),
    ("json-python-indent", "json.dumps(…, indent=4) of the parsed body", _dumps(indent=4)),
    (
        "json-javascript-indent",
        "JSON.stringify(…, null, 2) of the parsed body",
        _written(Writer(_INDENT_2, _UNICODE, _AS_JAVASCRIPT, _INDEXES_FIRST)),
    ),
    (
        "json-javascript-indent",
        "JSON.stringify(…, null, 4) of the parsed body",
        _written(Writer(_INDENT_4, _UNICODE, _AS_JAVASCRIPT, _INDEXES_FIRST)),
    ),
    (
        "json-php",
        "json_encode of the parsed body: slashes as \\/, characters beyond ASCII as \\uXXXX",
        _written(Writer(_COMPACT, _PHP, _AS_PHP, _AS_IS), as_arrays),
    ),
    (
        "json-php",
        "json_encode of the body parsed into objects: slashes as \\/, characters beyond ASCII as \\uXXXX",
        _written(Writer(_COMPACT, _PHP, _AS_PHP, _AS_IS)),
    ),
    (
        "json-php-plain",
        "json_encode of the parsed body with JSON_UNESCAPED_SLASHES and JSON_UNESCAPED_UNICODE",
        _written(Writer(_COMPACT, _UNICODE, _AS_PHP, _AS_IS), as_arrays),
    ),
    (
        "json-php",
        "json_encode of the parsed body with JSON_UNESCAPED_SLASHES",
        _written(Writer(_COMPACT, _ASCII, _AS_PHP, _AS_IS), as_arrays),
    ),
    (
        "json-php",
        "json_encode of the parsed body with JSON_UNESCAPED_UNICODE",
        _written(Writer(_COMPACT, _SLASHES, _AS_PHP, _AS_IS), as_arrays),
    ),
    ("json-ruby", "JSON.generate of the parsed body", _written(Writer(_COMPACT, _UNICODE, _AS_PYTHON, _AS_IS))),
    (
        "json-rails",
        "to_json of the parsed body: “<”, “>” and “&” as \\uXXXX",
        _written(Writer(_COMPACT, _HTML, _AS_PYTHON, _AS_IS)),
    ),
    (
        "json-go",
        "json.Marshal of the parsed body: keys sorted, “<”, “>” and “&” as \\uXXXX",
        _written(Writer(_COMPACT, _HTML, _AS_JAVASCRIPT, _SORTED)),
    ),
    (
        "json-go",
        "json.NewEncoder(…).Encode of the parsed body, which ends with a line break",
        lambda content: _written(Writer(_COMPACT, _HTML, _AS_JAVASCRIPT, _SORTED))(content) + "\n",
    ),
    ("repr-json", "the text that Python shows of the parsed body, str(…)", lambda content: str(json.loads(content))),
)
"""What becomes of a JSON body."""


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
        lambda content: json.dumps(_flat(_fields(content)), ensure_ascii=False, separators=_TIGHT),
    ),
    (
        "form-json-python",
        "the form's fields as JSON",
        lambda content: json.dumps(dict(_fields(content))),
    ),
    ("form-python", "the form's fields encoded again with urlencode", lambda content: urlencode(_fields(content))),
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
        made = (*OF_JSON, *(OF_FORMS if request.content_type == FORM else ()))
        for kind, words, make in sorted(made, key=lambda one: one[0] not in first):
            try:
                yield AppBody(kind, words, make(content).encode("utf-8", "surrogatepass"))
            except (ValueError, OverflowError, RecursionError):
                continue
        yield from _as_text(content)
        yield from _variants(request, content, decode, ())


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
    if not content.isascii():
        ascii_only = bytes(byte & 0x7F for byte in content)
        yield AppBody("charset", "the body is read as ASCII, which takes a bit of every other character", ascii_only)
    yield AppBody("base64", "the body still in base64, as gateways hand it on", b64encode(content))
