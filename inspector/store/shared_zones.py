"""Zone maps as several processes keep them, and without a look at the table for what was seen before."""

import sqlite3
from collections.abc import Iterable, Sequence
from operator import itemgetter

from inspector.store.rows import CAPTURE_COLUMNS, Value
from inspector.store.zones import BITS, HOUR, TEXTS, Zones

MOST_SEEN = 20_000
"""Kinds of rows remembered at most."""

_POSITIONS = {name: position for position, name in enumerate(CAPTURE_COLUMNS.split(", "))}
_numbers = itemgetter(*(_POSITIONS[name] for name in ("id", "received_at", "size")))
_others = itemgetter(
    *(_POSITIONS[name] for name in TEXTS),
    *(_POSITIONS[name] for name in ("repeat", "handshake", "origin", "complete", "malformed", "pinned")),
)


class SharedZones(Zones):
    """Starts over when another process took values back; without that it would not write them again."""

    def __init__(self) -> None:
        self._seen: set[tuple[object, ...]] = set()
        super().__init__()
        self._seq = -1

    def forget(self) -> None:
        """Start over: after a rollback it is not known what stands in the table."""
        self._seen.clear()
        super().forget()

    def note_rows(self, connection: sqlite3.Connection, rows: Iterable[Sequence[Value]]) -> None:
        """Write down rows of `capture_values` just inserted; nearly all are like one that was written down."""
        for row in rows:
            id, received_at, size = _numbers(row)
            kind = (id >> BITS, received_at // HOUR, size.bit_length(), _others(row))
            if kind not in self._seen:
                if len(self._seen) >= MOST_SEEN:
                    self._seen.clear()
                self._seen.add(kind)
                self.note(connection, id, id)

    def see(self, seq: int) -> None:
        """The counter of renewals as it stands in this transaction."""
        if seq != self._seq:
            self.forget()
            self._seq = seq

    def tell_renewed(self, connection: sqlite3.Connection) -> None:
        """Values were taken back in this transaction: everybody starts over."""
        connection.execute("UPDATE counters SET value = value + 1 WHERE name = 'zones_seq'")
        self.see(zones_seq(connection))


def zones_seq(connection: sqlite3.Connection) -> int:
    """How often values were taken back."""
    (seq,) = connection.execute("SELECT value FROM counters WHERE name = 'zones_seq'").fetchone()
    return int(seq)
