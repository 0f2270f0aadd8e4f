"""Later changes of captures that are stored. Each raises `change_seq`, by which other processes find what changed."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from inspector.core.errors import NothingError
from inspector.core.response import Response
from inspector.core.verdict import Judgement
from inspector.store.connection import transaction
from inspector.store.rows import cleaned, response_values
from inspector.store.shared_zones import SharedZones, zones_seq
from inspector.store.texts import write_names, write_verdict


def next_change(connection: sqlite3.Connection, counter: str = "change_seq") -> int:
    """The number of the change that is being made; inside its transaction."""
    (value,) = connection.execute(
        "UPDATE counters SET value = value + 1 WHERE name = ? RETURNING value", (counter,)
    ).fetchone()
    return int(value)


@contextmanager
def changing(connection: sqlite3.Connection, zones: SharedZones) -> Iterator[int]:
    """A transaction that changes captures; gives the number of the change."""
    try:
        with transaction(connection):
            zones.see(zones_seq(connection))
            yield next_change(connection)
    except BaseException:
        zones.forget()
        raise


def record_responses(
    connection: sqlite3.Connection, zones: SharedZones, responses: Sequence[tuple[int, Response]]
) -> None:
    """What senders were told, behind the response."""
    with changing(connection, zones) as change:
        connection.executemany(
            "UPDATE captures SET status = ?, duration_ms = ?, change_seq = ? WHERE id = ?",
            [(response.status, response.duration_ms, change, id) for id, response in responses],
        )
        connection.executemany(
            "UPDATE contents SET response_by = ?, response_rule = ?, response_headers = ?, response_body = ?, "
            "response_why = ? WHERE capture_id = ?",
            [(*response_values(response), response.why or None, id) for id, response in responses],
        )
        zones.note_ids(connection, [id for id, _ in responses])


def record_judgements(
    connection: sqlite3.Connection, zones: SharedZones, judged: Sequence[tuple[int, Judgement]]
) -> None:
    """What judging again, or searching the cause, gave. Attempts and repeats stay as they were given."""
    with changing(connection, zones) as change:
        connection.executemany(
            "UPDATE captures SET provider = ?, event = ?, gist = ?, delivery_id = ?, handshake = ?, signature = ?, "
            "cause = ?, final = ?, change_seq = ? WHERE id = ?",
            [
                cleaned(
                    (
                        judgement.provider,
                        judgement.event,
                        judgement.gist,
                        judgement.delivery_id,
                        judgement.handshake,
                        judgement.verdict.status,
                        judgement.verdict.cause,
                        judgement.verdict.final,
                        change,
                        id,
                    )
                )
                for id, judgement in judged
            ],
        )
        connection.executemany(
            "UPDATE contents SET event_key = ?, verdict = ?, sensitive = ?, deadline_s = ?, retries = ? "
            "WHERE capture_id = ?",
            [
                cleaned(
                    (
                        judgement.event_key,
                        write_verdict(judgement.verdict),
                        write_names(judgement.sensitive),
                        judgement.deadline_s,
                        judgement.retries,
                        id,
                    )
                )
                for id, judgement in judged
            ],
        )
        zones.note_ids(connection, [id for id, _ in judged])


def pin(connection: sqlite3.Connection, zones: SharedZones, ids: Sequence[int], pinned: bool) -> None:
    """Set or clear the pin."""
    with changing(connection, zones) as change:
        connection.executemany(
            "UPDATE captures SET pinned = ?, change_seq = ? WHERE id = ? AND pinned != ?",
            [(pinned, change, id, pinned) for id in ids],
        )
        zones.note_ids(connection, ids)


def set_note(connection: sqlite3.Connection, zones: SharedZones, id: int, note: str) -> None:
    """Write the user's note; empty removes it. Raises NothingError where the capture is gone."""
    with changing(connection, zones) as change:
        changed = connection.execute(
            "UPDATE captures SET has_note = ?, change_seq = ? WHERE id = ?", (note != "", change, id)
        )
        if not changed.rowcount:
            raise NothingError(f"There is no capture {id}.")
        connection.execute("UPDATE contents SET note = ? WHERE capture_id = ?", cleaned((note, id)))
        zones.note_ids(connection, [id])
