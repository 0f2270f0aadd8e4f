"""Following the newest, in a real table."""

from array import array
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.core.paths import Paths
from inspector.gui.controllers.following import Following
from inspector.gui.controllers.listing import Listing
from inspector.gui.models.sorting import Sort
from inspector.gui.reader import CaptureReader
from inspector.gui.views.captures_table import CapturesTable
from inspector.gui.views.list_area import ListArea
from tests.gui.stage import FACES, Loop, fill, model_of


@dataclass
class Scene:
    """A table over a hundred captures of which a dozen are seen."""

    area: ListArea
    table: CapturesTable
    following: Following
    loop: Loop
    newest: int = 100

    def arrive(self, count: int) -> None:
        """So many captures come in."""
        ids = array("q", range(self.newest + count, self.newest, -1))
        self.newest += count

        async def main() -> None:
            self.table.captures.add_newer(ids)

        self.loop.run(main())
        self.loop.pause()

    @property
    def top(self) -> int:
        """The id of the first row on the screen."""
        return self.table.captures.id_at(self.table.rowAt(0))

    @property
    def pill(self) -> str:
        """What the pill says, empty where there is none."""
        return self.area.pill.text() if self.area.pill.isVisible() else ""


@pytest.fixture
def scene(loop: Loop, paths: Paths, qtbot: QtBot) -> Iterator[Scene]:
    """The list follows."""
    with closing(fill(paths.store, 1)):
        model = model_of(range(100, 0, -1))
        reader = CaptureReader(paths.store)
        table = CapturesTable(model, faces=FACES)
        area = ListArea(table)
        qtbot.addWidget(area)
        area.resize(1000, 360)
        area.show()
        listing = Listing(model, reader)
        following = Following(area=area, model=model, listing=listing)
        listing.was_reset.emit()
        loop.pause()
        yield Scene(area=area, table=table, following=following, loop=loop)
        reader.close()


def test_at_the_top_the_newest_is_on_top(scene: Scene) -> None:
    """Until the user moves, what arrives is seen at once and no pill is needed."""
    scene.arrive(3)

    assert (scene.top, scene.pill) == (103, "")


def test_what_is_looked_at_stays_in_its_place(scene: Scene) -> None:
    """After scrolling, arrivals come in above, the screen stands still, and the pill counts them."""
    scene.table.verticalScrollBar().setValue(10 * scene.table.row_pixels)
    scene.loop.pause()
    before = scene.top
    scene.arrive(3)

    assert (scene.top, scene.pill) == (before, "3 new ↑") or scene.pill == "13 new ↑"
    assert scene.top == before


def test_a_chosen_row_holds_the_list_and_stays_selected(scene: Scene) -> None:
    """Choosing a row on the first screen is moving, too: it stays where it is."""
    scene.table.step(1)
    scene.table.step(1)
    at = scene.table.rowViewportPosition(1)
    scene.arrive(4)

    assert scene.pill == "4 new ↑"
    assert scene.table.current_id() == 99
    assert scene.table.rowViewportPosition(scene.table.currentIndex().row()) == at


def test_home_and_the_pill_go_back_to_the_newest(scene: Scene, qtbot: QtBot) -> None:
    """The selection does not jump."""
    scene.table.step(1)
    scene.arrive(4)
    qtbot.mouseClick(scene.area.pill, Qt.MouseButton.LeftButton)
    scene.loop.pause()
    assert (scene.top, scene.pill, scene.table.current_id()) == (104, "", 100)

    scene.table.step(1)
    scene.arrive(2)
    qtbot.keyClick(scene.table, Qt.Key.Key_Home)
    scene.loop.pause()
    assert (scene.top, scene.pill) == (106, "")
    assert scene.following.follows


def test_scrolling_back_to_the_top_follows_again(scene: Scene) -> None:
    """Whoever goes to the top wants what is there."""
    scene.table.verticalScrollBar().setValue(300)
    scene.arrive(1)
    scene.table.verticalScrollBar().setValue(0)
    scene.arrive(1)

    assert (scene.top, scene.pill) == (102, "")


def test_frozen_the_pill_says_so(scene: Scene) -> None:
    """What arrives while the list is held is counted."""

    async def main() -> None:
        scene.following.toggle_freeze()
        scene.following.captured(7)

    scene.loop.run(main())
    assert scene.pill == "Frozen · 7 new"

    async def thaw() -> None:
        scene.following.toggle_freeze()

    scene.loop.run(thaw())
    assert scene.pill == ""


def test_a_sorted_list_stands_still_and_takes_in_what_the_pill_counts(scene: Scene, qtbot: QtBot) -> None:
    """A click sorts again; F shows the newest on top."""
    listing = scene.following._listing

    async def sort() -> None:
        listing.sort_by(Sort(column="size"))

    scene.loop.run(sort())
    scene.table.captures.reset(range(1, 101), in_order=True)
    listing.waiting = 3
    listing.waits.emit(3)
    assert scene.pill == "3 new · sort again"

    async def click() -> None:
        scene.area.pill.click()

    scene.loop.run(click())
    scene.loop.until(lambda: scene.pill == "")
    assert str(listing.sort) == "size rising"

    async def follow() -> None:
        scene.following.resume()

    scene.loop.run(follow())
    assert (listing.sort, scene.following.follows) == (None, True)


def test_a_list_that_is_shown_anew_stays_where_it_was(scene: Scene) -> None:
    """The same list after a large change does not jump to its top."""
    bar = scene.table.verticalScrollBar()
    bar.setValue(400)
    listing = scene.following._listing
    listing.about_to_reset.emit()
    scene.table.captures.reset(range(99, 0, -1))
    listing.was_rebuilt.emit()
    scene.loop.pause()

    assert bar.value() == 400
