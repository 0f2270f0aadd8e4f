"""The sidebar."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.controllers.counting import Overview, entries
from inspector.gui.views.sidebar import Sidebar
from tests.gui.stage import FACES, colours

ROWS = entries(Overview(total=12, providers=(("stripe", 8, 0), ("github", 3, 3))), FACES)


def sidebar_of(qtbot: QtBot) -> Sidebar:
    """A sidebar with two providers."""
    sidebar = Sidebar(faces=FACES)
    qtbot.addWidget(sidebar)
    sidebar.resize(204, 400)
    sidebar.show()
    sidebar.show_entries(ROWS, "")
    qtbot.waitExposed(sidebar)
    return sidebar


def test_a_click_and_enter_choose(qtbot: QtBot) -> None:
    """The mouse and the keyboard do the same; headings cannot be reached."""
    sidebar = sidebar_of(qtbot)
    chosen: list[str] = []
    sidebar.chosen.connect(chosen.append)
    index = sidebar.model().index(3, 0)

    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=sidebar.visualRect(index).center())
    assert chosen == ["provider:stripe"]

    sidebar.setFocus()
    QTest.keyClick(sidebar, Qt.Key.Key_Down)
    QTest.keyClick(sidebar, Qt.Key.Key_Return)
    assert chosen[-1] == "provider:github"

    QTest.keyClick(sidebar, Qt.Key.Key_Down)
    QTest.keyClick(sidebar, Qt.Key.Key_Return)
    assert chosen[-1] == "signature:invalid"


def test_the_filter_in_force_is_marked_and_showing_it_asks_nothing(qtbot: QtBot) -> None:
    """Counting again does not filter again."""
    sidebar = sidebar_of(qtbot)
    chosen: list[str] = []
    sidebar.chosen.connect(chosen.append)

    sidebar.show_entries(ROWS, "is:pinned")
    assert [str(index.data()) for index in sidebar.selectedIndexes()] == ["Pinned"]
    sidebar.show_filter("something else")
    assert sidebar.selectedIndexes() == []
    assert chosen == []


def test_failures_are_red_in_both_themes(qtbot: QtBot, qapp: QApplication) -> None:
    """The number that failed is found at a glance, and no colour of the other theme is left."""
    sidebar = sidebar_of(qtbot)
    light = {theme.tokens().surface.name(), theme.tokens().invalid.name()}
    assert light <= colours(sidebar)

    theme.apply(qapp, "dark")
    dark = colours(sidebar)
    assert {theme.tokens().surface.name(), theme.tokens().invalid.name()} <= dark
    assert not light & dark
