"""Repeats folded under their first arrival, over a real store."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.core.paths import Paths
from inspector.core.response import Response
from inspector.core.settings import Settings
from inspector.gui.controllers import folding as foldings
from inspector.gui.controllers.folding import Folding
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.listing import Listing
from inspector.gui.models.columns import COLUMNS
from inspector.gui.models.sorting import Sort
from inspector.gui.reader import CaptureReader
from inspector.gui.views.captures_table import CapturesTable
from inspector.store.store import Store
from tests.gui.stage import FACES, FakeEngine, Loop, asking_of, reading_model
from tests.store.arrivals import delivery

EVENT = next(place for place, column in enumerate(COLUMNS) if column.name == "event")
FAILED = Response(status=500, duration_ms=1.0)


@dataclass
class Bench:
    """A table over a store: 1 came again as 2 and 4, 3 came once."""

    store: Store
    table: CapturesTable
    listing: Listing
    folding: Folding
    habits: Habits
    loop: Loop

    @property
    def ids(self) -> list[int]:
        """What the list shows."""
        return [self.table.captures.id_at(place) for place in range(self.table.captures.rowCount())]

    def shows(self, *ids: int) -> None:
        """Wait until the list shows these, and every row is read."""
        self.loop.until(lambda: self.ids == list(ids))
        self.loop.until(lambda: all(self.table.captures.summary_at(row) for row in range(len(ids))))
        self.loop.settle()

    def do(self, act: object, *parts: object) -> None:
        """Call something inside the running loop."""

        async def main() -> None:
            act(*parts)  # type: ignore[operator]

        self.loop.run(main())

    def press(self, key: Qt.Key) -> None:
        """Press a key in the table."""
        self.do(QTest.keyClick, self.table, key)

    def click(self, row: int, x: int) -> None:
        """Click into the event's cell of a row, so many pixels from its edge."""
        index = self.table.captures.index(row, EVENT)
        place = self.table.visualRect(index).topLeft() + QPoint(x, 8)
        self.do(
            QTest.mouseClick, self.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )


@pytest.fixture
def bench(qtbot: QtBot, loop: Loop, paths: Paths) -> Iterator[Bench]:
    """Repeats are folded."""
    with closing(Store.open(paths.store)) as store:
        store.keep([delivery("a", response=FAILED), delivery("a"), delivery("b"), delivery("a")])
        reader = CaptureReader(paths.store)
        model = reading_model(reader.summaries)
        table = CapturesTable(model, faces=FACES)
        qtbot.addWidget(table)
        table.resize(1200, 400)
        table.show()
        listing = Listing(model, reader)
        asking, _ = asking_of(FakeEngine())
        habits = Habits(Settings(fold_repeats=True), asking)
        folding = Folding(table=table, listing=listing, reader=reader, asking=asking, habits=habits)
        made = Bench(store=store, table=table, listing=listing, folding=folding, habits=habits, loop=loop)
        made.do(listing.reload)
        made.shows(3, 1)
        yield made
        loop.settle()
        reader.close()


def test_the_arrow_keys_unfold_and_fold(bench: Bench) -> None:
    """Right opens what the keyboard is on, left closes it, from a repeat as well."""
    bench.do(bench.table.select_id, 1)
    bench.press(Qt.Key.Key_Right)
    bench.shows(3, 1, 2, 4)
    assert bench.table.current_id() == 1
    bench.do(bench.table.select_id, 4)
    bench.press(Qt.Key.Key_Left)
    bench.shows(3, 1)

    assert bench.table.current_id() == 1
    assert bench.table.selected_ids() == (1,)


def test_a_new_repeat_is_seen_where_it_is_folded(bench: Bench) -> None:
    """The row is unread again and tells when the last came; that is gone once it was looked at."""
    model = bench.table.captures
    bench.store.mark_read([1], with_repeats=True)
    bench.do(model.refresh, None)
    bench.loop.until(lambda: (row := model.summary_at(1)) is not None and not row.again_unread)
    assert "unread" not in model.index(1, EVENT).data(Qt.ItemDataRole.AccessibleDescriptionRole)

    bench.store.keep([delivery("a")])
    bench.do(bench.listing.captured)
    bench.loop.until(lambda: (row := model.summary_at(1)) is not None and row.again_unread)
    said = model.index(1, EVENT).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "unread, last " in said
    bench.do(bench.table.select_id, 1)
    bench.press(Qt.Key.Key_Right)
    bench.shows(3, 1, 2, 4, 5)
    assert "last " not in model.index(1, EVENT).data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_a_click_on_the_mark_unfolds_and_selects_nothing(bench: Bench) -> None:
    """Beside the mark a click selects as ever."""
    bench.click(1, 14)
    bench.shows(3, 1, 2, 4)
    assert bench.table.selected_ids() == ()
    bench.click(1, 14)
    bench.shows(3, 1)
    bench.click(1, 300)
    bench.click(0, 14)

    assert bench.ids == [3, 1]
    assert bench.table.selected_ids() == (3,)


def test_an_arrival_counts_where_it_is_folded_and_stands_where_it_is_not(bench: Bench) -> None:
    """The mark of the first arrival says one more; below what is open stands one more."""
    bench.store.keep([delivery("a")])
    bench.do(bench.listing.captured)
    bench.loop.until(lambda: (row := bench.table.captures.summary_at(1)) is not None and row.again == 3)
    assert bench.ids == [3, 1]
    bench.do(bench.folding._take, 1, True)
    bench.shows(3, 1, 2, 4, 5)
    bench.store.keep([delivery("a"), delivery("c")])
    bench.do(bench.listing.captured)

    bench.shows(7, 3, 1, 2, 4, 5, 6)


def test_a_filter_folds_what_it_shows(bench: Bench) -> None:
    """Where the first arrival is filtered out its repeats stand alone; below it stand those that match."""
    bench.do(bench.listing.show, "status:200")
    bench.shows(4, 3, 2)
    bench.do(bench.listing.show, "delivery:a status>0")
    bench.shows(1)
    bench.do(bench.folding._take, 1, True)

    bench.shows(1, 2, 4)


def test_a_sorted_list_unfolds_alike(bench: Bench) -> None:
    """Repeats stand below their first arrival wherever that is."""
    bench.do(bench.listing.sort_by, Sort(column="id"))
    bench.shows(1, 3)
    bench.do(bench.folding._take, 1, True)

    bench.shows(1, 2, 4, 3)


def test_off_and_on_again(bench: Bench) -> None:
    """All rows in their places; a repeat that is selected gives way to its first arrival when it is folded."""
    bench.do(bench.folding.toggle)
    bench.shows(4, 3, 2, 1)
    assert not bench.habits.settings.fold_repeats
    bench.store.keep([delivery("b")])
    bench.do(bench.listing.captured)
    bench.shows(5, 4, 3, 2, 1)
    bench.do(bench.table.select_id, 2)
    bench.do(bench.folding.toggle)
    bench.shows(3, 1)
    bench.loop.until(lambda: (row := bench.table.captures.summary_at(0)) is not None and row.again == 1)

    assert bench.folding.on


def test_what_is_hidden_can_be_revealed(bench: Bench) -> None:
    """Going to a folded capture unfolds its delivery first."""
    bench.loop.run(bench.folding.reveal(4))
    bench.shows(3, 1, 2, 4)
    bench.loop.run(bench.folding.reveal(3))

    assert bench.ids == [3, 1, 2, 4]


def test_what_was_removed_leaves_what_is_unfolded(bench: Bench) -> None:
    """A repeat, then the first arrival: what stood below it stands by itself."""
    bench.do(bench.folding._take, 1, True)
    bench.shows(3, 1, 2, 4)
    bench.store.remove(None, [2])
    bench.do(bench.listing.changed, None)
    bench.shows(3, 1, 4)
    bench.store.remove(None, [1])
    bench.do(bench.listing.changed, None)

    bench.shows(4, 3)


def test_only_so_many_stand_open(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that was opened first is folded when another is."""
    monkeypatch.setattr(foldings, "MOST_OPEN", 1)
    bench.store.keep([delivery("b")])
    bench.do(bench.listing.captured)
    bench.loop.settle()
    bench.do(bench.folding._take, 1, True)
    bench.shows(3, 1, 2, 4)
    bench.do(bench.folding._take, 3, True)

    bench.shows(3, 5, 1)


def test_a_row_says_what_is_folded(bench: Bench) -> None:
    """In the tool tip and aloud, with what it means for whoever acts on it."""
    index = bench.table.captures.index(1, EVENT)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        said = index.data(role)
        assert "Came 3 times. The last at 2" in said
        assert "Not all with the same bytes. Whatever you do concerns this first arrival alone" in said
