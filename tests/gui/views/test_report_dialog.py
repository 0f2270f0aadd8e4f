"""A report to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.gui.views.report_dialog import ReportDialog


def test_what_is_seen_is_what_is_copied(qtbot: QtBot) -> None:
    """Also after the user changed it; before it is there nothing can be copied."""
    dialog = ReportDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.copy.isEnabled()

    dialog.show_report("# <b>Report</b>\nversion: 1")
    dialog.text.selectAll()
    QTest.keyClicks(dialog.text, "mine")
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText() == "mine"

    log = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Log…")
    with qtbot.waitSignal(dialog.log_wanted):
        log.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
