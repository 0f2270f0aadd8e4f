"""Goes through live captures by id, newest first unless asked otherwise, and reads no more than it must."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeAlias

from inspector.store.column_tests import Parameter
from inspector.store.connection import ReadInterrupted, reading
from inspector.store.filter_sql import Where
from inspector.store.ordering import Order, order_by, within
from inspector.store.zones import ranges

UNBOUNDED = 2**63 - 1

PART = 10_000
"""Rows in one list."""

STRETCH = 16_384
"""Ids that are looked at together; if none is missing they need not be read."""

Row: TypeAlias = tuple[Any, ...]  # columns are of many types; what takes rows apart knows which


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Ids between `after` and `before`, both not among them, at most `limit` of them."""

    before: int | None = None
    after: int | None = None
    limit: int | None = None
    oldest_first: bool = False


ALL = Bounds()


class Scanner:
    """Goes through captures over one connection; `stop` may be called from another thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._stopped = False

    def rows(self, columns: str, where: Where | None, bounds: Bounds = ALL) -> Iterator[list[Row]]:
        """Rows in lists of at most 10,000. Raises ReadInterrupted after `stop`."""
        self._stopped = False
        left = UNBOUNDED if bounds.limit is None else bounds.limit
        statement, parameters = _statement(columns, where, oldest_first=bounds.oldest_first)
        with reading():
            for low, high in _clipped(ranges(self._connection, where), bounds):
                cursor = self._connection.execute(statement, (low, high, *parameters, left))
                while rows := cursor.fetchmany(PART):
                    self._go_on()
                    left -= len(rows)
                    yield rows
                if left <= 0:
                    return
                self._go_on()

    def ids(self, where: Where | None, bounds: Bounds = ALL) -> "array[int]":
        """Ids alone. Where all of a million are asked for, stretches without a gap are not read one by one."""
        found: array[int] = array("q")
        if where is not None or bounds.limit is not None or bounds.oldest_first:
            for rows in self.rows("id", where, bounds):
                found.extend(chain.from_iterable(rows))
            return found
        self._stopped = False
        with reading():
            (last,) = self._connection.execute("SELECT coalesce(max(id), 0) FROM captures").fetchone()
            for high in range(last, 0, -STRETCH):
                for low_, high_ in _clipped([(max(1, high - STRETCH + 1), high)], bounds):
                    found.extend(self._stretch(low_, high_))
                self._go_on()
        return found

    def sorted_ids(self, where: Where | None, order: Order, bounds: Bounds = ALL) -> "array[int]":
        """Ids in another order than that of their numbers. Raises ReadInterrupted after `stop`."""
        self._stopped = False
        found: array[int] = array("q")
        with reading():
            spans = list(_clipped(ranges(self._connection, where), bounds))
            inside, ids = within(spans)
            statement = (
                f"SELECT id FROM captures WHERE {inside} AND +removed_at IS NULL"
                f"{'' if where is None else f' AND ({where.sql})'} ORDER BY {order_by(order)} LIMIT ?"
            )
            limit = UNBOUNDED if bounds.limit is None else bounds.limit
            if spans:
                cursor = self._connection.execute(
                    statement, (*ids, *(() if where is None else where.parameters), limit)
                )
                while rows := cursor.fetchmany(PART):
                    self._go_on()
                    found.extend(chain.from_iterable(rows))
            self._go_on()
        return found

    def _stretch(self, low: int, high: int) -> Iterable[int]:
        condition = "FROM captures WHERE removed_at IS NULL AND id BETWEEN ? AND ?"
        span = f"SELECT count(*), coalesce(min(id), 0), coalesce(max(id), -1) {condition}"
        count, first, last = self._connection.execute(span, (low, high)).fetchone()
        if count == last - first + 1:
            return range(last, first - 1, -1)
        rows = self._connection.execute(f"SELECT id {condition} ORDER BY id DESC", (low, high))
        return chain.from_iterable(rows)

    def count(self, where: Where) -> int:
        """How many live captures match. Raises ReadInterrupted after `stop`."""
        self._stopped = False
        statement = f"SELECT count(*) FROM captures WHERE id BETWEEN ? AND ? AND +removed_at IS NULL AND ({where.sql})"
        found = 0
        with reading():
            for span in ranges(self._connection, where):
                found += self._connection.execute(statement, (*span, *where.parameters)).fetchone()[0]
                self._go_on()
        return found

    def stop(self) -> None:
        """End what is being read now."""
        self._stopped = True
        self._connection.interrupt()

    def _go_on(self) -> None:
        if self._stopped:
            raise ReadInterrupted("Reading was stopped.")


def _statement(columns: str, where: Where | None, *, oldest_first: bool) -> tuple[str, Sequence[Parameter]]:
    """Without a condition the index on removed_at holds what is asked; with one the table is the shorter way."""
    order = "" if oldest_first else "DESC"
    condition = "removed_at IS NULL" if where is None else f"+removed_at IS NULL AND ({where.sql})"
    statement = f"SELECT {columns} FROM captures WHERE id BETWEEN ? AND ? AND {condition} ORDER BY id {order} LIMIT ?"
    return statement, () if where is None else where.parameters


def _clipped(spans: list[tuple[int, int]], bounds: Bounds) -> Iterator[tuple[int, int]]:
    lowest = 0 if bounds.after is None else bounds.after + 1
    highest = UNBOUNDED if bounds.before is None else bounds.before - 1
    for low, high in reversed(spans) if bounds.oldest_first else spans:
        if max(low, lowest) <= min(high, highest):
            yield max(low, lowest), min(high, highest)
