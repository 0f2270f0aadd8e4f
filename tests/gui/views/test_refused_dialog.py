"""What an import did not take."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.gui.views import refused_dialog
from inspector.gui.views.refused_dialog import RefusedDialog


def test_it_lists_and_copies_what_was_refused(qtbot: QtBot) -> None:
    """Each on a line of its own, made safe to show; more than can be read are counted. Esc closes it."""
    refused = ["a.har, entry 1: it is\n\u202ebad.", *(f"entry {number}" for number in range(refused_dialog.MOST + 1))]
    dialog = RefusedDialog(refused)
    qtbot.addWidget(dialog)
    dialog.open()
    lines = dialog.list.toPlainText().splitlines()
    assert lines[0] == "a.har, entry 1: it is↓⟵bad."
    assert lines[-1] == "… and 2 more."

    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy").click()
    assert QGuiApplication.clipboard().text().startswith("a.har, entry 1: it is↓")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
