"""What an app lost, added or changed of the fields of a JSON body that was parsed and written again."""

from collections.abc import Iterator
from typing import NamedTuple

from inspector.providers.frameworks import Framework
from inspector.providers.line import one_line
from inspector.providers.lossless import Json, Number, parse

LARGEST = 2 * 1024 * 1024
"""Larger bodies are not compared field by field."""
NAMED = 5
"""Fields that are named; of the others only the number is said."""
ROUTED = frozenset(("controller", "action"))


class Apart(NamedTuple):
    """One field in which two documents differ."""

    path: str
    what: str
    """missing, added, trimmed, made null or changed."""


def fields_apart(came: bytes, seen: bytes, framework: Framework | None) -> str:
    """Sentences about the fields; empty where one is no JSON document, or where all fields are the same."""
    if len(came) > LARGEST or len(seen) > LARGEST:
        return ""
    try:
        one, other = parse(came), parse(seen)
        if not isinstance(one, dict | list) or type(one) is not type(other):
            return ""
        found = list(_apart(one, other, ""))
    except (ValueError, RecursionError):
        return ""
    sentences = []
    for what, singular, plural in (
        ("missing", "a field is missing", "fields are missing"),
        ("added", "a field is added", "fields are added"),
        ("trimmed", "a text is trimmed", "texts are trimmed"),
        ("made null", "an empty text is null", "empty texts are null"),
        ("changed", "a value is another", "values are others"),
    ):
        paths = [apart.path for apart in found if apart.what == what]
        if paths:
            more = f" and {len(paths) - NAMED:,} more" if len(paths) > NAMED else ""
            words = singular if len(paths) == 1 else plural
            shown = ", ".join(one_line(path, 60) for path in paths[:NAMED])
            sentences.append(f"{words}: {shown}{more}")
    if not sentences:
        return ""
    told = "; ".join(sentences)
    return f"Field by field, {told}.{_because(found, framework)}"


def _because(found: list[Apart], framework: Framework | None) -> str:
    whats = {apart.what for apart in found}
    name = framework.id if framework is not None else ""
    if name == "laravel" and whats <= {"trimmed", "made null"}:
        return " That is what TrimStrings and ConvertEmptyStringsToNull do to $request->all()."
    if name == "rails" and {apart.path for apart in found if apart.what == "added"} >= ROUTED:
        return " Those are of the route: params holds them beside the body, request.request_parameters does not."
    if name == "go" and whats == {"missing"}:
        return " A struct keeps only the fields that it names."
    return ""


def _apart(one: Json, other: Json, path: str) -> Iterator[Apart]:
    if isinstance(one, dict) and isinstance(other, dict):
        for name, value in one.items():
            inner = f"{path}.{name}" if path else name
            if name in other:
                yield from _apart(value, other[name], inner)
            else:
                yield Apart(inner, "missing")
        yield from (Apart(f"{path}.{name}" if path else name, "added") for name in other if name not in one)
    elif isinstance(one, list) and isinstance(other, list):
        for number, value in enumerate(one):
            if number < len(other):
                yield from _apart(value, other[number], f"{path}[{number}]")
            else:
                yield Apart(f"{path}[{number}]", "missing")
        yield from (Apart(f"{path}[{number}]", "added") for number in range(len(one), len(other)))
    elif not _same(one, other):
        yield Apart(path, _how(one, other))


def _how(one: Json, other: Json) -> str:
    if one == "" and other is None:
        return "made null"
    if isinstance(one, str) and isinstance(other, str) and one.strip(" \t\n\r\0\x0b") == other:
        return "trimmed"
    return "changed"


def _same(one: Json, other: Json) -> bool:
    if type(one) is type(other) and one == other:
        return True
    if isinstance(one, dict | list) and isinstance(other, dict | list):
        return not one and not other  # PHP's empty array
    # Written in another way, a number is the same: 1.50 and 1.5.
    numbers = [value for value in (one, other) if isinstance(value, Number) or type(value) is int]
    return len(numbers) == 2 and float(numbers[0]) == float(numbers[1])
