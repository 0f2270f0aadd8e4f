"""The sidebar."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.controllers.counting import Overview, entries
from inspector.gui.views.sidebar import Sidebar
from tests.gui.stage import FACES, colours, is_front

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


MANY = entries(Overview(total=45, providers=tuple((f"p{n}", 10 - n, n % 2) for n in range(9))), FACES)


def labels(sidebar: Sidebar) -> list[str]:
    """What stands in it."""
    model = sidebar.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_many_providers_fold_and_unfold(qtbot: QtBot) -> None:
    """The smaller ones stand behind one entry that a click or Enter opens; counting again does not close it."""
    sidebar = sidebar_of(qtbot)
    sidebar.show_entries(MANY, "")
    assert "3 more" in labels(sidebar)
    assert "p7" not in labels(sidebar)

    index = sidebar.model().index(labels(sidebar).index("3 more"), 0)
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=sidebar.visualRect(index).center())
    sidebar.show_entries(MANY, "")
    assert {"p7", "Show fewer"} <= set(labels(sidebar))

    sidebar.setFocus()
    sidebar.setCurrentIndex(sidebar.model().index(labels(sidebar).index("Show fewer"), 0))
    QTest.keyClick(sidebar, Qt.Key.Key_Space)
    assert "p7" not in labels(sidebar)


def test_what_the_list_shows_is_never_folded_away(qtbot: QtBot) -> None:
    """The entry of the filter in force stands there and is marked."""
    sidebar = sidebar_of(qtbot)
    sidebar.show_entries(MANY, "provider:p8")

    assert [str(index.data()) for index in sidebar.selectedIndexes()] == ["p8"]
    assert "2 more" in labels(sidebar)


def test_counting_does_not_take_the_keyboard_away(qtbot: QtBot) -> None:
    """Whoever goes along the entries stays where they are while counts come in; the mark stays on what is shown."""
    sidebar = sidebar_of(qtbot)
    qtbot.waitUntil(lambda: is_front(sidebar))
    sidebar.setFocus()
    qtbot.waitUntil(sidebar.hasFocus)
    QTest.keyClick(sidebar, Qt.Key.Key_Down)
    QTest.keyClick(sidebar, Qt.Key.Key_Down)
    at = sidebar.currentIndex().data()
    sidebar.show_entries(entries(Overview(total=13, providers=(("stripe", 9, 1), ("github", 3, 3))), FACES), "")

    assert sidebar.currentIndex().data() == at == "Stripe"
    assert [str(index.data()) for index in sidebar.selectedIndexes()] == ["All captures"]
