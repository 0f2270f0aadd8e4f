"""Zone maps of several processes."""

from contextlib import closing
from pathlib import Path

import pytest

from inspector.core.filter.parser import parse
from inspector.store import shared_zones
from inspector.store.filter_sql import where
from inspector.store.reader import Reader
from inspector.store.store import Store
from tests.store.arrivals import arrival


def test_values_another_process_took_back_are_written_again(path: Path) -> None:
    """One purges the only capture with a value; the other, which wrote that value down, keeps one with it again."""
    with closing(Store.open(path)) as one, closing(Store.open(path)) as other, closing(Reader(path)) as reader:
        other.keep([arrival(event="rare", provider="stripe"), arrival(provider="stripe")])
        one.remove(None, [1])
        while one.purge_step(all=True):
            pass
        assert reader.count(where(parse("event:rare"))) == 0

        other.keep([arrival(event="rare", provider="stripe")])

        assert list(reader.ids(where(parse("event:rare")))) == [3]


def test_a_change_is_found_by_its_new_values(store: Store, reader: Reader) -> None:
    """Also one that failed before it was made."""
    store.keep([arrival(), arrival()])
    store.pin([2], True)

    assert list(reader.ids(where(parse("is:pinned")))) == [2]


def test_what_was_rolled_back_is_written_down_when_it_comes(store: Store, reader: Reader) -> None:
    """The memory of what stands in the table does not outlive a transaction that failed."""
    good = arrival(provider="stripe", event="new")
    bad = arrival(provider="stripe", event="new")
    object.__setattr__(bad.request.body, "sha256", "no hex")
    with pytest.raises(ValueError, match="hex"):
        store.keep([good, bad])

    store.keep([good])

    assert list(reader.ids(where(parse("event:new")))) == [1]


def test_memory_is_bounded(store: Store, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sender with ever new paths does not fill it, and each is found."""
    monkeypatch.setattr(shared_zones, "MOST_SEEN", 5)
    store.keep([arrival(path=f"/{number}") for number in range(12)])

    assert [reader.count(where(parse(f"path:/{number}"))) for number in range(12)] == [1] * 12
    assert len(store._zones._seen) <= 5
