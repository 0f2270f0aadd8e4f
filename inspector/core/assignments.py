"""Assignments as `--set` takes them: `data.object.amount:=4200` (JSON), `data.object.currency=eur` (text).

A path has names between dots and indexes in brackets: `items[0].sku`. Of a form, in parts or not, the whole path is the
name of a field, or leads into a field that holds JSON: `payload.user.id`. Everything but the place that is set stays
byte for byte as it was; a field of a form is percent-encoded anew, one in parts is not encoded.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote_plus, unquote_plus

from inspector.core.errors import UsageError
from inspector.core.json_splice import Step, put
from inspector.core.multipart_splice import MULTIPART, boundary_of, text_fields, with_field

FORM: Final = "application/x-www-form-urlencoded"
STEP = re.compile(r"(?P<dot>\.)?(?:(?P<name>[^.\[\]]+)|\[(?P<index>[0-9]+)\])")
EXAMPLE = "Write it like data.object.currency=eur or data.object.amount:=4200."


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One value for one place."""

    path: str
    json: str
    """The value as JSON text, with numbers as they were written."""

    @property
    def text(self) -> str:
        """The value as text: of a JSON text what it says, of anything else how it is written."""
        value = json.loads(self.json)
        return value if isinstance(value, str) else self.json


def parse_assignment(written: str) -> Assignment:
    """Read `path=text` or `path:=json`. Raises UsageError."""
    path, equals, value = written.partition("=")
    as_json = path.endswith(":")
    path = path.removesuffix(":").strip()
    if not equals or not path:
        raise UsageError(f"“{written}” sets nothing. {EXAMPLE}")
    if not as_json:
        return Assignment(path=path, json=json.dumps(value, ensure_ascii=False))
    try:
        json.loads(value, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise UsageError(
            f'Behind “{path}:=” JSON is expected, as 4200, true, null or "text"; “{value}” is none.'
        ) from None
    return Assignment(path=path, json=value.strip())


def assign(body: bytes, content_type: str, assignments: Iterable[Assignment]) -> bytes:
    """The body with every assignment made, in order. Raises UsageError that names the place that is not there."""
    kind = content_type.partition(";")[0].strip().lower()
    boundary = boundary_of(content_type) if kind == MULTIPART else b""
    for assignment in assignments:
        if boundary:
            body = _assign_part(body, boundary, assignment)
        else:
            body = _assign_field(body, assignment) if kind == FORM else _assign_json(body, assignment)
    return body


def steps_of(path: str) -> tuple[Step, ...]:
    """The steps of a path: `items[0].sku` is `("items", 0, "sku")`. Raises UsageError."""
    steps: list[Step] = []
    place = 0
    while place < len(path):
        found = STEP.match(path, place)
        if found is None or (found["dot"] is None) is (place > 0 and found["name"] is not None):
            raise UsageError(f"The path “{path}” cannot be read at “{path[place:]}”. {EXAMPLE}")
        steps.append(found["name"] if found["index"] is None else int(found["index"]))
        place = found.end()
    return tuple(steps)


def _assign_json(body: bytes, assignment: Assignment) -> bytes:
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise UsageError(f"“{assignment.path}” cannot be set: the body is no text in UTF-8.") from None
    return put(text, steps_of(assignment.path), assignment.json).encode("utf-8", "replace")


def _assign_part(body: bytes, boundary: bytes, assignment: Assignment) -> bytes:
    fields = text_fields(body, boundary)
    chosen = next((field for field in fields if field.name == assignment.path), None)
    value = assignment.text
    if chosen is None:
        chosen = next((field for field in fields if field.name and _leads_into(assignment.path, field.name)), None)
        document = body[chosen.start : chosen.end].decode("utf-8", "replace") if chosen else ""
        if chosen is None or not document.startswith(("{", "[")):
            return with_field(body, boundary, assignment.path, value)
        way = steps_of(assignment.path.removeprefix(chosen.name).removeprefix("."))
        value = put(document, way, assignment.json)
    return body[: chosen.start] + value.encode("utf-8", "replace") + body[chosen.end :]


def _leads_into(path: str, name: str) -> bool:
    return path.startswith((f"{name}.", f"{name}["))


def _assign_field(body: bytes, assignment: Assignment) -> bytes:
    fields = body.split(b"&") if body else []
    names = [_unquoted(pair.partition(b"=")[0]) for pair in fields]
    if assignment.path in names:
        fields[names.index(assignment.path)] = _field(assignment.path, assignment.text)
        return b"&".join(fields)
    for number, name in enumerate(names):
        if name and _leads_into(assignment.path, name):
            document = _unquoted(fields[number].partition(b"=")[2])
            if document.startswith(("{", "[")):
                way = steps_of(assignment.path.removeprefix(name).removeprefix("."))
                fields[number] = _field(name, put(document, way, assignment.json))
                return b"&".join(fields)
    return b"&".join([*fields, _field(assignment.path, assignment.text)])


def _field(name: str, value: str) -> bytes:
    return f"{quote_plus(name)}={quote_plus(value)}".encode()


def _unquoted(part: bytes) -> str:
    return unquote_plus(part.decode("latin-1"))


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
