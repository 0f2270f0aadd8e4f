"""The find bar."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.bodies.lines import Lines
from inspector.bodies.text import TextSource
from inspector.gui.views.detail.finder import FindBar
from inspector.gui.views.detail.selection import Place
from inspector.gui.views.detail.text_view import TextView


@pytest.fixture
def view(qtbot: QtBot) -> TextView:
    """Ten thousand lines, three of which say needle."""
    view = TextView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    lines = [b"hay"] * 10_000
    for number in (10, 5_000, 9_999):
        lines[number] = b"a needle, a NEEDLE"
    view.show_lines(Lines(TextSource(b"\n".join(lines))), "text")
    view.show()
    qtbot.waitUntil(lambda: view.lines is not None and view.lines.finished)
    return view


@pytest.fixture
def bar(qtbot: QtBot, view: TextView) -> FindBar:
    """Opened."""
    bar = FindBar(view)
    qtbot.addWidget(bar)
    bar.open()
    return bar


def test_goes_from_place_to_place(qtbot: QtBot, view: TextView, bar: FindBar) -> None:
    """Each Enter goes to the next place in any case, two in a row of which both count, and round again."""
    bar.field.setText("needle")
    for place in (Place(10, 2), Place(10, 12), Place(5_000, 2), Place(5_000, 12), Place(9_999, 2)):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda place=place: view.selection.start == place)  # type: ignore[misc]
    bar.find_next()
    bar.find_next()
    qtbot.waitUntil(lambda: view.selection.start == Place(10, 2))
    bar.find_previous()
    qtbot.waitUntil(lambda: view.selection.start == Place(9_999, 12))

    assert view.verticalScrollBar().value() > 9_900


def test_typing_stays_at_the_place(qtbot: QtBot, view: TextView, bar: FindBar) -> None:
    """With each letter the place that fits stays selected as long as it fits."""
    qtbot.keyClicks(bar.field, "needl")
    qtbot.waitUntil(lambda: view.selection.start == Place(10, 2))
    qtbot.keyClicks(bar.field, "e")
    qtbot.waitUntil(lambda: view.selection.end == Place(10, 8))

    assert Place(10, 2) == view.selection.start


def test_nothing_to_look_for(view: TextView, bar: FindBar) -> None:
    """An empty field and an empty view look for nothing."""
    bar.find_next()
    view.clear()
    bar.field.setText("x")
    bar.find_next()

    assert "" == bar._says.text()
