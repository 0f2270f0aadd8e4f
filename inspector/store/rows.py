"""An arrival as the values of its two rows, in the order of the columns. Costs every capture; written to be cheap."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from inspector.core.capture import Arrival
from inspector.core.clock import to_micros
from inspector.core.headers import to_text
from inspector.core.request import split_target
from inspector.core.response import Response
from inspector.store.kept import Kept
from inspector.store.texts import write_headers, write_names, write_verdict

# Columns that are NULL for nearly every capture stand last: where all of a batch are, the statement leaves them out.
CAPTURE_COLUMNS = (
    "id, received_at, method, target, path, host, content_type, size, endpoint, origin, provider, event, gist, "
    "delivery_id, attempt, signature, status, duration_ms, complete, malformed, pinned, unread, has_note, final, "
    "body_key, origin_of, origin_file, handshake, duplicate_of, repeat, cause"
)
CONTENT_COLUMNS = (
    "capture_id, remote, note, verdict, deadline_s, retries, response_by, response_headers, response_body, "
    "body_sha256, head, body, tls, http_version, malformed, event_key, sensitive, response_rule, trailers, body_file, "
    "response_why"
)
RARE = {"captures": 6, "contents": 9}
"""How many columns of a table are rarely filled."""

Value = str | int | float | bytes | None
Told: TypeAlias = tuple[str | None, str | None, str | None, bytes | None]
NO_RESPONSE: Told = (None, None, None, None)


@lru_cache(maxsize=256)
def insertion(table: str, columns: str, rows: int, *, whole: bool = True) -> str:
    """One statement for several rows: its own costs are paid once a batch. Not `whole`: without the rare columns."""
    if not whole:
        columns = ", ".join(columns.split(", ")[: -RARE[table]])
    row = "(" + ",".join("?" * (columns.count(",") + 1)) + ")"
    return f"INSERT INTO {table} ({columns}) VALUES {','.join([row] * rows)}"


def capture_values(arrival: Arrival, kept: Kept, received_at: int, body_key: int | None, now: int) -> tuple[Value, ...]:
    """The narrow row. `received_at` and `now`, the time of the batch, in microseconds.

    A plus makes a number of a truth value: sqlite3 looks for an adapter for each bool, which costs more than the rest.
    """
    request, judgement, response = arrival.request, arrival.judgement, arrival.response
    origin, verdict, target = kept.origin, judgement.verdict, request.target
    fields = request.headers.first
    if target.startswith("/"):
        host, path = "", target.partition("?")[0]
    else:
        host, path, _ = split_target(target)
    duration = None
    if response is not None:
        duration = response.duration_ms
        if duration is None:
            duration = max(0.0, (now - received_at) / 1000)
    return (
        kept.id,
        received_at,
        request.method,
        target,
        path,
        host or to_text(fields.get(b"host", b"")),
        _media_type(fields.get(b"content-type", b"")),
        request.body.size,
        arrival.endpoint,
        origin.kind,
        judgement.provider,
        judgement.event,
        judgement.gist,
        judgement.delivery_id,
        kept.attempt,
        verdict.status,
        None if response is None else response.status,
        duration,
        +request.complete,
        +(request.malformed is not None),
        +arrival.pinned,
        +(origin.kind != "import"),
        +(arrival.note != ""),
        +verdict.final,
        body_key,
        origin.of,
        origin.file,
        judgement.handshake,
        kept.duplicate_of,
        kept.repeat,
        verdict.cause,
    )


@lru_cache(maxsize=64)
def _media_type(value: bytes) -> str:
    """As `Request.content_type`; senders use few."""
    return to_text(value).partition(";")[0].strip().lower()


def content_values(arrival: Arrival, id: int, body_file: str | None) -> tuple[Value, ...]:
    """The wide row; the bytes of the body stand last, or in the file that is named."""
    request, judgement, response = arrival.request, arrival.judgement, arrival.response
    body, malformed, trailers = request.body, request.malformed, request.trailers
    by, rule, headers, told = NO_RESPONSE if response is None else response_values(response)
    return (
        id,
        request.remote,
        arrival.note,
        write_verdict(judgement.verdict),
        judgement.deadline_s,
        +judgement.retries,
        by,
        headers,
        told,
        bytes.fromhex(body.sha256),
        request.head,
        body.content if body_file is None else None,
        request.tls,
        None if malformed is None else request.http_version,
        malformed,
        judgement.event_key,
        write_names(judgement.sensitive),
        rule,
        write_headers(trailers) if trailers.pairs else None,
        body_file,
        (response.why or None) if response is not None else None,
    )


def response_values(response: Response) -> Told:
    """By, rule, headers and body of a response that was sent."""
    return response.by, response.rule, _written(response.headers), response.body


_written = lru_cache(maxsize=64)(write_headers)  # nearly every response has the very headers of the one before it


def cleaned(values: Sequence[Value]) -> tuple[Value, ...]:
    """The same with text that UTF-8 cannot hold (half of a surrogate pair, from a sender's JSON) made writable."""
    return tuple(value.encode("utf-8", "replace").decode() if isinstance(value, str) else value for value in values)


def micros_of(arrival: Arrival) -> int:
    """When it arrived, in microseconds since 1970."""
    return to_micros(arrival.request.received_at)
