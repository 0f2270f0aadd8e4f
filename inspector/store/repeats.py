"""What belongs to one delivery: the arrivals before a capture, and those that are folded under the first."""

import sqlite3
from array import array

from inspector.core.capture import AGAIN_LIMIT, Capture
from inspector.core.history import Earlier
from inspector.store.connection import reading
from inspector.store.filter_sql import Where
from inspector.store.reading_rows import UNDER_FIRST

_TOLD = "captures.id, status, duration_ms, hex(body_sha256)"
_FIRST = f"SELECT {_TOLD} FROM captures JOIN contents ON capture_id = id WHERE id = ? AND removed_at IS NULL"
_AGAIN = f"SELECT count(*) FROM ({UNDER_FIRST} one.duplicate_of = ? LIMIT {AGAIN_LIMIT})"
_UNDER = "captures.duplicate_of = ? AND captures.repeat IS NOT 'same-event' AND +captures.removed_at IS NULL"
# Several deliveries may share an id; those that repeat one another have the same first arrival, or had it before that
# was removed.
_PREVIOUS = (
    f"SELECT {_TOLD} FROM captures INDEXED BY captures_delivery JOIN contents ON capture_id = id "
    "WHERE delivery_id = ?1 COLLATE NOCASE AND delivery_id = ?1 AND provider = ?2 AND endpoint = ?3 AND id < ?4 "
    "AND (captures.id = ?5 OR +duplicate_of IN (?5, (SELECT duplicate_of FROM captures WHERE id = ?5))) "
    "AND removed_at IS NULL AND origin = 'received' ORDER BY id DESC LIMIT 1"
)


class Repeats:
    """Looks over a reader's connection; its thread is the reader's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def first(self, capture: Capture) -> Earlier | None:
        """The first arrival, which the capture repeats; None where it is none, or that is gone."""
        return None if capture.duplicate_of is None else self._one(_FIRST, capture.duplicate_of)

    def previous(self, capture: Capture) -> Earlier | None:
        """The arrival of the same delivery right before this one."""
        judgement = capture.judgement
        if capture.duplicate_of is None or judgement.delivery_id is None or judgement.provider is None:
            return None
        delivery = (judgement.delivery_id, judgement.provider, capture.endpoint, capture.id, capture.duplicate_of)
        return self._one(_PREVIOUS, *delivery)

    def again(self, first: int) -> int:
        """How many arrivals of the same delivery came after the first; counted to AGAIN_LIMIT."""
        with reading():
            return int(self._connection.execute(_AGAIN, (first,)).fetchone()[0])

    def under(self, first: int, where: Where | None) -> "array[int]":
        """The repeats of a first arrival that match, oldest first, at most AGAIN_LIMIT."""
        condition, parameters = (_UNDER, ()) if where is None else (f"{_UNDER} AND ({where.sql})", where.parameters)
        statement = f"SELECT id FROM captures WHERE {condition} ORDER BY id LIMIT {AGAIN_LIMIT}"
        with reading():
            return array("q", [id for (id,) in self._connection.execute(statement, (first, *parameters))])

    def firsts_of(self, after: int, before: int) -> tuple[int, ...]:
        """The first arrivals of which repeats came between two ids, both not among them."""
        statement = "SELECT DISTINCT duplicate_of FROM captures WHERE id > ? AND id < ? AND +duplicate_of IS NOT NULL"
        with reading():
            return tuple(id for (id,) in self._connection.execute(statement, (after, before)))

    def _one(self, statement: str, *values: str | int) -> Earlier | None:
        with reading():
            row = self._connection.execute(statement, values).fetchone()
        if row is None:
            return None
        return Earlier(id=row[0], status=row[1], duration_ms=row[2], body_sha256=row[3].lower())
