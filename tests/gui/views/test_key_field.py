"""The field that takes a key."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.gui.views.key_field import KeyField

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_every_key_is_told_and_nothing_is_written(qtbot: QtBot) -> None:
    """Tab, Ctrl+A and Enter too; a modifier alone is none yet."""
    field = KeyField("Pin")
    qtbot.addWidget(field)
    field.show()
    told: list[str] = []
    field.given.connect(told.append)
    QTest.keyClick(field, Qt.Key.Key_Control, CONTROL)
    QTest.keyClick(field, Qt.Key.Key_P, CONTROL | SHIFT)
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert told == ["Ctrl+Shift+P", "Ctrl+A", "Tab", "Return"]
    assert field.text() == ""
    assert field.accessibleName() == "Press the new key for Pin"


def test_escape_ends_the_asking(qtbot: QtBot) -> None:
    """It is no key for a command."""
    field = KeyField("Pin")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
