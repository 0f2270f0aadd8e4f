"""The editor of bytes."""

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.editing.hex_editor import HexEditor
from inspector.gui.views.editing.hex_text import hex_bytes
from tests.gui.stage import colours


def test_place_and_reading_follow_what_is_typed(qtbot: QtBot) -> None:
    """The digits alone are edited; places count the bytes that stand before."""
    editor = HexEditor("Body in hex")
    qtbot.addWidget(editor)
    editor.resize(700, 200)
    editor.show()
    editor.show_bytes(bytes(range(64)))
    second = editor.document().findBlockByNumber(1)
    assert editor.number_of(second) == "00000010"

    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(editor, "ff ")

    assert editor.number_of(second) == "00000011"
    assert hex_bytes(editor.text()) == b"\xff" + bytes(range(64))
    assert theme.tokens().string.name() in colours(editor.reading)
    assert editor.reading.geometry().left() > editor.viewport().geometry().right()
