"""Tests of a filter as SQL over one value, asked of SQLite itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.filter import wildcard
from inspector.core.filter.matcher import passes
from inspector.core.filter.tree import Between, Exactly, Number, State, Test, Wildcard
from inspector.store.column_tests import SELECTIVE, column_test, like_pattern, prefix_range
from inspector.store.filter_sql import register_functions

TEXTS = st.text(alphabet='aAbZ[_%*?\\é\x00\ud7ff\U0010ffff"', max_size=12)


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    """A database in memory with the store's functions."""
    with closing(sqlite3.connect(":memory:")) as connection:
        register_functions(connection)
        yield connection


def asked(connection: sqlite3.Connection, test: Test, value: str | int | None) -> int:
    """What SQL says of one value."""
    sql, parameters = column_test("value", test)
    (answer,) = connection.execute(f"SELECT {sql} FROM (SELECT ? AS value)", (*parameters, value)).fetchone()
    return int(answer)


@given(pattern=TEXTS, value=TEXTS)
def test_texts(connection: sqlite3.Connection, pattern: str, value: str) -> None:
    """Wildcards and exact texts say what the matcher says, over any characters."""
    for test in (Wildcard(pattern=pattern), Exactly(text=pattern)):
        assert asked(connection, test, value) == passes(test, value)


@given(prefix=st.text(alphabet="aAZ[_@`é\ud7ff\U0010ffff%*", min_size=SELECTIVE, max_size=SELECTIVE + 2), rest=TEXTS)
def test_the_range_of_an_index_leaves_nothing_out(connection: sqlite3.Connection, prefix: str, rest: str) -> None:
    """What an index is asked for holds everything that the pattern matches, whatever its last character."""
    narrow = prefix_range("value", wildcard.escaped(prefix) + "*")
    assert (narrow is None) == (prefix[-1] in "\ud7ff\U0010ffff")
    for value in (prefix, prefix + rest, wildcard.lowered(prefix) + rest):
        sql, parameters = narrow or ("1", ())
        ((found,),) = connection.execute(f"SELECT {sql} FROM (SELECT ? AS value)", (*parameters, value))
        assert found == 1


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("evt_123", ("x = ? COLLATE NOCASE", ("evt_123",))),
        ("EVT_12345678*", ("x >= ? COLLATE NOCASE AND x < ? COLLATE NOCASE", ("evt_12345678", "evt_12345679"))),
        ("evt_1234567*", None),
        ("*evt_12345678", None),
        ("evt_12345678\U0010ffff*", None),
    ],
)
def test_an_index_is_asked_only_for_what_selects(pattern: str, expected: object) -> None:
    """A short beginning would find half the table, and then have to sort it."""
    assert prefix_range("x", pattern) == expected


def test_numbers(connection: sqlite3.Connection) -> None:
    """Every order, to the last digit of the largest number."""
    largest = 2**63 - 1
    for order, below, same in (("=", 0, 1), (">", 0, 0), (">=", 0, 1), ("<", 1, 0), ("<=", 1, 1)):
        test = Number(order=order, number=largest)  # type: ignore[arg-type]
        assert (asked(connection, test, largest - 1), asked(connection, test, largest)) == (below, same)


def test_moments_are_half_open(connection: sqlite3.Connection) -> None:
    """The end belongs to what comes after."""
    test = Between(start=5, end=7)

    assert [asked(connection, test, value) for value in (4, 5, 6, 7)] == [0, 1, 1, 0]
    assert [asked(connection, Between(start=5), value) for value in (4, 5, 10)] == [0, 1, 1]


@pytest.mark.parametrize(
    "test",
    [
        Wildcard(pattern="*"),
        Wildcard(pattern="a"),
        Wildcard(pattern="\x00*"),
        Exactly(text=""),
        Number(order="<", number=1),
        Between(start=0),
        Between(start=0, end=9),
        State(name="pinned"),
    ],
)
def test_nothing_passes_no_test(connection: sqlite3.Connection, test: Test) -> None:
    """NULL gives 0 and not NULL, so that NOT gives 1."""
    assert asked(connection, test, None) == 0


def test_like_patterns_escape_what_like_would_take_for_its_own() -> None:
    """`%` and `_` of a text stand for themselves."""
    assert like_pattern(r"50%_*?\*\x") == r"50\%\_%_*\\x"
