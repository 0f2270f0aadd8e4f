"""What differs between two rising lists."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from inspector.gui.models.differences import Run, common, differences

RISING = st.sets(st.integers(0, 80)).map(sorted)


@given(RISING, RISING)
def test_the_runs_turn_one_list_into_the_other(old: list[int], new: list[int]) -> None:
    """Applied in their order, the runs make the new list of the old one."""
    ids, wanted = array("q", old), array("q", new)

    runs = differences(ids, wanted, most=1000)

    assert runs is not None
    for run in runs:
        if run.gone:
            del ids[run.place : run.place + run.gone]
        else:
            ids[run.place : run.place] = run.new
    assert ids == wanted


def test_a_few_that_left_a_million_are_few_runs() -> None:
    """Neighbours are one run, and what stays is not walked one by one."""
    ids = array("q", range(1_000_000))
    wanted = array("q", (id for id in ids if id not in (5, 6, 500_000)))

    assert differences(ids, wanted, most=10) == [Run(place=500_000, gone=1), Run(place=5, gone=2)]


def test_more_runs_than_allowed_are_none() -> None:
    """Where too much differs the list is better shown anew."""
    assert differences(array("q", range(100)), array("q", range(0, 100, 2)), most=10) is None


@given(RISING, RISING)
def test_common_counts_what_is_the_same(old: list[int], new: list[int]) -> None:
    """It stops at the very first difference."""
    same = common(array("q", old), 0, array("q", new), 0)

    assert old[:same] == new[:same]
    assert old[same : same + 1] != new[same : same + 1] or same == min(len(old), len(new))
