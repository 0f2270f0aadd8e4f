"""PySide6 6.12.0 loses a reference to None at every void call on Python 3.11 and dies of it within seconds."""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 1000


class _Pressed(QWidget):
    """Counts the void virtual that Qt calls on it."""

    presses = 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.presses += 1


def test_a_thousand_void_calls_cost_no_reference_to_none(qtbot: QtBot) -> None:
    """Void calls into Qt, and void virtuals called by Qt, leave None as often referred to as before."""
    widget = _Pressed()
    qtbot.addWidget(widget)
    widget.show()
    item = QObject()
    left, point = Qt.MouseButton.LeftButton, QPointF(1, 1)
    press = QMouseEvent(QEvent.Type.MouseButtonPress, point, point, left, left, Qt.KeyboardModifier.NoModifier)
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        item.setObjectName("x")
        QCoreApplication.sendEvent(widget, press)
    lost = before - sys.getrefcount(None)

    assert widget.presses == CALLS
    assert lost < CALLS // 10
