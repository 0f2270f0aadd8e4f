"""Orders of a list other than newest first."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from inspector.store import ordering
from inspector.store.ordering import KEYS, Order, order_by, within
from inspector.store.reader import Reader
from inspector.store.schema import CAPTURES
from inspector.store.store import Store
from tests.store.arrivals import arrival


@pytest.mark.parametrize("by", KEYS)
@pytest.mark.parametrize("descending", [False, True])
def test_every_key_sorts_and_equal_ones_stand_newest_first(
    store: Store, reader: Reader, by: str, descending: bool
) -> None:
    """Both ways, over what a store really holds."""
    store.keep([arrival(b"same")] * 3)

    ids = list(reader.ids(None, order=Order(by=by, descending=descending)))

    assert ids == ([1, 2, 3] if by == "id" and not descending else [3, 2, 1])


def test_what_has_no_value_stands_at_the_end_both_ways(store: Store, reader: Reader) -> None:
    """An empty cell is not the smallest text."""
    store.keep([arrival(provider="github", event=event) for event in ("b", None, "A", "c")])

    assert list(reader.ids(None, order=Order(by="event"))) == [3, 1, 4, 2]
    assert list(reader.ids(None, order=Order(by="event", descending=True))) == [4, 1, 3, 2]


def test_numbers_sort_as_numbers_and_failures_come_first(store: Store, reader: Reader) -> None:
    """A body of 9 bytes is smaller than one of 100; what is not valid is what one sorts verdicts for."""
    store.keep([arrival(b"x" * 100), arrival(b"x" * 9), arrival(provider="github", status="invalid")])

    assert list(reader.ids(None, order=Order(by="size"))) == [3, 2, 1]
    assert reader.ids(None, order=Order(by="signature"))[0] == 3
    assert reader.ids(None, order=Order(by="signature", descending=True))[-1] == 3


def test_those_with_a_note_come_first(store: Store, reader: Reader) -> None:
    """There are few of them, and one looks for them."""
    store.keep([replace(arrival(), note="look"), arrival()])

    assert list(reader.ids(None, order=Order(by="note"))) == [1, 2]


def test_more_ranges_than_a_statement_takes_become_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies between them is left to the filter."""
    assert within([(5, 9), (1, 2)]) == ("(id BETWEEN ? AND ? OR id BETWEEN ? AND ?)", (5, 9, 1, 2))

    monkeypatch.setattr(ordering, "MOST_RANGES", 1)
    assert within([(5, 9), (1, 2)]) == ("(id BETWEEN ? AND ?)", (1, 9))


def test_keys_are_expressions_over_the_table_of_captures() -> None:
    """A column that is renamed is noticed here, not by a click on a header."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(CAPTURES)
        for by in KEYS:
            connection.execute(f"SELECT id FROM captures ORDER BY {order_by(Order(by=by, descending=True))}")
