"""Rows are measured, scrolled and zoomed."""

import pytest
from PySide6.QtGui import QResizeEvent
from pytestqt.qtbot import QtBot

from inspector.bodies.lines import Lines
from inspector.bodies.text import TextSource
from inspector.gui.views.detail.rows_view import LARGEST, RowsView
from inspector.gui.views.detail.selection import Place


class Counting(RowsView):
    """Counts how often it was measured anew."""

    resized = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count."""
        self.resized += 1
        super().resizeEvent(event)


@pytest.fixture
def view(qtbot: QtBot) -> RowsView:
    """A thousand rows in a small view."""
    view = RowsView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show_lines(Lines(TextSource(b"\n".join([b"row"] * 999 + [b"wide" * 200]))), "text")
    view.show()
    return view


def test_scrolls_to_the_last_row(view: RowsView) -> None:
    """At the end of the bar the last row is in sight, whole."""
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())

    assert "wide" * 200 == view.visible()[-1].text
    assert len(view.visible()) * view.painter.height <= view.viewport().height() + view.painter.height


def test_keeps_a_place_in_sight(view: RowsView) -> None:
    """A row out of sight comes to the edge, or to the middle; one in sight moves nothing."""
    view.keep_in_sight(Place(500, 0))
    first = view.verticalScrollBar().value()
    assert first < 500 <= first + len(view.visible())
    view.keep_in_sight(Place(500, 1))
    assert first == view.verticalScrollBar().value()
    view.keep_in_sight(Place(100, 0), centre=True)

    assert 100 - len(view.visible()) < view.verticalScrollBar().value() < 98


def test_zoom_has_ends(view: RowsView) -> None:
    """Neither unreadable nor larger than the window."""
    view.zoom(100)
    high = view.painter.height
    view.zoom(1)
    assert high == view.painter.height
    view.zoom(-100)

    assert view.painter.height >= 8
    assert LARGEST == 12


def test_other_rows_begin_at_the_top(view: RowsView) -> None:
    """The place of the body before is forgotten, and so is its selection."""
    view.verticalScrollBar().setValue(300)
    view.show_lines(Lines(TextSource(b"next")), "text")

    assert 0 == view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    assert view.selection.empty


def test_can_be_cleared(view: RowsView) -> None:
    """Without rows nothing is painted and nothing breaks."""
    view.clear()
    view.grab()

    assert [] == view.visible()
    assert Place(0, 0) == view.place_at(view.rect().center().toPointF())


def test_the_scroll_bar_comes_to_rest(qtbot: QtBot) -> None:
    """One long row at the lower edge makes a bar appear that hides the row; the bar stays all the same."""
    view = Counting()
    qtbot.addWidget(view)
    view.show_lines(Lines(TextSource(b"short\n" * 9 + b"long " * 100 + b"\nshort" * 3)), "text")
    view.show()
    for height in range(view.painter.height * 8, view.painter.height * 12, 3):
        view.resize(300, height)
        qtbot.wait(5)
        before = view.resized
        qtbot.wait(5)

        assert view.resized == before, height
