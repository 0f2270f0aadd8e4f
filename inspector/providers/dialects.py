"""What single programs make of a JSON document beside the usual ways: PHP's lists, .NET's and Gson's escapes."""

from collections.abc import Callable, Iterator
from json.encoder import encode_basestring, encode_basestring_ascii

from inspector.providers.lossless import Json, parse_verbatim
from inspector.providers.reserialise import ESCAPES, NUMBERS, ORDERS, SPACINGS, Writer, endless, rewritten

_COMPACT, _INDENT_2, _INDENT_4 = SPACINGS[0], SPACINGS[2], SPACINGS[3]
_AS_WRITTEN, _AS_PYTHON, _AS_PHP = (NUMBERS[place][1] for place in (0, 2, 3))
_UNICODE, _ASCII, _PHP, _SLASHES = (escape for _, escape in ESCAPES[:4])
_AS_IS = ORDERS[0][1]

DOT_NET = {ord(one): f"\\u{ord(one):04X}" for one in "<>&'+`\x7f"}
"""What System.Text.Json escapes of ASCII beside the rest (JavaScriptEncoder.Default)."""
GSON = {ord(one): f"\\u{ord(one):04x}" for one in "<>&='\u2028\u2029"}
"""What Gson escapes unless disableHtmlEscaping was called."""


def _escape_as_dot_net(text: str) -> str:
    parts: list[str] = []
    quoted = encode_basestring(text)[1:-1].replace('\\"', "\\u0022").translate(DOT_NET)
    for character in quoted:
        if character.isascii():
            parts.append(character)
        else:
            units = character.encode("utf-16-be", "surrogatepass")
            parts += [f"\\u{units[at : at + 2].hex().upper()}" for at in range(0, len(units), 2)]
    return f'"{"".join(parts)}"'


def _escape_as_gson(text: str) -> str:
    return encode_basestring(text).translate(GSON)


def _escape_upper(text: str) -> str:
    """Escapes as `\\u00EB` where most programs write `\\u00eb`."""
    quoted = encode_basestring_ascii(text)
    pieces = quoted.split("\\u")
    return pieces[0] + "".join(f"\\u{piece[:4].upper()}{piece[4:]}" for piece in pieces[1:])


class RubyWriter(Writer):
    """JSON.pretty_generate of Ruby up to 3.3, which gives what is empty lines of its own, too."""

    def _lines(self, opening: str, entries: list[str], closing: str, level: int) -> str:
        if entries:
            return Writer._lines(self, opening, entries, closing, level)
        return f"{opening}{chr(10) * (1 if opening == '{' else 2)}{'  ' * level}{closing}"


def as_arrays(document: Json) -> Json:
    """As PHP reads objects into arrays: what is empty, or numbered from 0, is written as a list."""
    if isinstance(document, dict):
        inner = {name: as_arrays(value) for name, value in document.items()}
        is_list = all(name == str(number) for number, name in enumerate(inner))
        return list(inner.values()) if is_list else inner
    return [as_arrays(value) for value in document] if isinstance(document, list) else document


_DOT_NET = "escaped as .NET's System.Text.Json does"
_CAPITALS = "characters beyond ASCII as \\uXXXX in capitals"
_GSON = "“<”, “>”, “&”, “=” and “'” as \\uXXXX, as Gson does"
_ARRAYS = "by PHP's json_encode, empty objects as []"
_WAYS: tuple[tuple[str, Writer, Callable[[Json], Json] | None], ...] = (
    (_ARRAYS, Writer(_COMPACT, _PHP, _AS_PHP, _AS_IS), as_arrays),
    (f"{_ARRAYS}, slashes and characters as they are", Writer(_COMPACT, _UNICODE, _AS_PHP, _AS_IS), as_arrays),
    (f"{_ARRAYS}, slashes as they are", Writer(_COMPACT, _ASCII, _AS_PHP, _AS_IS), as_arrays),
    (f"{_ARRAYS}, characters beyond ASCII as they are", Writer(_COMPACT, _SLASHES, _AS_PHP, _AS_IS), as_arrays),
    (f"{_ARRAYS}, indented by 4 blanks", Writer(_INDENT_4, _PHP, _AS_PHP, _AS_IS), as_arrays),
    ("with empty objects as []", Writer(_COMPACT, _UNICODE, _AS_WRITTEN, _AS_IS), as_arrays),
    (f"compactly, {_DOT_NET}", Writer(_COMPACT, _escape_as_dot_net, _AS_WRITTEN, _AS_IS), None),
    (f"indented by 2 blanks, {_DOT_NET}", Writer(_INDENT_2, _escape_as_dot_net, _AS_WRITTEN, _AS_IS), None),
    (f"compactly, {_CAPITALS}", Writer(_COMPACT, _escape_upper, _AS_WRITTEN, _AS_IS), None),
    (f"compactly, {_GSON}", Writer(_COMPACT, _escape_as_gson, _AS_WRITTEN, _AS_IS), None),
    ("by Ruby's JSON.pretty_generate", RubyWriter(_INDENT_2, _UNICODE, _AS_PYTHON, _AS_IS), None),
)
"""Words that end "the body is written …", the writer, and what becomes of the document first."""


def every_way(content: bytes, goes_on: Callable[[], bool] = endless) -> Iterator[tuple[str, bytes]]:
    """The usual ways to write the document of a body anew, then those of single programs; some may come twice.

    `goes_on` is asked before each.
    """
    yield from rewritten(content, goes_on)
    try:
        document = parse_verbatim(content)
    except ValueError:
        return
    if not isinstance(document, dict | list):
        return
    for words, writer, change in _WAYS:
        if not goes_on():
            return
        try:
            changed = document if change is None else change(document)
            if change is not None and changed == document:
                continue
            variant = writer.write(changed).encode("utf-8", "surrogatepass")
        except (ValueError, OverflowError, RecursionError):
            continue
        if variant != content:
            yield words, variant
