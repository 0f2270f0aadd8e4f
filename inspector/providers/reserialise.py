"""A JSON document written again the way other programs would have written it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from json.encoder import encode_basestring, encode_basestring_ascii

from inspector.providers.flat_json import FlatJson
from inspector.providers.lossless import Json, Number, parse_verbatim

MOST_EXACT = 2**53
"""Whole numbers above this lose digits in JavaScript."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """White space between tokens; with an indent every entry has a line of its own."""

    words: str
    comma: str
    colon: str
    indent: str | None = None


SPACINGS = (
    Spacing("compactly, as JSON.stringify does", ",", ":"),
    Spacing("with a blank after each comma and colon, as Python's json.dumps does", ", ", ": "),
    Spacing("indented by 2 blanks", ",", ": ", "  "),
    Spacing("indented by 4 blanks", ",", ": ", "    "),
    Spacing("indented by tabs", ",", ": ", "\t"),
    Spacing("with a blank after each colon", ",", ": "),
)


def _escape_slashes(text: str) -> str:
    return encode_basestring(text).replace("/", "\\/")


def _escape_as_php(text: str) -> str:
    return encode_basestring_ascii(text).replace("/", "\\/")


def _escape_for_html(text: str) -> str:
    quoted = encode_basestring(text).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return quoted.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


ESCAPES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("", encode_basestring),
    ("characters beyond ASCII as \\uXXXX", encode_basestring_ascii),
    ("slashes as \\/ and characters beyond ASCII as \\uXXXX, as PHP's json_encode does", _escape_as_php),
    ("slashes as \\/", _escape_slashes),
    ("“<”, “>” and “&” as \\uXXXX, as Go does", _escape_for_html),
)


def _as_javascript(number: str) -> str:
    """A number as JavaScript writes it after reading it (ECMAScript, Number::toString)."""
    value = float(number)
    if value != value or value in (float("inf"), float("-inf")):
        return "null"
    if value.is_integer() and abs(value) < 1e21:
        return _shortest(int(value)) if abs(value) > MOST_EXACT else str(int(value))
    text = repr(value)
    mantissa, e, exponent = text.partition("e")
    if not e:
        return text
    if -7 < int(exponent) < 0:
        return f"{value:.{len(mantissa.replace('-', '').replace('.', '')) - 1 - int(exponent)}f}"
    return f"{mantissa}e{int(exponent):+d}"


def _shortest(value: int) -> str:
    """A large whole number in the fewest digits that give the same double, filled with zeros."""
    mantissa, e, exponent = repr(float(value)).partition("e")
    if not e:
        return str(int(float(mantissa)))
    digits = mantissa.replace(".", "").replace("-", "")
    return ("-" if value < 0 else "") + digits.ljust(int(exponent) + 1, "0")


def _as_python(number: str) -> str:
    return number if number.lstrip("-").isdigit() else repr(float(number))


def _as_php(number: str) -> str:
    """A number as json_encode writes what json_decode read, with serialize_precision -1 (PHP 7.1 and later)."""
    if number.lstrip("-").isdigit() and -(2**63) <= int(number) < 2**63:
        return number
    value = float(number)
    if value.is_integer() and abs(value) < 1e17:
        return f"{value:.0f}"
    mantissa, e, exponent = repr(value).partition("e")
    if not e:
        return mantissa
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}e{int(exponent):+d}"


def _as_written(number: str) -> str:
    return number


NUMBERS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("", _as_written),
    ("numbers as JavaScript writes them", _as_javascript),
    ("numbers as Python writes them", _as_python),
    ("numbers as PHP writes them", _as_php),
)


def _indexes_first(names: Iterable[str]) -> list[str]:
    """JavaScript lists keys that are indexes first, in order (ECMAScript, OrdinaryOwnPropertyKeys)."""
    names = list(names)
    indexes = [name for name in names if name.isascii() and name.isdigit() and (name == "0" or name[0] != "0")]
    return sorted(indexes, key=int) + [name for name in names if name not in set(indexes)]


_INDEX = re.compile(rb'"\d{1,9}"\s*:')
ORDERS: tuple[tuple[str, Callable[[Iterable[str]], list[str]]], ...] = (
    ("", list),
    ("the keys sorted", sorted),
    ("keys that are numbers first, as in JavaScript", _indexes_first),
)


def endless() -> bool:
    """There is always time for more."""
    return True


def rewritten(content: bytes, goes_on: Callable[[], bool] = endless) -> Iterator[tuple[str, bytes]]:
    """Each way to write the document of a body that gives other bytes, with words that end "the body is written …".

    Most ways give the same bytes as another: `goes_on` is asked before each is tried.
    """
    try:
        document = parse_verbatim(content)
    except ValueError:
        return
    if not isinstance(document, dict | list):
        return
    seen = {content}
    flat: dict[str, FlatJson] = {}
    escaped = b"\\u" in content
    orders = ORDERS if _INDEX.search(content) else ORDERS[:-1]
    for (numbers, number), (order, arrange), (escapes, escape), spacing in product(NUMBERS, orders, ESCAPES, SPACINGS):
        if not goes_on():
            return
        if number is _as_php and spacing not in (SPACINGS[0], SPACINGS[3]):
            continue
        try:
            if order not in flat:
                flat[order] = FlatJson(document, arrange)
            text = flat[order].write(escape, number, comma=spacing.comma, colon=spacing.colon, indent=spacing.indent)
            variant = text.encode("utf-8", "surrogatepass")
        except (ValueError, OverflowError, RecursionError):
            continue
        if variant in seen:
            continue
        if len(variant) < 100_000:
            seen.add(variant)
        plain = "characters beyond ASCII written out" if escaped and not escapes else ""
        yield ", ".join(filter(None, (spacing.words, order, escapes or plain, numbers))), variant


class Writer:
    """Writes one document in one style."""

    def __init__(
        self,
        spacing: Spacing,
        escape: Callable[[str], str],
        number: Callable[[str], str],
        arrange: Callable[[Iterable[str]], list[str]],
    ) -> None:
        self._spacing = spacing
        self._escape = escape
        self._number = number
        self._arrange = arrange

    def write(self, value: Json, level: int = 0) -> str:
        """The text of a value. Raises ValueError or OverflowError for a number that the style cannot write."""
        if isinstance(value, Number):
            return self._number(value)
        if isinstance(value, str):
            return self._escape(value)
        if value is None:
            return "null"
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int):
            return self._number(str(value))
        if isinstance(value, dict):
            colon = self._spacing.colon
            names = self._arrange(value)
            entries = [self._escape(name) + colon + self.write(value[name], level + 1) for name in names]
            return self._lines("{", entries, "}", level)
        return self._lines("[", [self.write(entry, level + 1) for entry in value], "]", level)

    def _lines(self, opening: str, entries: list[str], closing: str, level: int) -> str:
        indent, comma = self._spacing.indent, self._spacing.comma
        if indent is None or not entries:
            return opening + comma.join(entries) + closing
        inner = "\n" + indent * (level + 1)
        return opening + inner + (comma + inner).join(entries) + "\n" + indent * level + closing
