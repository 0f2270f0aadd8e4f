"""The dialog for a note."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
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


def test_enter_alone_is_a_new_line_and_escape_keeps_the_old_note(qtbot: QtBot) -> None:
    """Nothing is given."""
    dialog = NoteDialog(1, "")
    qtbot.addWidget(dialog)
    dialog.open()
    given: list[str] = []
    dialog.given.connect(given.append)
    QTest.keyClicks(dialog.field, "a")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.field.toPlainText() == "a\n"

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert given == []


def test_for_several_it_says_what_it_replaces(qtbot: QtBot) -> None:
    """The title counts them, and one button is the first."""
    dialog = NoteDialog(3)
    qtbot.addWidget(dialog)
    primary = [button for button in dialog.findChildren(QPushButton) if button.property("role") == "primary"]

    assert dialog.windowTitle() == "Note for 3 captures"
    assert any("takes the place" in label.text() for label in dialog.findChildren(QLabel))
    assert [button.text() for button in primary] == ["Keep note"]
