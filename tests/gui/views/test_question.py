"""A question before what cannot be taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.views.question import ask


def test_only_the_word_agrees(qtbot: QtBot) -> None:
    """Esc and Enter are no; markup in the question is text."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    agreed: list[bool] = []

    def open_one() -> QWidget:
        return ask(parent, text="<b>Send</b>?", more="There.", yes="Send", agreed=lambda: agreed.append(True))

    QTest.keyClick(open_one(), Qt.Key.Key_Escape)
    QTest.keyClick(open_one(), Qt.Key.Key_Return)
    assert agreed == []

    box = ask(parent, text="<b>Send</b>?", more="There.", yes="Send", agreed=lambda: agreed.append(True))
    assert box.textFormat() == Qt.TextFormat.PlainText
    button = next(one for one in box.buttons() if one.text() == "Send")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert agreed == [True]
