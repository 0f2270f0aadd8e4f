"""What is being sent and what came of it: many of both in one transaction."""

import sqlite3
import time
from collections.abc import Sequence

from inspector.core.clock import to_micros
from inspector.core.dispatch import Dispatch
from inspector.store.changes import changing
from inspector.store.connection import transaction
from inspector.store.lookup import STALE
from inspector.store.rows import cleaned
from inspector.store.shared_zones import SharedZones
from inspector.store.texts import write_headers, write_names


def record_sending(
    connection: sqlite3.Connection,
    zones: SharedZones,
    *,
    begun: Sequence[tuple[str, int]],
    ended: Sequence[str],
    dispatches: Sequence[Dispatch],
) -> list[int | None]:
    """Write down which capture each of our addresses is sending (`lookup.NO_CAPTURE`: a sample), which have ended, and
    what came back.

    Gives the id of each dispatch, or None where its capture is gone.
    """
    if not dispatches:
        with transaction(connection):
            _mark(connection, begun, ended)
        return []
    with changing(connection, zones) as change:
        _mark(connection, begun, ended)
        ids = [_insert(connection, dispatch, change) for dispatch in dispatches]
        zones.note_ids(connection, [dispatch.capture_id for dispatch in dispatches])
    return ids


def _mark(connection: sqlite3.Connection, begun: Sequence[tuple[str, int]], ended: Sequence[str]) -> None:
    now = time.time_ns() // 1000
    connection.executemany(
        "DELETE FROM sending WHERE address = ? OR at < ?", [(address, now - STALE) for address in ended]
    )
    connection.executemany(
        "INSERT OR REPLACE INTO sending VALUES (?, ?, ?)", [(address, capture_id, now) for address, capture_id in begun]
    )


def _insert(connection: sqlite3.Connection, dispatch: Dispatch, change: int) -> int | None:
    counted = connection.execute(
        "UPDATE captures SET dispatches = dispatches + 1, change_seq = ? WHERE id = ?", (change, dispatch.capture_id)
    )
    if not counted.rowcount:
        return None
    values = cleaned(
        (
            dispatch.capture_id,
            to_micros(dispatch.at),
            dispatch.kind,
            dispatch.target,
            dispatch.as_,
            dispatch.status,
            dispatch.duration_ms,
            write_headers(dispatch.headers),
            dispatch.body,
            dispatch.error,
            write_names(dispatch.changed) or "[]",
        )
    )
    return connection.execute(
        "INSERT INTO dispatches "
        "(capture_id, at, kind, target, sent_as, status, duration_ms, headers, body, error, changed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    ).lastrowid
