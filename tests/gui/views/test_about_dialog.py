"""About the program."""

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from inspector import __version__
from inspector.core.versions import libraries, versions
from inspector.gui.views.about_dialog import AboutDialog


def test_versions_and_licences_are_named_and_escape_closes(qtbot: QtBot) -> None:
    """What Qt's licence means, where its sources are, and every library with its own."""
    dialog = AboutDialog(versions(), libraries())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    text = dialog.text.toPlainText()

    assert f"Webhook Inspector {__version__}" in [label.text() for label in dialog.findChildren(QLabel)]
    for expected in ("MIT", "Lesser General Public License", "https://code.qt.io", "Open Font License", "aiohttp"):
        assert expected in text
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy versions").click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert f"version {__version__}" in copied
    assert f"PySide6 {pyside_version}" in copied
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
