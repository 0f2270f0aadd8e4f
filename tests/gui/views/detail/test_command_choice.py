"""Several commands for one purpose."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from inspector.gui.views.detail.command_choice import CommandChoice
from inspector.gui.views.detail.commands import Line

LINES = (Line(tool="a", text="a --port 1"), Line(tool="b", text="b --port 1"))


def test_one_command_is_shown_and_copied(qtbot: QtBot) -> None:
    """The first until another is chosen; the choice stays when the commands change or come in another order."""
    choice = CommandChoice("Try it")
    qtbot.addWidget(choice)
    choice.show()
    choice.show_lines(LINES)
    assert (choice.tool, choice.box.text.toPlainText()) == ("a", "a --port 1")

    [button] = [one for one in choice.findChildren(QToolButton) if one.text() == "b"]
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args == ["b"]
    assert choice.box.text.toPlainText() == "b --port 1"

    choice.show_lines((Line(tool="b", text="b --port 2"), Line(tool="a", text="a --port 2")))
    assert choice.box.text.toPlainText() == "b --port 2"
    with qtbot.waitSignal(choice.copied):
        choice.box.copy()
    assert QGuiApplication.clipboard().text() == "b --port 2"
    qtbot.wait(10)
    checked = [one.text() for one in choice.findChildren(QToolButton) if one.isChecked() and one.isVisible()]
    assert checked == ["b"]
