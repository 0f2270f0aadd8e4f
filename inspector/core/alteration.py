"""Changes to a request before it is sent again: places of its body, header fields, another body. The rest stays."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector.core.assignments import Assignment, assign
from inspector.core.body import Body
from inspector.core.draft import differences, field_problem, read_draft
from inspector.core.errors import UsageError
from inspector.core.headers import Headers, Pair
from inspector.core.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """What is to be other than it came."""

    sets: tuple[Assignment, ...] = ()
    fields: tuple[tuple[bytes, bytes | None], ...] = ()
    """Header fields with their new value, or None where all of the name are dropped."""
    body: Body | None = None
    """Another body; assignments are made in it."""

    def __bool__(self) -> bool:
        return bool(self.sets or self.fields or self.body is not None)


NO_ALTERATION = Alteration()


def parse_field(written: str) -> tuple[bytes, bytes | None]:
    """Read `Name: value`, or `Name:` for a field that is dropped. Raises UsageError."""
    name, colon, value = written.partition(":")
    field = (name.strip().encode("utf-8", "surrogateescape"), value.strip().encode("utf-8", "surrogateescape"))
    problem = field_problem(*field) if colon else "A header field is written Name: value; Name: alone drops it."
    if problem:
        raise UsageError(f"“{written}” is no header field. {problem}")
    return field[0], field[1] or None


def alter(request: Request, alteration: Alteration) -> Request:
    """The request with everything changed that was asked for; all other bytes are as they came.

    Raises UsageError for an assignment whose place is not there, OSError for a body whose file is gone.
    """
    body = alteration.body or request.body
    headers = set_fields(request.headers, alteration.fields)
    if alteration.sets:
        body = Body.of(assign(body.read(), headers.get("content-type") or "", alteration.sets))
    return rewritten(request, headers, body)


def set_fields(headers: Headers, fields: Sequence[tuple[bytes, bytes | None]]) -> Headers:
    """The fields with some of them set: in the place of the first of their name, else behind all others."""
    given: dict[bytes, list[Pair]] = {}
    for name, value in fields:
        new = given.setdefault(name.lower(), [])
        if value is not None:
            new.append((name, value))
    pairs: list[Pair] = []
    placed: set[bytes] = set()
    for pair in headers:
        key = pair[0].lower()
        if key not in given:
            pairs.append(pair)
        elif key not in placed:
            placed.add(key)
            pairs.extend(given[key])
    return Headers([*pairs, *(pair for key, new in given.items() if key not in placed for pair in new)])


def rewritten(request: Request, headers: Headers, body: Body) -> Request:
    """The request with these fields and this body; its line stays as it came."""
    line, newline, _ = request.head.partition(b"\n")
    fields = b"".join(b"%b: %b\r\n" % pair for pair in headers)
    return replace(request, head=line + newline + fields + b"\r\n", headers=headers, body=body)


def changes(before: Request, after: Request) -> tuple[str, ...]:
    """What of a request is not as it was: `method`, `path`, names of header fields, `body`."""
    draft = replace(read_draft(after.head)[0], headers=after.headers)
    found = differences(before.method, read_draft(before.head)[0].target, before.headers, draft)
    return found if before.body.sha256 == after.body.sha256 else (*found, "body")
