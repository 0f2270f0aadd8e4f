"""Rows with blocks of repeats between them."""

from hypothesis import given
from hypothesis import strategies as st

from inspector.gui.models.folded_rows import FoldedRows
from inspector.gui.models.rows import NewestFirst, Sorted


def shown(rows: FoldedRows) -> list[int]:
    """Every id, from the first row down."""
    return [rows.at(row) for row in range(len(rows))]


def test_repeats_stand_below_their_first_arrival() -> None:
    """Oldest first, and every id is found where it stands."""
    rows = FoldedRows(NewestFirst([9, 7, 5, 1]))
    rows.open(5, [6, 8])
    rows.open(9, [10])

    assert shown(rows) == [9, 10, 7, 5, 6, 8, 1]
    assert [rows.row_of(id) for id in (9, 10, 7, 5, 6, 8, 1, 4)] == [0, 1, 2, 3, 4, 5, 6, None]
    assert sorted(rows.rows_of([8, 9, 4])) == [0, 5]
    assert rows.span_of([8, 10], 0) == (1, 5)
    assert rows.span_of([4], 0) is None
    assert list(rows.around([8], 5)) == shown(rows)
    assert rows.lost([9, 6, 1]) == [5]
    assert rows.lost([9, 5]) == []
    assert (rows.is_under(8), rows.is_under(9)) == (5, None)
    assert [rows.count_newer(id) for id in (11, 8, 5, 0)] == [0, 2, 3, 7]


def test_an_order_of_its_own_unfolds_alike() -> None:
    """A block stands below its row wherever that is."""
    rows = FoldedRows(Sorted([2, 9, 5]))
    rows.open(9, [10, 11])

    assert shown(rows) == [2, 9, 10, 11, 5]
    assert rows.lost([5, 9]) == []
    assert rows.lost([5, 2]) == [9]
    rows.close(9)
    assert shown(rows) == [2, 9, 5]
    assert rows.opened == ()


@given(st.sets(st.integers(1, 40), min_size=1), st.sets(st.integers(1, 40)), st.data())
def test_the_list_changes_around_what_is_unfolded(before: set[int], after: set[int], data: st.DataObject) -> None:
    """Whatever leaves and comes: blocks stay below their heads, and each row is found by its id."""
    heads = data.draw(st.sets(st.sampled_from(sorted(before)), max_size=4))
    rows = FoldedRows(NewestFirst(sorted(before, reverse=True)))
    for head in heads:
        rows.open(head, [head * 100, head * 100 + 1])
    wanted = sorted(after | heads, reverse=True)
    for run in rows.runs_to(wanted) or ():
        rows.take(run)

    expected = [id for one in wanted for id in ([one, one * 100, one * 100 + 1] if one in heads else [one])]
    assert shown(rows) == expected
    assert [rows.row_of(id) for id in expected] == list(range(len(expected)))
