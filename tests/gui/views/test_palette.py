"""The palette over a window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.models.palette_model import Offer
from inspector.gui.views.palette import Palette
from tests.gui.stage import colours, is_front

OFFERS = [
    Offer(name="gone", title="Resend", enabled=False),
    Offer(name="pin", title="Pin or unpin", path="Capture", keys="Ctrl+P, m"),
    Offer(name="note", title="Note…", path="Capture"),
]


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """A window with a field that has the keyboard."""
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    field = QLineEdit(window)
    window.show()
    qtbot.waitUntil(lambda: is_front(window))
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return window


def opened(over: QWidget, qtbot: QtBot) -> tuple[Palette, list[str]]:
    """The open palette, and the names that it will want."""
    palette = Palette(over)
    wanted: list[str] = []
    palette.wanted.connect(wanted.append)
    palette.open(OFFERS)
    qtbot.waitUntil(palette.field.hasFocus)
    return palette, wanted


def press(palette: Palette, *keys: Qt.Key) -> None:
    """Press keys in its field."""
    for key in keys:
        QTest.keyClick(palette.field, key)


@pytest.mark.parametrize(
    ("act", "name"),
    [
        (lambda palette: press(palette, Qt.Key.Key_Return), "pin"),
        (lambda palette: press(palette, Qt.Key.Key_Down, Qt.Key.Key_Return), "note"),
        (lambda palette: press(palette, Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_Return), "note"),
    ],
)
def test_enter_runs_what_is_chosen(over: QWidget, qtbot: QtBot, act: Callable[[Palette], object], name: str) -> None:
    """The palette is gone by then, and the keyboard is where it was."""
    palette, wanted = opened(over, qtbot)
    act(palette)

    assert wanted == [name]
    assert palette.isHidden()
    assert QApplication.focusWidget() is over.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)


def test_a_click_runs_and_what_cannot_be_done_does_nothing(over: QWidget, qtbot: QtBot) -> None:
    """It stands at the bottom."""
    palette, wanted = opened(over, qtbot)
    for row in (2, 1):
        place = palette.list.visualRect(palette.rows.index(row, 0)).center()
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert wanted == ["note"]


def test_escape_and_the_keyboard_elsewhere_close_it(over: QWidget, qtbot: QtBot) -> None:
    """Nothing is done."""
    palette, wanted = opened(over, qtbot)
    press(palette, Qt.Key.Key_Escape)
    assert palette.isHidden()

    palette.open(OFFERS)
    qtbot.waitUntil(palette.field.hasFocus)
    field = over.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert field is not None
    field.setFocus()
    qtbot.waitUntil(palette.isHidden)
    assert wanted == []


def test_where_nothing_fits_it_says_so(over: QWidget, qtbot: QtBot) -> None:
    """And Enter does nothing."""
    palette, wanted = opened(over, qtbot)
    QTest.keyClicks(palette.field, "zzz")
    press(palette, Qt.Key.Key_Return)

    assert palette.list.isHidden()
    assert wanted == []


def test_it_stays_in_the_middle_and_the_chosen_row_is_marked(over: QWidget, qtbot: QtBot) -> None:
    """Also when the window changes."""
    palette, _ = opened(over, qtbot)
    over.resize(500, 600)
    QApplication.sendPostedEvents(over, QEvent.Type.Resize)

    assert palette.geometry().center().x() == pytest.approx(over.rect().center().x(), abs=1)
    assert over.rect().contains(palette.geometry())
    assert palette.mapTo(over, QPoint(0, 0)).y() > 0
    assert {theme.tokens().accent.name(), theme.tokens().selection.name()} <= colours(palette.list)
