"""Reading a store: connections that cannot write, any number of them, one a thread. Removed captures are not there."""

import sqlite3
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from inspector.core.capture import Capture, Summary
from inspector.core.dispatch import Dispatch
from inspector.core.errors import NothingError, StoreError
from inspector.core.paths import bodies_of
from inspector.store.connection import BUSY_SECONDS, connect_reader, reading
from inspector.store.filter_sql import Where, register_functions
from inspector.store.locks import FileLock, lock_of
from inspector.store.opening import state_of
from inspector.store.ordering import Order
from inspector.store.overview import size_on_disk
from inspector.store.reading_rows import CAPTURE_QUERY, DISPATCH_QUERY, SUMMARY_COLUMNS, capture, dispatch, summary
from inspector.store.repeats import Repeats
from inspector.store.scanning import Bounds, Scanner

PART = 100
"""Captures read in one transaction of an export."""


class Reader:
    """Reads one store from one thread; `interrupt` may be called from another.

    Every method raises StoreError where the file cannot be read, and ReadInterrupted when it was stopped.
    """

    def __init__(self, path: Path, *, decode: Callable[[bytes, str], bytes] | None = None) -> None:
        """`decode` undoes a content encoding for filters that look into bodies.

        Raises StoreError where there is no store, or one that this version cannot read.
        """
        self._path = path
        self._bodies = bodies_of(path)
        if not path.exists():
            raise StoreError(f"There is no store at {path} yet. Start the listener once, or name another with --store.")
        self._lock = _share(path)
        try:
            with reading():
                self._connection = connect_reader(path)
                if state_of(self._connection, path) != "current":
                    raise StoreError(
                        f"{path} was written by an earlier version. Start the listener once to bring it up to date."
                    )
                register_functions(self._connection, decode, self._bodies)
            self._scanner = Scanner(self._connection)
            self.repeats = Repeats(self._connection)
        except BaseException:
            self._lock.close()
            raise

    def ids(
        self,
        where: Where | None,
        *,
        limit: int | None = None,
        before: int | None = None,
        after: int | None = None,
        order: Order | None = None,
    ) -> "array[int]":
        """Ids of captures that match, newest first or in `order`; `before` and `after` are ids and not among them."""
        bounds = Bounds(limit=limit, before=before, after=after)
        return self._scanner.ids(where, bounds) if order is None else self._scanner.sorted_ids(where, order, bounds)

    def page(
        self,
        where: Where | None,
        *,
        limit: int,
        before: int | None = None,
        oldest_first: bool = False,
        after: int | None = None,
    ) -> list[Summary]:
        """The next summaries that match, beyond the id `before`, or going up beyond `after`."""
        bounds = Bounds(limit=limit, before=before, after=after, oldest_first=oldest_first)
        return [summary(row) for rows in self._scanner.rows(SUMMARY_COLUMNS, where, bounds) for row in rows]

    def summaries(self, ids: Sequence[int]) -> list[Summary]:
        """The summaries of these captures, in this order; those that are gone are left out."""
        found: dict[int, Summary] = {}
        with reading():
            for part in _parts(ids, 500):
                rows = self._connection.execute(
                    f"SELECT {SUMMARY_COLUMNS} FROM captures WHERE removed_at IS NULL AND id IN ({_marks(part)})", part
                )
                found.update({row[0]: summary(row) for row in rows})
        return [found[id] for id in ids if id in found]

    def count(self, where: Where | None) -> int:
        """How many captures match."""
        if where is None:
            return _number(self._connection, "SELECT coalesce(sum(live), 0) FROM tallies")
        return self._scanner.count(where)

    def provider_counts(self) -> list[tuple[str | None, int, int]]:
        """Each provider (None for unknown), how many captures it has and how many of them are `invalid`, most first."""
        with reading():
            rows = self._connection.execute(
                "SELECT provider, sum(live) AS all_, sum(CASE signature WHEN 'invalid' THEN live ELSE 0 END) "
                "FROM tallies GROUP BY provider HAVING all_ > 0 ORDER BY all_ DESC, provider"
            ).fetchall()
        return [(provider or None, count, failed) for provider, count, failed in rows]

    def total_size(self) -> int:
        """Bytes on the disk of everything that belongs to the store."""
        return size_on_disk(self._path)

    def last_id(self) -> int:
        """The highest id that was given, removed or not; 0 for none."""
        return _number(
            self._connection, "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'captures'), 0)"
        )

    def capture(self, id: int) -> Capture:
        """One capture, whole; a large body by its path. Raises NothingError when it is not there."""
        for found in self.captures((id,)):
            return found
        raise NothingError(f"There is no capture {id}.")

    def captures(self, ids: Iterable[int]) -> Iterator[Capture]:
        """Captures in this order, a hundred in a transaction; those that are gone are left out."""
        for part in _parts(ids, PART):
            with reading():
                rows = self._connection.execute(f"{CAPTURE_QUERY} AND id IN ({_marks(part)})", part).fetchall()
                sent = _dispatches(self._connection, part)
            found = {row[0]: capture(row, sent.get(row[0], ()), self._bodies) for row in rows}
            yield from (found[id] for id in part if id in found)

    def nearest(self, terms: Sequence[Where], *, after: int, limit: int = 3) -> list[tuple[Summary, tuple[int, ...]]]:
        """Captures younger than the id `after` that pass most of the terms, and the places of the terms they fail."""
        if not terms:
            return []
        passed = ", ".join(f"coalesce(({term.sql}), 0)" for term in terms)
        values = [value for term in terms for value in term.parameters]
        statement = (
            f"SELECT id, {passed} FROM captures WHERE id > ? AND +removed_at IS NULL ORDER BY id DESC LIMIT 1000"
        )
        with reading():
            rows = self._connection.execute(statement, (*values, after)).fetchall()
        best = sorted(rows, key=lambda row: -sum(map(bool, row[1:])))[:limit]
        failed = {row[0]: tuple(i for i, passes in enumerate(row[1:]) if not passes) for row in best}
        return [(one, failed[one.id]) for one in self.summaries(list(failed))]

    def no_secret(self, provider: str) -> list[int]:
        """Captures of a provider that were signed when there was nothing to check them with, newest first."""
        return _of_provider(self._connection, provider, "signature = 'no-secret'")

    def judgeable(self, provider: str) -> list[int]:
        """Captures of a provider whose verdict another secret could change, newest first."""
        return _of_provider(self._connection, provider, "signature IN ('no-secret', 'invalid')")

    def pending(self, limit: int) -> list[int]:
        """Captures whose failure was not explained yet, oldest first."""
        statement = "SELECT id FROM captures WHERE final = 0 AND +removed_at IS NULL ORDER BY id LIMIT ?"
        return _numbers(self._connection, statement, limit)

    def data_version(self) -> int:
        """A number that changes when another connection has written; microseconds to ask."""
        return _number(self._connection, "PRAGMA data_version")

    def change_seq(self) -> int:
        """The number of the last change of a stored capture."""
        return _number(self._connection, "SELECT value FROM counters WHERE name = 'change_seq'")

    def changed_since(self, seq: int) -> list[int]:
        """Captures that changed after that number, also those that were removed."""
        statement = "SELECT id FROM captures WHERE change_seq > 0 AND change_seq > ? ORDER BY id"
        return _numbers(self._connection, statement, seq)

    def settings_seq(self) -> int:
        """The number of the last change of settings or secrets by any process."""
        return _number(self._connection, "SELECT value FROM counters WHERE name = 'settings_seq'")

    def interrupt(self) -> None:
        """Stop what is being read now; it raises ReadInterrupted. Any thread."""
        self._scanner.stop()

    def close(self) -> None:
        """Let go of the file. Calling it twice is harmless."""
        self._connection.close()
        self._lock.close()


def _of_provider(connection: sqlite3.Connection, provider: str, condition: str) -> list[int]:
    with reading():
        return _numbers(
            connection,
            f"SELECT id FROM captures WHERE provider = ? AND {condition} AND +removed_at IS NULL ORDER BY id DESC",
            provider,
        )


def _dispatches(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, list[Dispatch]]:
    found: dict[int, list[Dispatch]] = {}
    for row in connection.execute(f"{DISPATCH_QUERY} WHERE capture_id IN ({_marks(ids)}) ORDER BY id", ids):
        found.setdefault(row[0], []).append(dispatch(row))
    return found


def _number(connection: sqlite3.Connection, statement: str) -> int:
    with reading():
        return int(connection.execute(statement).fetchone()[0])


def _numbers(connection: sqlite3.Connection, statement: str, *values: str | int) -> list[int]:
    with reading():
        return [number for (number,) in connection.execute(statement, values)]


def _share(path: Path) -> FileLock:
    """The store's lock, held together with others. Raises StoreError while somebody changes the whole of it."""
    lock = FileLock(lock_of(path))
    until = time.monotonic() + BUSY_SECONDS
    while not lock.share():
        if time.monotonic() > until:
            lock.close()
            raise StoreError(f"{lock.others().capitalize()} is changing the store. Wait, and try again ({path}).")
        time.sleep(0.02)
    return lock


def _parts(ids: Iterable[int], size: int) -> Iterator[list[int]]:
    rest = iter(ids)
    while part := list(islice(rest, size)):
        yield part


def _marks(values: Sequence[int]) -> str:
    return ",".join("?" * len(values))
