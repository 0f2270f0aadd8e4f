"""Where a value stands among the bytes of a body, so that a view can mark it."""

import json
import re
from urllib.parse import unquote_plus

from inspector.providers.place import Place

LARGEST = 4 * 1024 * 1024
"""In larger bodies nothing is looked for."""

_SCAN = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")


def span_of(content: bytes, place: Place) -> tuple[int, int] | None:
    """The first byte of the value at a place and the one behind it; None where it is not found.

    Of a text in JSON that is what stands between its quotation marks.
    """
    if len(content) > LARGEST:
        return None
    if place.kind == "body":
        return 0, len(content)
    if place.kind == "form":
        return _in_form(content, place.name)
    if place.kind == "json":
        return _in_json(content, place.path)
    return None


def _in_form(content: bytes, name: str) -> tuple[int, int] | None:
    start = 0
    for pair in content.split(b"&"):
        key, equals, value = pair.partition(b"=")
        if equals and unquote_plus(key.decode("latin-1")) == name:
            first = start + len(key) + 1
            return first, first + len(value)
        start += len(pair) + 1
    return None


def _in_json(content: bytes, path: tuple[str, ...]) -> tuple[int, int] | None:
    try:
        text = content.decode()
        start = _skip(text, 1 if text.startswith("\ufeff") else 0)
        for step in path:
            start = _step(text, start, step)
        end = _SCAN.raw_decode(text, start)[1]
    except (ValueError, IndexError, RecursionError):
        return None
    if text[start] == '"':
        start, end = start + 1, end - 1
    before = len(text[:start].encode())
    return before, before + len(text[start:end].encode())


def _step(text: str, start: int, step: str) -> int:
    """Where the value of a name or index begins; of a repeated name the last counts. Raises ValueError, IndexError."""
    opening = text[start]
    if opening not in "{[":
        raise ValueError(step)
    found, place, number = -1, _skip(text, start + 1), 0
    while text[place] not in "}]":
        key = str(number)
        if opening == "{":
            key, place = _SCAN.raw_decode(text, place)
            place = _skip(text, text.index(":", place) + 1)
        if key == step:
            found = place
        place = _skip(text, _SCAN.raw_decode(text, place)[1])
        number += 1
        if text[place] == ",":
            place = _skip(text, place + 1)
    if found < 0:
        raise ValueError(step)
    return found


def _skip(text: str, place: int) -> int:
    match = _SPACE.match(text, place)
    return match.end() if match else place
