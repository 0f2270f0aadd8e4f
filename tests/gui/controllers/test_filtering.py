"""Filter bar, sidebar and list are of one mind."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.paths import Paths
from inspector.gui.controllers.counting import Overview, entries
from inspector.gui.controllers.filtering import Filtering
from inspector.gui.controllers.listing import Listing
from inspector.gui.models.columns import COLUMNS
from inspector.gui.reader import CaptureReader
from inspector.gui.views.captures_table import CapturesTable
from inspector.gui.views.filter_bar import FilterBar
from inspector.gui.views.list_area import ListArea
from inspector.gui.views.notice_bar import NoticeBar
from inspector.gui.views.sidebar import Sidebar
from tests.gui.stage import FACES, Loop, fill, reading_model, row


@dataclass
class Scene:
    """The parts that a filter moves."""

    bar: FilterBar
    sidebar: Sidebar
    area: ListArea
    notices: NoticeBar
    listing: Listing
    filtering: Filtering
    loop: Loop

    def do(self, act: object, *parts: object, **more: object) -> None:
        """Call something inside the loop and wait until the list is read."""

        async def main() -> None:
            act(*parts, **more)  # type: ignore[operator]

        self.loop.run(main())
        self.loop.until(lambda: self.listing.complete)


@pytest.fixture
def scene(loop: Loop, paths: Paths, qtbot: QtBot) -> Iterator[Scene]:
    """Nine captures are shown."""
    with closing(fill(paths.store, 9)):
        reader = CaptureReader(paths.store)
        model = reading_model(reader.summaries)
        area = ListArea(CapturesTable(model, faces=FACES))
        bar, sidebar, notices = FilterBar(), Sidebar(faces=FACES), NoticeBar()
        for widget in (area, bar, sidebar, notices):
            qtbot.addWidget(widget)
        area.show()
        listing = Listing(model, reader)
        filtering = Filtering(bar=bar, sidebar=sidebar, area=area, notices=notices, listing=listing)
        made = Scene(
            bar=bar, sidebar=sidebar, area=area, notices=notices, listing=listing, filtering=filtering, loop=loop
        )
        overview = Overview(total=9, providers=(("stripe", 6, 0), ("github", 3, 3)))
        sidebar.show_entries(entries(overview, FACES), "")
        made.do(listing.reload)
        filtering.show_overview(overview)
        yield made
        reader.close()


def chosen(sidebar: Sidebar) -> list[str]:
    """What is marked in the sidebar."""
    return [str(index.data()) for index in sidebar.selectedIndexes()]


def test_a_list_that_was_read_before_is_counted(scene: Scene) -> None:
    """At a start it may stand before the filter hears of it."""
    scene.do(scene.filtering.choose, "provider:github")
    scene.bar.show_count("")
    Filtering(bar=scene.bar, sidebar=scene.sidebar, area=scene.area, notices=scene.notices, listing=scene.listing)

    assert scene.bar.count_text == "3"


def test_what_is_counted_of_a_folded_list_is_said(scene: Scene) -> None:
    """It has fewer rows than captures."""
    scene.area.table.captures.folds.on = True
    scene.do(scene.filtering.choose, "provider:github")

    assert scene.bar.count_text == "3 rows, folded"


def test_a_click_in_the_sidebar_writes_its_filter(scene: Scene) -> None:
    """The bar shows what is filtered for, the count what matches."""
    scene.do(scene.sidebar.chosen.emit, "provider:github")

    assert scene.bar.text() == "provider:github"
    assert scene.bar.count_text == "3"
    assert chosen(scene.sidebar) == ["GitHub"]


def test_a_typed_filter_marks_its_entry_or_none(scene: Scene) -> None:
    """The sidebar says where one is, also after typing."""
    scene.do(scene.filtering.filter, "signature:invalid")
    assert chosen(scene.sidebar) == ["Signature failures"]

    scene.do(scene.filtering.filter, "signature:invalid push")
    assert chosen(scene.sidebar) == []


def test_what_cannot_be_read_is_marked_and_said(scene: Scene) -> None:
    """The field is marked, the place named, the list stays; mending it takes the notice away."""
    scene.do(scene.filtering.filter, "provider:github AND")

    assert scene.bar.property("invalid") is True
    assert "expected" in scene.notices.notices()[0].text
    assert scene.listing.text == ""

    scene.do(scene.filtering.filter, "provider:github")

    assert scene.bar.property("invalid") is False
    assert scene.notices.notices() == ()


def test_a_filter_that_hides_all_says_of_how_many(scene: Scene) -> None:
    """The page has the way out on it."""
    scene.do(scene.filtering.choose, "provider:nobody")
    assert scene.area.hidden_text == "0 of 9 match"

    scene.do(scene.area.clear_wanted.emit)
    assert scene.area.hidden_text == ""
    assert scene.bar.text() == ""


def test_values_of_cells_narrow_the_filter(scene: Scene) -> None:
    """Filter for this value and filter it out, with alternatives in parentheses."""
    columns = [column.name for column in COLUMNS]
    scene.do(scene.filtering.choose, "push OR paid")

    scene.do(scene.filtering.add, row(provider="github"), columns.index("provider"), out=True)
    assert scene.bar.text() == "(push OR paid) -provider:github"

    scene.do(scene.filtering.add, row(event=None), columns.index("event"), out=False)
    assert scene.bar.text() == "(push OR paid) -provider:github"
