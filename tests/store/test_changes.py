"""Later changes."""

import pytest

from inspector.core.response import Response
from inspector.store.reader import Reader
from inspector.store.store import Store
from tests.store.arrivals import arrival


def test_every_change_raises_the_number(store: Store, reader: Reader) -> None:
    """Keeping does not: those that are new are found by their ids."""
    store.keep([arrival(), arrival()])
    assert reader.change_seq() == 0

    store.pin([1], True)
    store.record_responses([(2, Response(status=500))])

    assert reader.change_seq() == 2
    assert (reader.changed_since(0), reader.changed_since(1), reader.changed_since(2)) == ([1, 2], [2], [])


def test_pinning_what_is_pinned_is_no_change(store: Store, reader: Reader) -> None:
    """Nothing has to be read again."""
    store.keep([arrival()])
    store.pin([1], True)
    before = reader.change_seq()

    store.pin([1], True)

    assert reader.changed_since(before) == []


def test_a_change_that_fails_changes_nothing(store: Store, reader: Reader) -> None:
    """Not even its number."""
    store.keep([arrival()])
    with pytest.raises(AttributeError):
        store.record_responses([(1, Response(status=204)), (1, None)])  # type: ignore[list-item]

    assert reader.change_seq() == 0
    assert reader.summaries([1])[0].status == 200
