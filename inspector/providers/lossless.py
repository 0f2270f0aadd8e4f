"""JSON read without loss: whole numbers of any size, fractions as the text that came."""

import json
from collections.abc import Callable
from typing import TypeAlias


class Number(str):
    """A JSON number kept as it was written: `1.50`, `1E3`."""

    __slots__ = ()


Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"
"""A parsed document; a number is an int or a Number, never a float."""

_Scan: TypeAlias = Callable[[str, int], tuple[Json, int]]


def _scanner(decoder: json.JSONDecoder) -> _Scan:
    scan: _Scan = vars(decoder)["scan_once"]  # what `decode` calls, without its search for white space around
    return scan


_PARSE = _scanner(json.JSONDecoder(parse_float=Number, parse_constant=Number))
_PARSE_VERBATIM = _scanner(json.JSONDecoder(parse_float=Number, parse_int=Number, parse_constant=Number))


def parse(content: bytes) -> Json:
    """Read a document in UTF-8, with or without a byte order mark. Raises ValueError where it is none.

    Bytes that are not UTF-8 inside strings are read as U+FFFD, so that the rest stays readable.
    """
    return _read(_PARSE, content)


def parse_verbatim(content: bytes) -> Json:
    """Read a document and keep whole numbers as their text too. Raises ValueError."""
    return _read(_PARSE_VERBATIM, content)


def _read(scan: _Scan, content: bytes) -> Json:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = content.decode(errors="replace")
    text = text.lstrip("\ufeff \t\r\n")
    try:
        document, end = scan(text, 0)
    except StopIteration as error:
        raise json.JSONDecodeError("Expecting value", text, error.value) from error
    except RecursionError as error:
        raise ValueError("the document is nested too deeply") from error
    if end != len(text) and text[end:].strip(" \t\r\n"):
        raise json.JSONDecodeError("Extra data", text, end)
    return document
