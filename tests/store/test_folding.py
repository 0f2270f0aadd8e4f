"""A list without the repeats that stand under their first arrival."""

import pytest

from inspector.core.filter.parser import parse
from inspector.core.response import Response
from inspector.store.filter_sql import where
from inspector.store.folding import folded
from inspector.store.reader import Reader
from inspector.store.store import Store
from tests.store.arrivals import arrival, delivery

FAILED = Response(status=500, duration_ms=1.0)


@pytest.fixture
def listed(store: Store, reader: Reader) -> Reader:
    """1 came as 1, 2 and 4; 3 alone; 5 is another delivery of what 3 brought."""
    store.keep(
        [
            delivery("evt_1", body=b"a", response=FAILED),
            delivery("evt_1", body=b"a"),
            delivery("evt_3", body=b"c"),
            delivery("evt_1", body=b"other"),
            delivery("evt_5", body=b"c"),
            arrival(),
        ]
    )
    return reader


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", [6, 5, 3, 1]),
        ("provider:stripe", [5, 3, 1]),
        ("status:500", [1]),
        ("status:200", [6, 5, 4, 3, 2]),
        ("delivery:evt_1*", [1]),
        ("is:retry OR is:duplicate", [4, 2]),
        ("NOT status:500 AND delivery:evt_1", [4, 2]),
        ("hooks", [6, 5, 3, 1]),
        ("method:GET", []),
    ],
)
def test_a_repeat_stands_under_the_first_that_matches(listed: Reader, text: str, ids: list[int]) -> None:
    """Where the first is not in the list nothing can stand under it; a delivery of the same event is no repeat."""
    assert list(listed.ids(folded(where(parse(text))))) == ids


def test_without_a_filter(listed: Reader) -> None:
    """No condition at all is folded alike."""
    assert list(listed.ids(folded(None))) == [6, 5, 3, 1]
    assert listed.count(folded(None)) == 4


def test_the_repeats_of_a_removed_first_come_back(store: Store, listed: Reader) -> None:
    """What cannot be unfolded any more is not hidden."""
    store.remove(None, [1])

    assert list(listed.ids(folded(None))) == [6, 5, 4, 3, 2]
