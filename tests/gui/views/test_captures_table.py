"""The table of captures."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.models.columns import COLUMNS
from inspector.gui.models.sorting import Sort
from inspector.gui.views.captures_table import CapturesTable
from tests.gui.stage import FACES, is_front, model_of


def table_of(qtbot: QtBot, count: int = 50) -> CapturesTable:
    """A table with so many captures."""
    table = CapturesTable(model_of(range(count, 0, -1)), faces=FACES)
    qtbot.addWidget(table)
    table.resize(1000, 300)
    table.show()
    qtbot.waitExposed(table)
    table.setFocus()
    return table


def test_steps_select_and_stop_at_the_ends(qtbot: QtBot) -> None:
    """From nothing, down begins at the newest and up at the oldest."""
    table = table_of(qtbot)
    table.step(1)
    assert table.selected_ids() == (50,)
    table.step(1)
    table.step(-5)
    assert table.selected_ids() == (50,)

    empty = table_of(qtbot, 0)
    empty.step(1)
    assert empty.selected_ids() == ()
    assert empty.current_id() is None


def test_the_selection_is_read_newest_first(qtbot: QtBot) -> None:
    """However it was made."""
    table = table_of(qtbot)
    table.select_id(40)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)

    assert table.selected_ids() == (42, 41, 40)
    assert not table.select_id(999)


def test_keys_of_the_table(qtbot: QtBot) -> None:
    """Enter opens, Home wants the newest, letters search nothing."""
    table = table_of(qtbot)
    table.select_id(10)
    for key, signal in (
        (Qt.Key.Key_Return, table.opened),
        (Qt.Key.Key_Home, table.newest_wanted),
        (Qt.Key.Key_Down, table.picked),
    ):
        with qtbot.waitSignal(signal):
            QTest.keyClick(table, key)

    QTest.keyClicks(table, "4")
    assert table.current_id() == 9


def test_a_click_picks_and_the_menu_key_asks_for_the_menu(qtbot: QtBot) -> None:
    """The column under the mouse is told, for filtering by its value."""
    table = table_of(qtbot)
    index = table.model().index(2, 4)
    with qtbot.waitSignal(table.picked):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    assert table.current_id() == 48

    asked: list[int] = []
    table.menu_wanted.connect(lambda at, column: asked.append(column))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=table.visualRect(index).center())
    table.show_menu_at(table.visualRect(index).center())
    assert asked[-1] == 4


def test_columns_are_shown_and_hidden_from_the_header(qtbot: QtBot) -> None:
    """The event stays, for it takes the room that is left."""
    table = table_of(qtbot)
    hidden = [column.name for place, column in enumerate(COLUMNS) if table.isColumnHidden(place)]
    assert hidden == ["took", "endpoint", "attempt", "method", "host", "type", "note"]

    table.header.customContextMenuRequested.emit(QPoint(10, 10))
    menu = table.header.findChild(QMenu)
    assert menu is not None
    by_text = {action.text(): action for action in menu.actions()}
    assert not by_text["Event"].isEnabled()
    by_text["Method"].trigger()
    by_text["Size"].trigger()
    menu.close()

    names = [column.name for place, column in enumerate(COLUMNS) if not table.isColumnHidden(place)]
    assert "method" in names
    assert "size" not in names


def test_a_million_rows_scroll_to_any_place(qtbot: QtBot) -> None:
    """The last row can be reached, and only the rows on the screen are asked for."""
    table = table_of(qtbot, 1000)
    model = table.captures
    model.reset(range(2_000_000, 1_000_000, -1))
    bar = table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 990_000 * table.row_pixels)
    bar.setValue(bar.maximum())
    model.cache.take_wanted()
    table.grab()

    assert model.id_at(table.rowAt(table.viewport().height() - 1)) == 1_000_001
    assert 0 < len(model.cache.take_wanted()) < 50


def test_the_keyboard_has_a_ring_and_the_selection_an_edge_without_it(qtbot: QtBot) -> None:
    """Two pixels around the row while the table has the keyboard; the accent at the left edge always."""
    table = table_of(qtbot)
    qtbot.waitUntil(lambda: is_front(table))
    qtbot.waitUntil(table.hasFocus)
    table.select_id(49)
    accent = theme.tokens().accent.name()
    y = table.rowViewportPosition(1)

    def pixel(x: int, row: int) -> str:
        return table.viewport().grab().toImage().pixelColor(x, y + row).name()

    qtbot.waitUntil(lambda: pixel(400, 1) == accent)
    assert pixel(1, 14) == accent

    table.clearFocus()
    qtbot.waitUntil(lambda: pixel(400, 1) != accent)
    assert pixel(1, 14) == accent


def test_the_ring_goes_around_the_whole_row_at_once(qtbot: QtBot) -> None:
    """Also where the row was selected before, and so looks as it did but for the ring."""
    table = table_of(qtbot)
    table.select_ids((50, 49, 48))
    qtbot.wait(50)
    painted = Painted(table)
    table.select_id(48)
    row = QRect(0, table.rowViewportPosition(2), table.viewport().width(), table.row_pixels - 1)

    qtbot.waitUntil(lambda: painted.region.contains(row.topRight()))


class Painted(QObject):
    """What of a table is painted from now on."""

    def __init__(self, table: CapturesTable) -> None:
        super().__init__(table)
        self.region = QRegion()
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_many_are_selected_again_without_moving_the_list(qtbot: QtBot) -> None:
    """The first has the keyboard; those that are gone are left out."""
    table = table_of(qtbot)

    assert table.select_ids((10, 12, 99), scroll=False)
    assert (table.selected_ids(), table.current_id()) == ((12, 10), 10)
    assert table.verticalScrollBar().value() == 0

    assert table.select_ids((10,))
    assert table.verticalScrollBar().value() > 0


def test_a_sorted_table_says_so(qtbot: QtBot) -> None:
    """In its header, and to those who hear it."""
    table = table_of(qtbot)
    table.show_sort(Sort(column="size", descending=True))
    across = Qt.Orientation.Horizontal

    assert table.model().headerData(6, across) == "Size ↓"
    assert table.model().headerData(6, across, Qt.ItemDataRole.AccessibleTextRole) == "Size, largest first"
    assert table.accessibleName() == "Captures, sorted"

    table.show_sort(None)
    assert table.model().headerData(6, across) == "Size"
    assert table.accessibleName() == "Captures, newest first"


def test_the_column_of_numbers_grows_with_them(qtbot: QtBot) -> None:
    """The millionth is not cut."""
    table = table_of(qtbot)
    before = table.columnWidth(0)
    table.captures.add_newer([123_456_789])

    assert table.columnWidth(0) > before
