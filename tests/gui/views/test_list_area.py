"""What stands over the list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.captures_table import CapturesTable
from inspector.gui.views.list_area import EVENT, ListArea
from tests.gui.stage import FACES, model_of


def area_of(qtbot: QtBot) -> ListArea:
    """An area over a table."""
    area = ListArea(CapturesTable(model_of(range(20, 0, -1)), faces=FACES))
    qtbot.addWidget(area)
    area.resize(900, 300)
    area.show()
    qtbot.waitExposed(area)
    return area


def test_the_pill_stands_in_the_middle_and_leads_to_the_newest(qtbot: QtBot) -> None:
    """It is there only while something is new, also after the window was resized."""
    area = area_of(qtbot)
    assert not area.pill.isVisible()

    area.show_new(3, frozen=False)
    assert area.pill.text() == "3 new ↑"
    area.resize(1200, 300)
    middle = area.pill.geometry().center().x() - area.table.viewport().geometry().center().x()
    assert abs(middle) <= 2
    with qtbot.waitSignal(area.newest_wanted):
        qtbot.mouseClick(area.pill, Qt.MouseButton.LeftButton)

    area.show_new(0, frozen=False)
    assert not area.pill.isVisible()
    area.show_new(0, frozen=True)
    assert area.pill.text() == "Frozen"


def test_a_list_that_is_held_says_so_in_its_header(qtbot: QtBot) -> None:
    """Where it hides neither a row nor the name of a column, however wide the window is."""
    area = area_of(qtbot)
    area.show_new(12, frozen=True)
    for width in (760, 1400):
        area.resize(width, 300)
        pill, header = area.pill.geometry(), area.table.header
        left = header.x() + header.sectionViewportPosition(EVENT)
        assert pill.bottom() < area.table.viewport().y()
        assert left + theme.px(50) < pill.left()
        assert pill.right() < min(left + header.sectionSize(EVENT), area.table.viewport().width())

    area.show_waiting(2)
    assert area.pill.geometry().top() > area.table.viewport().y()


def test_a_filter_that_hides_all_has_the_way_out_on_its_page(qtbot: QtBot) -> None:
    """It says of how many, and one click clears it."""
    area = area_of(qtbot)
    area.show_nothing_matches(1204)
    assert area.hidden_text == "0 of 1,204 match"
    button = next(one for one in area.findChildren(QPushButton) if one.isVisible())
    with qtbot.waitSignal(area.clear_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    area.show_nothing_matches(None)
    assert area.hidden_text == ""
