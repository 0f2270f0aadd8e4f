"""Removal that can be undone: captures are marked, in steps that delay no sender, and purged only later."""

import sqlite3
import time
from collections.abc import Callable, Sequence

from inspector.store.changes import next_change
from inspector.store.connection import transaction

STEP_ROWS = 5_000
"""Most captures of one transaction."""

STEP_SECONDS = 0.015
"""A step that takes longer ends early."""

ROW_BYTES = 2000
"""About what marking a capture writes to the log."""

PART = 250
"""Captures between two looks at the clock."""

BETWEEN_STEPS = 0.003
"""Seconds in which others may write."""

MANY = 10_000
"""Above so many captures undo is there for ten minutes, else for ten seconds; both in microseconds below."""

SHORTLY = 10 * 1_000_000
LATER = 600 * 1_000_000


def remove(
    connection: sqlite3.Connection, ids: Sequence[int], *, keep_pinned: bool, wrote: Callable[[int], None]
) -> tuple[int, int]:
    """Mark captures as removed; gives the token for undo and how many went. `wrote` is told the bytes of each step."""
    now = time.time_ns() // 1000
    with transaction(connection):
        (last,) = connection.execute("SELECT coalesce(max(token), 0) FROM removals").fetchone()
        token = max(now, last + 1)
        connection.execute("INSERT INTO removals VALUES (?, 0, ?)", (token, now + LATER))
    done = count = 0
    while done < len(ids):
        started = time.monotonic()
        with transaction(connection):
            change = next_change(connection)
            step = gone = 0
            while done + step < len(ids) and step < STEP_ROWS and time.monotonic() - started < STEP_SECONDS:
                part = ids[done + step : done + step + PART]
                gone += _mark(connection, part, token, change, keep_pinned=keep_pinned)
                step += len(part)
            connection.execute("UPDATE removals SET rows = rows + ? WHERE token = ?", (gone, token))
            _tally(connection, change, -1)
        done += step
        count += gone
        wrote(gone * ROW_BYTES)
        if done < len(ids):
            time.sleep(BETWEEN_STEPS)
    with transaction(connection):
        due = time.time_ns() // 1000 + (LATER if count > MANY else SHORTLY)
        connection.execute("UPDATE removals SET due_at = ? WHERE token = ?", (due, token))
    return token, count


def _mark(connection: sqlite3.Connection, ids: Sequence[int], token: int, change: int, *, keep_pinned: bool) -> int:
    statement = "UPDATE captures SET removed_at = ?, change_seq = ? WHERE id BETWEEN ? AND ? AND removed_at IS NULL"
    if keep_pinned:
        statement += " AND pinned = 0"
    return connection.executemany(statement, [(token, change, *span) for span in spans(ids)]).rowcount


def spans(ids: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of ids without a gap, first and last: of a million that are removed, most stand in few runs."""
    found: list[tuple[int, int]] = []
    for id in sorted(ids):
        if found and id <= found[-1][1] + 1:
            found[-1] = found[-1][0], id
        else:
            found.append((id, id))
    return found


def _tally(connection: sqlite3.Connection, change: int, by: int) -> None:
    """Count what this change removed or brought back."""
    connection.execute(
        "INSERT INTO tallies SELECT coalesce(provider, ''), signature, count(*) * ? FROM captures "
        "WHERE change_seq > 0 AND change_seq = ? GROUP BY 1, 2 "
        "ON CONFLICT (provider, signature) DO UPDATE SET live = live + excluded.live",
        (by, change),
    )


def restore(connection: sqlite3.Connection, token: int, *, wrote: Callable[[int], None]) -> int:
    """Undo a removal; gives how many captures came back, 0 when they are purged already."""
    count = 0
    with transaction(connection):
        connection.execute("UPDATE removals SET due_at = ? WHERE token = ?", (time.time_ns() // 1000 + LATER, token))
    while True:
        started = time.monotonic()
        step = gone = 0
        with transaction(connection):
            change = next_change(connection)
            while step < STEP_ROWS and time.monotonic() - started < STEP_SECONDS:
                gone = connection.execute(
                    "UPDATE captures SET removed_at = NULL, change_seq = ? "
                    "WHERE id IN (SELECT id FROM captures WHERE removed_at = ? LIMIT ?)",
                    (change, token, PART),
                ).rowcount
                step += gone
                if gone < PART:
                    connection.execute("DELETE FROM removals WHERE token = ?", (token,))
                    break
            _tally(connection, change, 1)
        count += step
        wrote(step * ROW_BYTES)
        if gone < PART:
            return count
        time.sleep(BETWEEN_STEPS)


def mark_read(connection: sqlite3.Connection, ids: Sequence[int] | None, *, with_repeats: bool = False) -> None:
    """These captures have been seen, with the later arrivals of their deliveries; None is all that are stored now."""
    if ids is not None:
        with transaction(connection):
            change = next_change(connection)
            connection.executemany(
                "UPDATE captures SET unread = 0, change_seq = ? WHERE id = ? AND unread = 1",
                [(change, id) for id in ids],
            )
            if with_repeats:
                connection.executemany(
                    "UPDATE captures SET unread = 0, change_seq = ? WHERE duplicate_of = ? AND unread = 1 "
                    "AND repeat IS NOT 'same-event'",
                    [(change, id) for id in ids],
                )
        return
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM captures").fetchone()
    while last > 0:
        first = max(0, last - STEP_ROWS)
        (unread,) = connection.execute(
            "SELECT count(*) FROM captures WHERE id > ? AND id <= ? AND unread = 1", (first, last)
        ).fetchone()
        if unread:
            with transaction(connection):
                connection.execute(
                    "UPDATE captures SET unread = 0, change_seq = ? WHERE id > ? AND id <= ? AND unread = 1",
                    (next_change(connection), first, last),
                )
            time.sleep(BETWEEN_STEPS)
        last = first
