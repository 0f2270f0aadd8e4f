"""The dialog for a note."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from inspector.gui.views.note_dialog import NoteDialog


def test_a_note_is_given_once_and_trimmed(qtbot: QtBot) -> None:
    """By Ctrl+Enter as by the button."""
    dialog = NoteDialog(1, "old")
    qtbot.addWidget(dialog)
    dialog.open()
    given: list[str] = []
    dialog.given.connect(given.append)
    QTest.keyClicks(dialog.field, "new ")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert given == ["new"]
    assert not dialog.isVisible()


def test_enter_alone_is_a_new_line_and_escape_asks_before_it_is_lost(qtbot: QtBot) -> None:
    """The safe answer goes back to what was typed; only Discard closes the dialog. Nothing is given."""
    dialog = NoteDialog(1, "")
    qtbot.addWidget(dialog)
    dialog.open()
    given: list[str] = []
    dialog.given.connect(given.append)
    QTest.keyClicks(dialog.field, "a")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.field.toPlainText() == "a\n"

    for answer in ("Cancel", "Discard"):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert dialog.field.toPlainText() == "a\n"
        box = next(one for one in dialog.findChildren(QMessageBox) if one.isVisible())
        assert box.text() == "Discard the note?"
        next(one for one in box.buttons() if one.text() == answer).click()

    assert not dialog.isVisible()
    assert given == []


def test_escape_just_closes_where_nothing_was_changed(qtbot: QtBot) -> None:
    """Also where something was typed and taken back."""
    dialog = NoteDialog(1, "old")
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(dialog.field, "x")
    QTest.keyClick(dialog.field, Qt.Key.Key_Backspace)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert not dialog.findChildren(QMessageBox)


def test_for_several_it_says_what_it_replaces(qtbot: QtBot) -> None:
    """The title counts them, and one button is the first."""
    dialog = NoteDialog(3)
    qtbot.addWidget(dialog)
    primary = [button for button in dialog.findChildren(QPushButton) if button.property("role") == "primary"]

    assert dialog.windowTitle() == "Note for 3 captures"
    assert any("takes the place" in label.text() for label in dialog.findChildren(QLabel))
    assert [button.text() for button in primary] == ["Keep note"]
