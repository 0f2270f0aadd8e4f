"""Which id stands in which row."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from inspector.gui.models.rows import AROUND, MOST_RUNS, NewestFirst, Rows, Sorted


def shown(rows: Rows) -> list[int]:
    """Every id, from the first row down."""
    return [rows.at(row) for row in range(len(rows))]


def turned(rows: Rows, ids: list[int]) -> list[int] | None:
    """What a list shows after it became another step by step; None where it cannot."""
    runs = rows.runs_to(ids)
    for run in runs or ():
        rows.take(run)
    return None if runs is None else shown(rows)


@given(st.sets(st.integers(1, 60)), st.sets(st.integers(1, 60)))
def test_newest_first_becomes_any_other_list(before: set[int], after: set[int]) -> None:
    """Whatever left and came, the steps lead there."""
    rows = NewestFirst(sorted(before, reverse=True))

    assert turned(rows, sorted(after, reverse=True)) == sorted(after, reverse=True)


@given(st.permutations(range(1, 30)), st.sets(st.integers(1, 29)), st.sets(st.integers(1, 29)))
def test_a_sorted_list_loses_rows_and_gets_them_back(order: list[int], first: set[int], second: set[int]) -> None:
    """Where the order of those that stay is the same, each list becomes the other or says that it cannot."""
    before, after = [id for id in order if id in first], [id for id in order if id in second]

    assert turned(Sorted(before), after) in (after, None)
    assert turned(Sorted(order), after) == after
    assert turned(Sorted(after), list(order)) == list(order)


def test_another_order_is_shown_anew() -> None:
    """Rows that changed places are not taken apart one by one."""
    assert turned(Sorted([3, 1, 2]), [1, 2, 3]) in ([1, 2, 3], None)
    assert Sorted(range(5000)).runs_to(list(range(4999, -1, -1))) is None
    assert NewestFirst(range(2000, 0, -2)).runs_to(range(2001, 0, -2)) is None
    assert MOST_RUNS < 1000


def test_ids_are_found_in_both() -> None:
    """One by one, many at once, and none that is not here."""
    for rows in (NewestFirst([9, 7, 5]), Sorted([7, 9, 5])):
        assert [rows.at(row) for row in rows.rows_of([5, 9])] == [5, 9]
        assert {rows.at(row) for row in rows.rows_of([5, 9, 7, 4])} == {5, 7, 9}
        assert rows.row_of(6) is None


def test_what_is_looked_at_next_is_around_what_was_looked_at() -> None:
    """In a sorted list these are rows, not numbers, and none is searched for."""
    order = array("q", [*range(1000, 0, -2), *range(1, 1000, 2)])
    rows = Sorted(order)

    around = rows.around([rows.at(500), rows.at(501)], 501)

    assert list(around) == list(order[501 - 2 - AROUND : 502 + AROUND])
    assert rows.span_of(around, 501) == (501 - len(around) - AROUND, 501 + len(around) + AROUND)
    assert Sorted().span_of((), 0) is None
    assert NewestFirst(range(1000, 0, -1)).around([900, 5], 0) == ()


def test_only_newest_first_has_newer_ones_above() -> None:
    """Elsewhere they stand anywhere."""
    assert NewestFirst([9, 7, 5]).count_newer(5) == 2
    assert Sorted([5, 9, 7]).count_newer(5) == 0
