"""Going through captures."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from inspector.core.filter.parser import parse
from inspector.store import scanning
from inspector.store.connection import ReadInterrupted
from inspector.store.filter_sql import Where, where
from inspector.store.ordering import Order
from inspector.store.scanning import Bounds, Scanner
from inspector.store.store import Store
from tests.store.arrivals import arrival


@pytest.fixture
def connection(store: Store) -> Iterator[sqlite3.Connection]:
    """To a store whose captures stand in three blocks of ids."""
    for start in (1, 5000, 9000):
        with closing(sqlite3.connect(store.path)) as other, other:
            other.execute("DELETE FROM sqlite_sequence")
            other.execute("INSERT INTO sqlite_sequence VALUES ('captures', ?)", (start,))
        store.keep([arrival(provider="stripe" if start == 5000 else "github") for _ in range(3)])
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        yield connection


def ids(scanner: Scanner, text: str, bounds: Bounds) -> list[int]:
    """What a filter finds."""
    return [row[0] for rows in scanner.rows("id", where(parse(text)) if text else None, bounds) for row in rows]


def test_bounds_hold_across_blocks(connection: sqlite3.Connection) -> None:
    """Whether a filter names the blocks or not, in both directions."""
    scanner = Scanner(connection)

    assert ids(scanner, "provider:github", Bounds(limit=4)) == [9003, 9002, 9001, 4]
    assert ids(scanner, "provider:github", Bounds(limit=4, oldest_first=True)) == [2, 3, 4, 9001]
    assert ids(scanner, "provider:stripe", Bounds(before=5003)) == [5002, 5001]
    assert ids(scanner, "provider:stripe", Bounds(before=5001)) == []
    assert ids(scanner, "", Bounds(after=4, before=9002)) == [9001, 5003, 5002, 5001]
    assert ids(scanner, "", Bounds(limit=0)) == []
    assert scanner.count(where(parse("provider:github"))) == 6


def test_everything_is_read_from_an_index_alone(connection: sqlite3.Connection) -> None:
    """A million ids are asked for; the table would be thirty times as much to read."""
    statement, _ = scanning._statement("id", None, oldest_first=False)

    plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", (0, 9, 1)).fetchall()

    assert ["COVERING INDEX captures_removed" in row[3] for row in plan] == [True]


def test_lists_are_bounded(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """A million summaries never stand in memory at once."""
    monkeypatch.setattr(scanning, "PART", 2)

    assert [len(rows) for rows in Scanner(connection).rows("id", None)] == [2, 2, 2, 2, 1]


def test_ids_of_stretches_with_and_without_gaps(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """All live ids and no others, whichever way they were found."""
    monkeypatch.setattr(scanning, "STRETCH", 8)
    store.keep([arrival() for _ in range(50)])
    gone = {3, 17, 18, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 50}
    store.remove(None, sorted(gone))
    with closing(sqlite3.connect(store.path)) as connection:
        scanner = Scanner(connection)

        assert list(scanner.ids(None)) == [id for id in range(50, 0, -1) if id not in gone]
        assert list(scanner.ids(None, Bounds(after=5, before=20))) == [19, *range(16, 5, -1)]
        assert list(scanner.ids(None, Bounds(limit=3))) == [49, 48, 47]


def test_another_order_holds_bounds_and_filters_too(connection: sqlite3.Connection) -> None:
    """Sorted by a column, equal ones newest first, whether a filter names blocks of ids or not."""
    scanner = Scanner(connection)
    by_provider = Order(by="provider", descending=True)

    assert list(scanner.sorted_ids(None, by_provider)) == [5003, 5002, 5001, 9003, 9002, 9001, 4, 3, 2]
    assert list(scanner.sorted_ids(None, by_provider, Bounds(limit=2))) == [5003, 5002]
    assert list(scanner.sorted_ids(None, Order(by="id"), Bounds(before=5002))) == [2, 3, 4, 5001]
    assert list(scanner.sorted_ids(where(parse("provider:github")), Order(by="id"))) == [2, 3, 4, 9001, 9002, 9003]
    assert list(scanner.sorted_ids(where(parse("provider:nobody")), Order(by="id"))) == []


def test_sorting_can_be_stopped(connection: sqlite3.Connection) -> None:
    """Whoever clicks on another column does not wait for the first."""
    scanner = Scanner(connection)

    def stop() -> int:
        scanner.stop()
        return 1

    connection.create_function("stop_reading", 0, stop)

    with pytest.raises(ReadInterrupted):
        scanner.sorted_ids(Where(sql="stop_reading()"), Order(by="size"))
