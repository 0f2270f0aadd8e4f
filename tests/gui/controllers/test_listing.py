"""The list equals what the filter matches, whatever happens, over a real store."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest

from inspector.core.filter.errors import FilterError
from inspector.core.paths import Paths
from inspector.gui.controllers import listing as listings
from inspector.gui.controllers.listing import Listing
from inspector.gui.models import rows
from inspector.gui.models.captures_model import CapturesModel
from inspector.gui.models.sorting import Sort
from inspector.gui.reader import CaptureReader
from inspector.store.store import Store
from tests.gui.stage import Loop, add, fill, reading_model


@dataclass
class Bench:
    """A store with nine captures and a list over it."""

    store: Store
    model: CapturesModel
    listing: Listing
    loop: Loop

    @property
    def ids(self) -> list[int]:
        """What the list shows."""
        return [self.model.id_at(place) for place in range(self.model.rowCount())]

    def do(self, act: object, *parts: object) -> None:
        """Call something inside the running loop."""

        async def main() -> None:
            act(*parts)  # type: ignore[operator]

        self.loop.run(main())


@pytest.fixture
def bench(loop: Loop, paths: Paths) -> Iterator[Bench]:
    """The list shows all nine captures."""
    with closing(fill(paths.store, 9)) as store:
        reader = CaptureReader(paths.store)
        model = reading_model(reader.summaries)
        listing = Listing(model, reader)
        made = Bench(store=store, model=model, listing=listing, loop=loop)
        made.do(listing.reload)
        loop.until(lambda: model.rowCount() == 9)
        yield made
        reader.close()


def test_what_arrives_comes_on_top_with_its_rows(bench: Bench) -> None:
    """A burst is there at once, and what is painted of it is read with it."""
    add(bench.store, 3)
    bench.do(bench.listing.captured)
    bench.loop.until(lambda: bench.model.rowCount() == 12)

    assert bench.ids == list(range(12, 0, -1))
    assert bench.model.cache.peek(12) is not None


def test_a_filter_shows_what_matches_and_only_such_arrivals(bench: Bench) -> None:
    """Arrivals that do not match stay out of the list."""
    bench.do(bench.listing.show, "provider:github")
    bench.loop.until(lambda: bench.model.rowCount() == 3)
    add(bench.store, 3)
    bench.do(bench.listing.captured)
    bench.loop.until(lambda: bench.model.rowCount() == 4)

    assert bench.ids == [12, 9, 6, 3]
    assert bench.listing.complete


def test_a_filter_that_cannot_be_read_changes_nothing(bench: Bench) -> None:
    """The list stays as it was."""
    with pytest.raises(FilterError):
        bench.listing.show("provider:github AND")

    assert bench.model.rowCount() == 9
    assert bench.listing.text == ""


def test_long_lists_come_in_pages(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first page stands before the rest is read, and nothing is missing or twice at the end."""
    monkeypatch.setattr(listings, "FIRST", 2)
    monkeypatch.setattr(listings, "PAGE", 3)
    counts: list[tuple[int, bool]] = []
    bench.listing.counted.connect(lambda count, complete: counts.append((count, complete)))

    bench.do(bench.listing.reload)
    bench.loop.until(lambda: counts and counts[-1][1])

    assert bench.ids == list(range(9, 0, -1))
    assert counts[0] == (2, False)


def test_removal_and_undo_are_followed_without_a_reset(bench: Bench) -> None:
    """Rows that left go, rows that came back return to their place, and the rest is not touched."""
    resets: list[bool] = []
    bench.model.modelReset.connect(lambda: resets.append(True))

    token, _ = bench.store.remove(None, (8, 3))
    bench.do(bench.listing.changed, None)
    bench.loop.until(lambda: bench.model.rowCount() == 7)
    assert bench.ids == [9, 7, 6, 5, 4, 2, 1]

    bench.store.restore(token)
    bench.do(bench.listing.changed, None)
    bench.loop.until(lambda: bench.model.rowCount() == 9)
    assert bench.ids == list(range(9, 0, -1))
    assert resets == []


def test_a_capture_that_matches_no_more_leaves_a_filtered_list(bench: Bench) -> None:
    """A change of one capture can take it out of the list."""
    bench.store.pin((5, 2), True)
    bench.do(bench.listing.show, "is:pinned")
    bench.loop.until(lambda: bench.ids == [5, 2])

    bench.store.pin((5,), False)
    bench.do(bench.listing.changed, (5,))
    bench.loop.until(lambda: bench.ids == [2])


def test_a_frozen_list_stands_still_and_catches_up(bench: Bench) -> None:
    """Frozen, nothing comes in; let go, all of it is there."""
    bench.do(bench.listing.freeze, True)
    add(bench.store, 2)
    bench.do(bench.listing.captured)
    bench.loop.pause(0.05)
    assert bench.model.rowCount() == 9

    bench.do(bench.listing.freeze, False)
    bench.loop.until(lambda: bench.model.rowCount() == 11)


def test_a_filter_that_hides_all_is_told_from_an_empty_store(bench: Bench) -> None:
    """Only a filter can hide."""
    bench.do(bench.listing.show, "provider:nobody")
    bench.loop.until(lambda: bench.listing.hides_all)
    bench.do(bench.listing.show, "")
    bench.loop.until(lambda: bench.model.rowCount() == 9)

    assert not bench.listing.hides_all


def test_the_last_of_many_filters_wins(bench: Bench) -> None:
    """Whoever types fast sees the result of what stands in the field, never of what stood there."""

    async def type_fast() -> None:
        for text in ("provider:github", "github", "nothing-has-this-word", "provider:stripe"):
            bench.listing.show(text)

    bench.loop.run(type_fast())
    bench.loop.until(lambda: bench.listing.complete and bench.model.rowCount() == 6)

    assert bench.ids == [8, 7, 5, 4, 2, 1]


def test_a_store_that_is_not_there_is_told(loop: Loop, paths: Paths) -> None:
    """The list says why it is empty."""
    reader = CaptureReader(paths.store)
    listing = Listing(reading_model(reader.summaries), reader)
    told: list[str] = []
    listing.failed.connect(told.append)

    async def main() -> None:
        listing.reload()

    loop.run(main())
    loop.until(lambda: told)
    reader.close()

    assert "no store" in told[0]


def test_a_sorted_list_comes_in_two_steps_and_holds_all(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first page stands before the whole order is known."""
    monkeypatch.setattr(listings, "FIRST", 2)
    counts: list[tuple[int, bool]] = []
    bench.listing.counted.connect(lambda count, complete: counts.append((count, complete)))

    bench.do(bench.listing.sort_by, Sort(column="provider"))
    bench.loop.until(lambda: counts and counts[-1][1])

    assert bench.ids == [9, 6, 3, 8, 7, 5, 4, 2, 1]
    assert counts == [(2, False), (9, True)]


def test_what_arrives_does_not_move_a_sorted_list(bench: Bench) -> None:
    """It is counted, by the filter too, and comes in when the list is read again."""
    waits: list[int] = []
    bench.listing.waits.connect(waits.append)
    bench.do(bench.listing.sort_by, Sort(column="provider"))
    bench.loop.until(lambda: bench.ids == [9, 6, 3, 8, 7, 5, 4, 2, 1])
    add(bench.store, 3)
    bench.do(bench.listing.captured)
    bench.loop.until(lambda: waits[-1] == 3)
    add(bench.store, 1)
    bench.do(bench.listing.captured)
    bench.loop.until(lambda: waits[-1] == 4)
    assert bench.model.rowCount() == 9

    bench.do(bench.listing.reload)
    bench.loop.until(lambda: bench.model.rowCount() == 13)
    assert bench.ids == [12, 9, 6, 3, 13, 11, 10, 8, 7, 5, 4, 2, 1]
    assert waits[-1] == 0


def test_removal_and_undo_keep_a_sorted_list_where_it_is(bench: Bench) -> None:
    """Rows leave and come back to their places, without a reset."""
    bench.do(bench.listing.sort_by, Sort(column="provider"))
    bench.loop.until(lambda: bench.ids == [9, 6, 3, 8, 7, 5, 4, 2, 1])
    resets: list[bool] = []
    bench.model.modelReset.connect(lambda: resets.append(True))

    token, _ = bench.store.remove(None, (6, 8))
    bench.do(bench.listing.changed, None)
    bench.loop.until(lambda: bench.ids == [9, 3, 7, 5, 4, 2, 1])
    bench.store.restore(token)
    bench.do(bench.listing.changed, None)
    bench.loop.until(lambda: bench.ids == [9, 6, 3, 8, 7, 5, 4, 2, 1])
    assert resets == []


def test_a_list_that_differs_too_much_is_rebuilt_and_says_so(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is selected is looked for again."""
    monkeypatch.setattr(rows, "MOST_RUNS", 0)
    told: list[str] = []
    bench.listing.about_to_reset.connect(lambda: told.append("about to"))
    bench.listing.was_rebuilt.connect(lambda: told.append("rebuilt"))
    bench.store.remove(None, (8, 3))
    bench.do(bench.listing.changed, None)
    bench.loop.until(lambda: bench.model.rowCount() == 7)

    assert told == ["about to", "rebuilt"]


def test_a_filter_keeps_the_order(bench: Bench) -> None:
    """Sorting and filtering are two things."""
    bench.do(bench.listing.sort_by, Sort(column="id"))
    bench.loop.until(lambda: bench.ids == list(range(1, 10)))
    bench.do(bench.listing.show, "provider:github")
    bench.loop.until(lambda: bench.ids == [3, 6, 9])

    bench.do(bench.listing.sort_by, None)
    bench.loop.until(lambda: bench.ids == [9, 6, 3])
