"""Asking where to send."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from inspector.gui.views.target_dialog import TargetDialog


def dialog_of(qtbot: QtBot, target: str = "") -> TargetDialog:
    """An open dialog with two recent targets."""
    dialog = TargetDialog(target, ["localhost:3000", "http://<b>x</b>:1"])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_a_target_is_given_once_it_can_be_read(qtbot: QtBot) -> None:
    """A mistake is said, and the dialog stays."""
    dialog = dialog_of(qtbot)
    given: list[str] = []
    dialog.given.connect(given.append)

    dialog.field.setText("ftp://x")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert given == []
    assert dialog.isVisible()

    dialog.field.setText(" 3000 ")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert given == ["3000"]
    assert not dialog.isVisible()


def test_recent_targets_are_one_click_away_and_escape_gives_nothing(qtbot: QtBot) -> None:
    """The one that is in the field already is not offered."""
    dialog = dialog_of(qtbot, "localhost:3000")
    given: list[str] = []
    dialog.given.connect(given.append)
    buttons = dialog.findChildren(QToolButton)
    assert [button.text() for button in buttons] == ["http://<b>x</b>:1"]

    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert dialog.field.text() == "http://<b>x</b>:1"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert given == []
    assert not dialog.isVisible()
