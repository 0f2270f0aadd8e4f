"""Sets one value in a JSON text and leaves every other byte as it is: white space, order, repeats, how numbers look."""

import json
import re
from dataclasses import dataclass, field
from typing import TypeAlias

from inspector.core.errors import UsageError

Step: TypeAlias = str | int
"""A name in an object, or an index in a list."""

SPACE = re.compile(r"[ \t\r\n]*")
_SCAN = json.JSONDecoder()


@dataclass(slots=True)
class _Place:
    """Where a value stands in the text."""

    start: int
    end: int


@dataclass(slots=True)
class _Container:
    """The values of an object or a list, by name or index; of a repeated name the last counts, as with most readers."""

    start: int
    end: int
    """Behind the closing bracket."""
    values: dict[Step, _Place] = field(default_factory=dict)
    colon: str = ":"
    """What stands between the first name and its value."""
    gap: str = ""
    """White space before the last member."""


def put(text: str, path: tuple[Step, ...], value: str) -> str:
    """The JSON text with `value`, itself JSON text, at the end of the path.

    A name that the last object lacks is added to it. Raises UsageError naming the place where the path leads nowhere,
    or for a text that is no JSON.
    """
    try:
        json.loads(text)
        start = _skip(text, 1 if text.startswith("\ufeff") else 0)
        place = _Place(start, _SCAN.raw_decode(text, start)[1])
    except (ValueError, RecursionError):
        raise UsageError(f"“{_written(path)}” cannot be set: the body is no JSON.") from None
    for number, step in enumerate(path):
        container = _container(text, place.start, path[:number], step)
        found = container.values.get(step)
        if found is None:
            if number == len(path) - 1 and isinstance(step, str):
                return _added(text, container, step, value)
            raise UsageError(_nowhere(path, number, container))
        place = found
    return text[: place.start] + value + text[place.end :]


def _container(text: str, start: int, before: tuple[Step, ...], step: Step) -> _Container:
    opening = "{" if isinstance(step, str) else "["
    if text[start] != opening:
        where = f"“{_written(before)}”" if before else "The body"
        wanted = "an object, so it has no names" if isinstance(step, str) else "a list, so it has no numbers"
        raise UsageError(f"“{_written((*before, step))}” cannot be set: {where} is not {wanted}.")
    container = _Container(start, start)
    place = _skip(text, start + 1)
    gap = text[start + 1 : place]
    while text[place] not in "}]":
        key: Step = len(container.values)
        if opening == "{":
            key, end = _SCAN.raw_decode(text, place)
            colon = text.index(":", end)
            value = _skip(text, colon + 1)
            if not container.values:
                container.colon = text[end:value]
        else:
            value = place
        end = _SCAN.raw_decode(text, value)[1]
        container.values[key] = _Place(value, end)
        container.gap = gap
        place = _skip(text, end)
        if text[place] == ",":
            behind = place + 1
            place = _skip(text, behind)
            gap = text[behind:place]
    container.end = place + 1
    return container


def _added(text: str, container: _Container, name: str, value: str) -> str:
    member = json.dumps(name, ensure_ascii=False) + container.colon + value
    if not container.values:
        inside = text[container.start + 1 : container.end - 1]
        return text[: container.start + 1] + inside + member + text[container.end - 1 :]
    end = max(place.end for place in container.values.values())
    return text[:end] + "," + container.gap + member + text[end:]


def _nowhere(path: tuple[Step, ...], number: int, container: _Container) -> str:
    sentence = f"“{_written(path)}” cannot be set: there is no “{_written(path[: number + 1])}”"
    if isinstance(path[number], int):
        return f"{sentence}; the list has {len(container.values)} entries, counted from [0]."
    names = ", ".join(str(name) for name in list(container.values)[:12])
    more = ", …" if len(container.values) > 12 else ""
    return f"{sentence}; there is {names}{more}." if names else f"{sentence}; the object is empty."


def _written(path: tuple[Step, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def _skip(text: str, place: int) -> int:
    found = SPACE.match(text, place)
    return found.end() if found else place
