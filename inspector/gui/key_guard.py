"""Who gets a key: the part of the window with the keyboard, or the command that it is bound to.

Qt lets the part decide first, and its text fields take more than they need: on Linux Ctrl+E and Ctrl+K move and delete
in a line, as in a terminal. So fields keep what writes, moves, copies and takes back, and a bound key acts beside that.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from inspector.gui.bindings import WITH, pressed

FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
EDITS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.SelectAll,
)
MOVES = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Insert,
        Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape,
    }
)  # fmt: skip


class KeyGuard(QObject):
    """Watches the one widget of a window that has the keyboard."""

    def __init__(self, window: QMainWindow, table: QWidget, is_bound: Callable[[str], bool]) -> None:
        """`table` is the list, whose own meaning of Space and Ctrl+C the commands have taken over."""
        super().__init__(window)
        self._window = window
        self._table = table
        self._is_bound = is_bound
        self._watched: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Decide over a key before the widget does."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if isinstance(watched, FIELDS):
            if _belongs_to_text(event) or not self._is_bound(pressed(event.keyCombination())):
                return False
            event.ignore()
            return True
        if watched is not self._table and _belongs_to_view(watched, event):
            event.accept()
            return True
        return False

    def _watch(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now if now is not None and self._window.isAncestorOf(now) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)


def _belongs_to_text(event: QKeyEvent) -> bool:
    """Whether a key writes, moves the cursor, or works on the text."""
    modifiers = event.modifiers()
    if event.key() in MOVES or any(event.matches(edit) for edit in EDITS):
        return True
    # On some keyboards Ctrl and Alt together write a character.
    alone = not modifiers & WITH
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return (alone or modifiers & both == both) and event.text().isprintable() and bool(event.text())


def _belongs_to_view(watched: QObject, event: QKeyEvent) -> bool:
    """Whether a list, a tree, a text or a button has its own use for a key."""
    if event.key() == Qt.Key.Key_Space and not event.modifiers():
        return True
    return event.matches(QKeySequence.StandardKey.Copy) and callable(getattr(watched, "copy", None))
