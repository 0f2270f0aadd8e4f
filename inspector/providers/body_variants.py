"""Bodies that a sender may have signed instead of the one that arrived."""

import gzip
import unicodedata
import zlib
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias
from urllib.parse import parse_qsl, quote, quote_plus, unquote_to_bytes

from inspector.core.request import Request
from inspector.core.verdict import Cause
from inspector.providers.dialects import every_way
from inspector.providers.payload import FORM, FORM_FIELDS, JSON_STARTS
from inspector.providers.reserialise import endless

Decode: TypeAlias = Callable[[bytes, str], bytes]
"""Undoes a content encoding: a body and the value of Content-Encoding. May raise ValueError or OSError."""

CHANGEABLE = 256 * 1024
"""Larger bodies are not written anew in a search, nor compressed again: that takes longer than the search may."""

GZIP = b"\x1f\x8b"
"""How gzip begins: some senders forget to say that they compressed."""

WRITTEN = "the body is written "
"""How the words begin of a document that is written anew."""

KEEPABLE = 64 * 1024
"""Variants of larger bodies are made again when they are needed again."""


class BodyVariant(NamedTuple):
    """Other bytes, why the sender might have signed them, and words that follow "when"."""

    causes: tuple[Cause, ...]
    words: tuple[str, ...]
    content: bytes


def _one(cause: Cause, words: str, content: bytes) -> BodyVariant:
    return BodyVariant((cause,), (words,), content)


class Bodies:
    """The variants of one body, which can be gone through several times; those of small bodies are made only once."""

    def __init__(
        self, request: Request, content: bytes, decode: Decode | None, goes_on: Callable[[], bool] = endless
    ) -> None:
        """`goes_on` is asked before each variant is made; there are no more once it says no."""
        self._request = request
        self._content = content
        self._decode = decode
        self._goes_on = goes_on
        self._kept: list[BodyVariant] | None = None

    def __iter__(self) -> Iterator[BodyVariant]:
        if self._kept is not None:
            yield from self._kept
            return
        kept: list[BodyVariant] = []
        for variant in self._made():
            if len(self._content) <= KEEPABLE:
                kept.append(variant)
            yield variant
            if not self._goes_on():
                return
        if kept:
            self._kept = kept

    @property
    def likely(self) -> Iterator[BodyVariant]:
        """Of a body of which few variants can be tried: what is lost or added most often; else nothing."""
        if len(self._content) > KEEPABLE:
            yield from _newlines(self._content)

    def _made(self) -> Iterator[BodyVariant]:
        yield from _cheap(self._request, self._content, self._decode)
        if len(self._content) <= CHANGEABLE:
            yield from _dear(self._request, self._content, self._goes_on)

    def pairs(self) -> Iterator[BodyVariant]:
        """Two changes that programs make together: a document written anew, with a line break behind it."""
        for words, variant in self._rewritten():
            yield BodyVariant(
                ("body-reserialised", "body-trailing-newline"),
                (words, "a line break is added at its end"),
                variant + b"\n",
            )

    def count(self) -> tuple[int | None, int]:
        """How many variants and pairs there are; None where they are not known without making them."""
        if self._kept is None:
            return None, 0
        return len(self._kept), sum(1 for _ in self._rewritten())

    def _rewritten(self) -> Iterator[tuple[str, bytes]]:
        if self._kept is not None:
            for one in self._kept:
                if one.causes == ("body-reserialised",) and one.words[0].startswith(WRITTEN):
                    yield one.words[0], one.content
            return
        if len(self._content) <= CHANGEABLE:
            for words, variant in every_way(self._content, self._goes_on):
                yield WRITTEN + words, variant


def body_variants(request: Request, content: bytes, decode: Decode | None) -> Iterator[BodyVariant]:
    """All variants of a body, the likely ones first; none equals the body that arrived."""
    yield from _cheap(request, content, decode)
    yield from _dear(request, content, endless)


def _cheap(request: Request, content: bytes, decode: Decode | None) -> Iterator[BodyVariant]:
    yield from _newlines(content)
    encoding = _encoding_of(request, content)
    if encoding and decode is not None:
        yield from _decoded(content, encoding, decode)
    yield from _line_endings(content)
    yield from _charsets(content)


def _dear(request: Request, content: bytes, goes_on: Callable[[], bool]) -> Iterator[BodyVariant]:
    for words, variant in every_way(content, goes_on):
        yield _one("body-reserialised", WRITTEN + words, variant)
    if request.content_type == FORM:
        yield from _forms(content)
    elif content.lstrip()[:1] in JSON_STARTS:
        yield from _as_form(content)
    if not _encoding_of(request, content):
        yield from _packed(content)


def _encoding_of(request: Request, content: bytes) -> str:
    return request.headers.get("content-encoding") or ("gzip" if content.startswith(GZIP) else "")


def _newlines(content: bytes) -> Iterator[BodyVariant]:
    for ending, name in ((b"\n", "a line break"), (b"\r\n", "a carriage return and a line break")):
        if content.endswith(ending):
            words = f"the body is taken without {name} at its end"
            yield _one("body-trailing-newline", words, content[: -len(ending)])
    stripped = content.rstrip(b"\r\n")
    if stripped != content:
        words = "the body is taken without the line breaks at its end"
        yield _one("body-trailing-newline", words, stripped)
    bare = content.strip(b" \t\r\n")
    if bare != stripped:
        words = "the body is taken without the white space around it"
        yield _one("body-trailing-newline", words, bare)
    for ending, name in ((b"\n", "a line break is"), (b"\r\n", "a carriage return and a line break are")):
        yield _one("body-trailing-newline", f"{name} added at the end of the body", content + ending)


def _line_endings(content: bytes) -> Iterator[BodyVariant]:
    unix = content.replace(b"\r\n", b"\n")
    if unix != content:
        yield _one("body-line-endings", "the line breaks of the body are LF, not CRLF", unix)
    windows = unix.replace(b"\n", b"\r\n")
    if windows != content:
        yield _one("body-line-endings", "the line breaks of the body are CRLF, not LF", windows)
    if b"\n" in content or b"\r" in content:
        flat = content.replace(b"\r", b"").replace(b"\n", b"")
        yield _one("body-line-endings", "all line breaks are taken out of the body", flat)


def _decoded(content: bytes, encoding: str, decode: Decode) -> Iterator[BodyVariant]:
    try:
        inner = decode(content, encoding)
    except (ValueError, OSError):
        return
    if inner != content:
        yield _one("body-decoded", f"the body is taken after its {encoding[:40]} encoding was undone", inner)


def _packed(content: bytes) -> Iterator[BodyVariant]:
    if not content or len(content) > CHANGEABLE:
        return
    for level in (6, 9, 1):
        packed = gzip.compress(content, level, mtime=0)
        yield _one("body-decoded", "the body is taken as it was before gzip was undone", packed)
    packed = zlib.compress(content)
    yield _one("body-decoded", "the body is taken as it was before deflate was undone", packed)


def _forms(content: bytes) -> Iterator[BodyVariant]:
    text = content.decode("latin-1")
    try:
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=FORM_FIELDS)
    except ValueError:
        return
    for name, value in pairs:
        if name in ("payload", "json", "data"):
            words = f"the value of the form's field “{name}” is taken for the body"
            yield _one("body-decoded", words, value.encode("utf-8", "replace"))
    plain = unquote_to_bytes(content.replace(b"+", b" "))
    if plain != content:
        yield _one("body-decoded", "the body is taken after its %XX were decoded", plain)
    for write, words in ((quote_plus, "blanks as “+”"), (quote, "blanks as “%20”"), (_as_browsers, "only few escapes")):
        again = _form(pairs, write)
        if again != content:
            yield _one("body-reserialised", f"the form is written again, with {words}", again)
    ordered = _form(sorted(pairs), quote_plus)
    if ordered != content:
        yield _one("body-reserialised", "the form is written again, its fields sorted by name", ordered)


def _form(pairs: list[tuple[str, str]], write: Callable[[str], str]) -> bytes:
    return "&".join(f"{write(name)}={write(value)}" for name, value in pairs).encode()


def _as_form(content: bytes) -> Iterator[BodyVariant]:
    """A document that was sent as the field of a form, and arrived as the document alone."""
    for write, spaces in ((quote_plus, "“+”"), (quote, "“%20”")):
        for name in ("payload", "json"):
            words = f"the body is the field “{name}” of a form, with blanks as {spaces}"
            yield _one("body-decoded", words, f"{name}={write(content, safe='')}".encode())


def _as_browsers(text: str) -> str:
    """As encodeURIComponent leaves it: `!'()*~` stay."""
    return quote(text, safe="!'()*~")


def _charsets(content: bytes) -> Iterator[BodyVariant]:
    if content.startswith(BOM_UTF8):
        words = "the body is taken without its byte order mark"
        yield _one("body-charset", words, content.removeprefix(BOM_UTF8))
    else:
        yield _one("body-charset", "a byte order mark is put before the body", BOM_UTF8 + content)
    if content.isascii():
        return
    twice = content.decode("latin-1").encode()
    yield _one("body-charset", "the body is read as Latin-1 and written as UTF-8", twice)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        windows = content.decode("cp1252", "replace").encode()
        if windows != twice:
            yield _one("body-charset", "the body is read as Windows-1252 and written as UTF-8", windows)
        lossy = content.decode(errors="replace").encode()
        yield _one("body-charset", "bytes that are not UTF-8 are replaced by U+FFFD", lossy)
        return
    for form, words in (("NFC", "composed"), ("NFD", "decomposed")):
        normal = unicodedata.normalize(form, text)  # type: ignore[arg-type]
        if normal != text:
            yield _one("body-charset", f"the accents in the body are {words} ({form})", normal.encode())
    yield from _once(text)
    for charset, name in (
        ("latin-1", "Latin-1"),
        ("cp1252", "Windows-1252"),
        ("utf-16-le", "UTF-16"),
        ("ascii", "ASCII"),
    ):
        yield _one("body-charset", f"the body is written in {name}", text.encode(charset, "replace"))


def _once(text: str) -> Iterator[BodyVariant]:
    """A text in UTF-8 that was taken for another encoding and written in UTF-8 again, as it was before."""
    for charset in ("latin-1", "cp1252"):
        try:
            once = text.encode(charset).decode().encode()
        except UnicodeError:
            continue
        yield _one("body-charset", "a second encoding in UTF-8 is undone", once)
