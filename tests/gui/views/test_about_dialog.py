"""About the program."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector import __version__
from inspector.gui.views.about_dialog import AboutDialog


def test_version_and_licences_are_named_and_escape_closes(qtbot: QtBot) -> None:
    """What the window stands on is named with its licence."""
    dialog = AboutDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    text = " ".join(label.text() for label in dialog.findChildren(QLabel))

    assert __version__ in text
    assert "LGPL" in text
    assert "MIT" in text
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
