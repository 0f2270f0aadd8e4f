"""The header of the list."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.models.columns import COLUMNS
from inspector.gui.views.captures_table import CapturesTable
from inspector.gui.views.table_header import FILLING, LEAST, TableHeader, place_of
from tests.gui.stage import FACES, model_of


def header_of(qtbot: QtBot, width: int = 1200) -> TableHeader:
    """The header of a table that is shown."""
    table = CapturesTable(model_of(range(50, 0, -1)), faces=FACES)
    qtbot.addWidget(table)
    table.resize(width, 300)
    table.show()
    qtbot.waitExposed(table)
    header = table.header
    header.table = table  # type: ignore[attr-defined]  # kept alive with it
    return header


def test_a_click_asks_to_sort(qtbot: QtBot) -> None:
    """By the column that was clicked, wherever it was moved to."""
    header = header_of(qtbot)
    asked: list[str] = []
    header.sort_wanted.connect(asked.append)
    header.moveSection(header.visualIndex(place_of("size")), 0)
    for name in ("size", "provider"):
        x = header.sectionViewportPosition(place_of(name)) + 20
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))

    assert asked == ["size", "provider"]


def test_the_event_takes_the_room_that_is_left_and_never_all_of_it(qtbot: QtBot) -> None:
    """Other columns keep their widths; where there is no room the table scrolls sideways."""
    wide = header_of(qtbot, 1500)
    assert wide.length() == wide.viewport().width()
    before = wide.sectionSize(FILLING)
    wide.show_column("method", True)
    assert wide.length() == wide.viewport().width()
    assert wide.sectionSize(FILLING) < before

    narrow = header_of(qtbot, 500)
    assert narrow.sectionSize(FILLING) == theme.px(LEAST)
    assert narrow.sectionSize(place_of("path")) == theme.px(COLUMNS[place_of("path")].width)
    assert narrow.length() > narrow.viewport().width()


def test_the_menu_resets_what_was_moved_hidden_and_widened(qtbot: QtBot) -> None:
    """Nobody has to remember how it was."""
    header = header_of(qtbot)
    first = [(header.visualIndex(place), header.sectionSize(place)) for place in range(header.count())]
    header.moveSection(0, 5)
    header.resizeSection(place_of("path"), 300)
    header.show_column("note", True)
    header.show_column("status", False)

    header.customContextMenuRequested.emit(QPoint(10, 10))
    menu = header.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Reset columns").trigger()
    menu.close()

    assert [(header.visualIndex(place), header.sectionSize(place)) for place in range(header.count())] == first


def test_long_numbers_get_their_room(qtbot: QtBot) -> None:
    """A column is never made narrower for that."""
    header = header_of(qtbot)
    header.widen("id", 90)
    header.widen("id", 20)

    assert header.sectionSize(place_of("id")) == 90
