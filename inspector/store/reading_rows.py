"""Rows as what they stand for: summaries, captures, dispatches."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inspector.core.body import Body
from inspector.core.capture import AGAIN_LIMIT, Capture, Origin, Summary
from inspector.core.clock import from_micros
from inspector.core.dispatch import Dispatch
from inspector.core.head import read_head
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.core.response import Response
from inspector.core.verdict import Judgement
from inspector.store.texts import read_headers, read_names, read_verdict

UNDER_FIRST = "SELECT 1 FROM captures AS one WHERE one.repeat IS NOT 'same-event' AND +one.removed_at IS NULL AND"
"""Repeats of one delivery that are there."""

LAST_LOOKED = 50
"""Repeats, the last ones, that are looked at for one that was not seen yet."""
_IS_FIRST = "(duplicate_of IS NULL OR repeat = 'same-event') AND delivery_id IS NOT NULL"
_LAST = (
    "FROM captures AS one WHERE one.repeat IS NOT 'same-event' AND +one.removed_at IS NULL "
    "AND one.duplicate_of = captures.id ORDER BY one.id DESC"
)

SUMMARY_COLUMNS = (
    "id, received_at, method, target, host, content_type, size, endpoint, origin, provider, event, gist, delivery_id, "
    "handshake, attempt, duplicate_of, repeat, signature, cause, status, duration_ms, complete, malformed, pinned, "
    "unread, has_note, dispatches, "
    # From the wide table, for the few captures that have one.
    "CASE has_note WHEN 1 THEN (SELECT substr(note, 1, 500) FROM contents WHERE capture_id = captures.id) ELSE '' END "
    "AS note, "
    f"CASE WHEN {_IS_FIRST} THEN "
    f"(SELECT count(*) FROM ({UNDER_FIRST} one.duplicate_of = captures.id LIMIT {AGAIN_LIMIT})) ELSE 0 END AS again, "
    # The first 60 bits of its hash tell a body from another; a first arrival that was purged tells nothing.
    "CASE WHEN duplicate_of IS NULL OR repeat = 'same-event' THEN delivery_id IS NOT NULL AND EXISTS (SELECT 1 FROM "
    "(SELECT one.body_key AS its_key FROM captures AS one WHERE one.repeat IS NOT 'same-event' "
    f"AND +one.removed_at IS NULL AND one.duplicate_of = captures.id LIMIT {AGAIN_LIMIT}) "
    "WHERE its_key IS NOT captures.body_key) ELSE coalesce((SELECT first.body_key IS NOT "
    "captures.body_key FROM captures AS first WHERE first.id = captures.duplicate_of), 0) END AS other_bytes, "
    "CASE WHEN handshake IS NOT NULL THEN (SELECT response_by FROM contents WHERE capture_id = captures.id) END "
    "AS told_by, CASE WHEN handshake IS NOT NULL THEN (SELECT response_why FROM contents WHERE capture_id = "
    "captures.id) END AS told_why, "
    f"CASE WHEN {_IS_FIRST} THEN (SELECT one.received_at {_LAST} LIMIT 1) END AS again_at, "
    f"CASE WHEN {_IS_FIRST} THEN EXISTS (SELECT 1 FROM (SELECT one.unread AS its_unread {_LAST} LIMIT {LAST_LOOKED}) "
    "WHERE its_unread) END AS again_unread"
)

_CAPTURE_COLUMNS = (
    "id, received_at, captures.method, target, size, endpoint, origin, origin_of, origin_file, provider, event, gist, "
    "delivery_id, handshake, attempt, duplicate_of, repeat, status, duration_ms, complete, pinned, unread, dispatches, "
    "remote, tls, http_version, contents.malformed, note, event_key, verdict, sensitive, deadline_s, retries, "
    "response_by, response_rule, response_headers, response_body, response_why, trailers, body_sha256, body_file, "
    "head, body"
)
CAPTURE_QUERY = f"SELECT {_CAPTURE_COLUMNS} FROM captures JOIN contents ON capture_id = id WHERE removed_at IS NULL"

DISPATCH_QUERY = (
    "SELECT capture_id, id, at, kind, target, sent_as, status, duration_ms, headers, body, error, changed "
    "FROM dispatches"
)

Value = Any  # of a column; SQLite's types are those that were written


def summary(row: Sequence[Value]) -> Summary:
    """A row of SUMMARY_COLUMNS."""
    return Summary(
        id=row[0],
        received_at=from_micros(row[1]),
        method=row[2],
        target=row[3],
        host=row[4],
        content_type=row[5],
        size=row[6],
        endpoint=row[7],
        origin=row[8],
        provider=row[9],
        event=row[10],
        gist=row[11],
        delivery_id=row[12],
        handshake=row[13],
        attempt=row[14],
        duplicate_of=row[15],
        repeat=row[16],
        signature=row[17],
        cause=row[18],
        status=row[19],
        duration_ms=row[20],
        complete=bool(row[21]),
        malformed=bool(row[22]),
        pinned=bool(row[23]),
        unread=bool(row[24]),
        has_note=bool(row[25]),
        dispatches=row[26],
        note=row[27] or "",
        again=row[28],
        other_bytes=bool(row[29]),
        told_by=row[30],
        told_why=row[31] or "",
        again_at=None if row[32] is None else from_micros(row[32]),
        again_unread=bool(row[33]),
    )


def capture(row: Sequence[Value], dispatches: Sequence[Dispatch], bodies: Path) -> Capture:
    """A row of CAPTURE_QUERY, with what was sent of it; `bodies` is the folder of large bodies."""
    value = dict(zip(_NAMES, row, strict=True))
    return Capture(
        id=value["id"],
        request=_request(value, bodies),
        judgement=_judgement(value),
        response=_response(value),
        origin=Origin(kind=value["origin"], of=value["origin_of"], file=value["origin_file"]),
        endpoint=value["endpoint"],
        attempt=value["attempt"],
        duplicate_of=value["duplicate_of"],
        repeat=value["repeat"],
        dispatches=tuple(dispatches),
        pinned=bool(value["pinned"]),
        unread=bool(value["unread"]),
        note=value["note"],
    )


_NAMES = tuple(name.rpartition(".")[2] for name in _CAPTURE_COLUMNS.split(", "))


def _request(value: dict[str, Value], bodies: Path) -> Request:
    head = read_head(value["head"])
    malformed = value["malformed"]
    file = value["body_file"]
    return Request(
        received_at=from_micros(value["received_at"]),
        head=value["head"],
        method=value["method"],
        target=value["target"],
        http_version=head.http_version if malformed is None else value["http_version"],
        remote=value["remote"],
        tls=value["tls"],
        headers=head.headers,
        trailers=read_headers(value["trailers"]),
        body=Body(
            size=value["size"],
            sha256=value["body_sha256"].hex(),
            content=value["body"],
            path=None if file is None else bodies / file,
        ),
        complete=bool(value["complete"]),
        malformed=malformed,
    )


def _judgement(value: dict[str, Value]) -> Judgement:
    return Judgement(
        provider=value["provider"],
        event=value["event"],
        gist=value["gist"],
        delivery_id=value["delivery_id"],
        event_key=value["event_key"],
        handshake=value["handshake"],
        verdict=read_verdict(value["verdict"]),
        sensitive=read_names(value["sensitive"]),
        deadline_s=value["deadline_s"],
        retries=bool(value["retries"]),
    )


def _response(value: dict[str, Value]) -> Response | None:
    if value["response_by"] is None:
        return None
    headers = read_headers(value["response_headers"])
    if value["origin"] != "import":
        # Sent last and different for every capture, so it is not written with each.
        headers = Headers((*headers.pairs, (b"X-Capture-Id", b"%d" % value["id"])))
    return Response(
        status=value["status"],
        by=value["response_by"],
        rule=value["response_rule"],
        headers=headers,
        body=value["response_body"],
        duration_ms=value["duration_ms"],
        why=value["response_why"] or "",
    )


def dispatch(row: Sequence[Value]) -> Dispatch:
    """A row of DISPATCH_QUERY."""
    capture_id, id, at, kind, target, sent_as, status, duration_ms, headers, body, error, changed = row
    return Dispatch(
        id=id,
        capture_id=capture_id,
        at=from_micros(at),
        kind=kind,
        target=target,
        as_=sent_as,
        status=status,
        duration_ms=duration_ms,
        headers=read_headers(headers),
        body=body,
        error=error,
        changed=read_names(changed),
    )
