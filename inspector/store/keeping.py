"""Keeps a batch of arrivals in one transaction. The hot path: what can be done once a batch is not done per capture."""

import sqlite3
import time
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from inspector.core.capture import Arrival
from inspector.store.body_files import BodyFiles, needs_file
from inspector.store.connection import transaction
from inspector.store.kept import Kept
from inspector.store.placing import Placed, place
from inspector.store.recent import RecentBodies
from inspector.store.rows import (
    CAPTURE_COLUMNS,
    CONTENT_COLUMNS,
    RARE,
    Value,
    capture_values,
    cleaned,
    content_values,
    insertion,
    micros_of,
)
from inspector.store.shared_zones import SharedZones

ROWS = 64
"""Most rows of one INSERT; a larger batch takes several."""


_BEFORE = """
SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'captures'), 0),
       (SELECT value FROM counters WHERE name = 'zones_seq')"""


NOTHING = {table: (None,) * count for table, count in RARE.items()}


class Keeper:
    """Gives ids, attempts and repeats, and writes the rows, the counts and the zones of a batch."""

    def __init__(self, connection: sqlite3.Connection, bodies: BodyFiles, zones: SharedZones) -> None:
        self._connection = connection
        self._bodies = bodies
        self._zones = zones
        self._recent = RecentBodies()

    def keep(self, arrivals: Sequence[Arrival], *, patience: float) -> list[Kept]:
        """One transaction. Raises StoreFullError, StoreBusyError, StoreError; then nothing of the batch is stored."""
        if not arrivals:
            return []
        settled: dict[int, tuple[str, object]] = {}
        undo = []
        now = time.time_ns() // 1000
        try:
            with transaction(self._connection, patience=patience):
                for i, arrival in enumerate(arrivals):
                    body = arrival.request.body
                    if needs_file(body):
                        name, source = self._bodies.settle(body)
                        settled[i] = name, source
                        undo.append((name, source))
                placed = self._place(arrivals, now)
                files = {i: name for i, (name, _) in settled.items()}
                self._insert(arrivals, placed, files, now)
                self._count(arrivals)
        except BaseException:
            self._zones.forget()
            for name, source in undo:
                self._bodies.unsettle(name, source)
            raise
        kept = [one.kept for one in placed]
        self._recent.seen = kept[-1].id
        for one in placed:
            if one.body is not None:
                self._recent.note(one.body, one.kept.duplicate_of or one.kept.id, now)
        return kept

    def _place(self, arrivals: Sequence[Arrival], now: int) -> list[Placed]:
        last, zones_seq = self._connection.execute(_BEFORE).fetchone()
        self._zones.see(zones_seq)
        if last != self._recent.seen:
            self._recent.catch_up(self._connection, last, now)
        return place(self._connection, arrivals, last=last, now=now, recent=self._recent)

    def _insert(self, arrivals: Sequence[Arrival], placed: Sequence[Placed], files: dict[int, str], now: int) -> None:
        captures, contents = [], []
        for i, (arrival, one) in enumerate(zip(arrivals, placed, strict=True)):
            key = None if one.body is None else one.body[2]
            captures.append(capture_values(arrival, one.kept, micros_of(arrival), key, now))
            contents.append(content_values(arrival, one.kept.id, files.get(i)))
        self._insert_rows("captures", CAPTURE_COLUMNS, captures)
        self._insert_rows("contents", CONTENT_COLUMNS, contents)
        self._zones.note_rows(self._connection, captures)

    def _insert_rows(self, table: str, columns: str, rows: list[tuple[Value, ...]]) -> None:
        for start in range(0, len(rows), ROWS):
            part = rows[start : start + ROWS]
            usual = -RARE[table]
            whole = any(row[usual:] != NOTHING[table] for row in part)
            values = list(chain.from_iterable(part if whole else [row[:usual] for row in part]))
            statement = insertion(table, columns, len(part), whole=whole)
            try:
                self._connection.execute(statement, values)
            except UnicodeEncodeError:
                self._connection.execute(statement, cleaned(values))

    def _count(self, arrivals: Sequence[Arrival]) -> None:
        groups = Counter([(arrival.judgement.provider or "", arrival.judgement.verdict.status) for arrival in arrivals])
        self._connection.executemany(
            "INSERT INTO tallies VALUES (?, ?, ?) "
            "ON CONFLICT (provider, signature) DO UPDATE SET live = live + excluded.live",
            [(provider, status, count) for (provider, status), count in groups.items()],
        )
