"""A question before what cannot be taken back."""

import weakref

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.question import WIDTH, ask


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


def test_what_is_to_be_done_goes_with_the_answer(qtbot: QtBot) -> None:
    """Closed from outside, the box lets go of it: it may hold the very widget that the box belongs to."""
    parent = QWidget()
    qtbot.addWidget(parent)
    kept = weakref.WeakSet[QWidget]()
    held = QWidget()
    kept.add(held)
    box = ask(parent, text="Send?", more="There.", yes="Send", agreed=held.show)
    del held
    assert len(kept) == 1

    box.reject()
    assert len(kept) == 0


def test_a_short_question_is_not_narrow(qtbot: QtBot) -> None:
    """The sentence below it stands on one line, where it fits into the width of a usual one."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    more = "The capture stays as it came, with every response."
    box = ask(parent, text="Discard?", more=more, yes="Discard", agreed=parent.show)
    [said] = [label for label in box.findChildren(QLabel) if label.text() == more]

    assert box.width() >= theme.px(WIDTH)
    assert said.height() < 2 * said.fontMetrics().lineSpacing()
    box.reject()
