"""Who gets a key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMainWindow, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.key_guard import KeyGuard
from tests.gui.stage import is_front

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
BOUND = ("Ctrl+E", "Ctrl+K", "Ctrl+Z", "Ctrl+C", "M", "Space", "Del", "F6")


class Copies(QListWidget):
    """A list that copies what is chosen in it."""

    copied = 0

    def copy(self) -> None:
        """Count."""
        self.copied += 1


class Window(QMainWindow):
    """Commands under keys, and a widget of each kind."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        self.field, self.text, self.button, self.table, self.copies = (
            QLineEdit(), QPlainTextEdit(), QPushButton("Button"), QListWidget(), Copies(),
        )  # fmt: skip
        for widget in (self.field, self.text, self.button, self.table, self.copies):
            column.addWidget(widget)
        self.setCentralWidget(middle)
        for key in BOUND:
            action = QAction(key, self)
            action.setShortcut(key)
            action.triggered.connect(lambda _=False, key=key: self.done.append(key))
            self.addAction(action)
        self.guard = KeyGuard(self, self.table, lambda key: key in BOUND)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    """The window, active."""
    made = Window()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: is_front(made))
    return made


def press(
    qtbot: QtBot, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key in a widget."""
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    QTest.keyClick(widget, key, modifiers)


@pytest.mark.parametrize("name", ["field", "text"])
def test_bound_keys_act_while_text_is_edited(window: Window, qtbot: QtBot, name: str) -> None:
    """Those that Qt's fields use for moving and deleting on some systems too; the text stays."""
    widget = getattr(window, name)
    QTest.keyClicks(widget, "some text")
    for key in (Qt.Key.Key_E, Qt.Key.Key_K):
        press(qtbot, widget, key, CONTROL)
    press(qtbot, widget, Qt.Key.Key_F6)

    assert window.done == ["Ctrl+E", "Ctrl+K", "F6"]
    assert (widget.text() if name == "field" else widget.toPlainText()) == "some text"


@pytest.mark.parametrize("name", ["field", "text"])
def test_what_writes_copies_and_takes_back_stays_with_the_text(window: Window, qtbot: QtBot, name: str) -> None:
    """No command is run."""
    widget = getattr(window, name)
    for key, modifiers in ((Qt.Key.Key_M, NONE), (Qt.Key.Key_Space, NONE), (Qt.Key.Key_Delete, NONE)):
        press(qtbot, widget, key, modifiers)
    assert (widget.text() if name == "field" else widget.toPlainText()) == "m "

    for key in (Qt.Key.Key_Z, Qt.Key.Key_C):
        press(qtbot, widget, key, CONTROL)
    assert window.done == []


def test_elsewhere_letters_act(window: Window, qtbot: QtBot) -> None:
    """In lists and on buttons."""
    press(qtbot, window.table, Qt.Key.Key_M)
    press(qtbot, window.button, Qt.Key.Key_M)

    assert window.done == ["M", "M"]


def test_space_presses_a_button_and_is_a_command_in_the_list_alone(window: Window, qtbot: QtBot) -> None:
    """Without that, the keyboard could press no button."""
    clicked: list[bool] = []
    window.button.clicked.connect(lambda: clicked.append(True))
    press(qtbot, window.button, Qt.Key.Key_Space)
    assert (clicked, window.done) == ([True], [])

    press(qtbot, window.table, Qt.Key.Key_Space)
    assert window.done == ["Space"]


def test_copying_is_left_to_what_can_copy(window: Window, qtbot: QtBot) -> None:
    """The list of captures itself copies by its command."""
    press(qtbot, window.copies, Qt.Key.Key_C, CONTROL)
    assert window.done == []

    press(qtbot, window.table, Qt.Key.Key_C, CONTROL)
    assert window.done == ["Ctrl+C"]
