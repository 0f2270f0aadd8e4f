"""The editor of text: nothing is lost, and what is in sight has numbers and colours."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.editing.code_editor import CodeEditor, in_units, stand_ins_in
from inspector.gui.views.editing.stand_ins import to_stand_ins
from tests.gui.stage import colours


@pytest.fixture
def editor(qtbot: QtBot) -> CodeEditor:
    """Shown, with nothing in it."""
    editor = CodeEditor("Body")
    qtbot.addWidget(editor)
    editor.resize(400, 200)
    editor.show()
    return editor


def test_text_is_what_was_given(editor: CodeEditor) -> None:
    """Non-breaking spaces, characters of two units, tabs and empty lines."""
    text = "a\xa0b\n\n\tc😀\u3000" + to_stand_ins("\u2028\u2029\r\u202e") + "\n"
    editor.show_text(text)

    assert editor.text() == text
    assert not editor.document().isModified()


def test_a_line_break_typed_with_shift_is_one(editor: CodeEditor) -> None:
    """Qt would put another character there."""
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert editor.text() == "\n"


def test_another_text_can_be_undone_in_one_step(editor: CodeEditor) -> None:
    """And done again, with the keys of the system."""
    editor.show_text("a\nb")
    editor.replace_text("c")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "a\nb"
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    assert editor.text() == "c"


def test_the_clipboard_holds_no_stand_ins(editor: CodeEditor) -> None:
    """What is copied is the text itself; what is pasted shows what it holds."""
    editor.show_text(to_stand_ins("a\u202eb\nc"))
    editor.selectAll()
    editor.copy()
    assert QGuiApplication.clipboard().text() == "a\u202eb\nc"

    pasted = QMimeData()
    pasted.setText("x\r\ny\u202e")
    editor.insertFromMimeData(pasted)
    assert editor.text() == to_stand_ins("x\ny\u202e")


def test_what_is_in_sight_is_coloured_and_the_rest_when_it_comes(editor: CodeEditor, qtbot: QtBot) -> None:
    """A large text is not coloured as a whole."""
    editor.show_text("\n".join(f'"key{number}": {number},' for number in range(2000)), "json")
    last = editor.document().lastBlock()
    qtbot.waitUntil(lambda: bool(editor.document().firstBlock().layout().formats()))
    assert theme.tokens().key.name() in colours(editor)
    assert last.layout().formats() == []

    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: bool(last.layout().formats()))


def test_colours_change_with_the_theme(editor: CodeEditor, qtbot: QtBot) -> None:
    """What is in sight is coloured anew."""
    editor.show_text('{"key": 1}', "json")
    qtbot.waitUntil(lambda: theme.tokens().key.name() in colours(editor))
    app = QGuiApplication.instance()
    theme.apply(app, "dark")  # type: ignore[arg-type]

    qtbot.waitUntil(lambda: {theme.tokens().key.name(), theme.tokens().bg.name()} <= colours(editor))


def test_places_are_counted_as_qt_counts_them() -> None:
    """Behind a character of two units they are one further."""
    assert in_units("😀ab", ((0, 1, "x"), (1, 2, "y"))) == ((0, 2, "x"), (2, 2, "y"))
    assert in_units("ab", ((1, 1, "x"),)) == ((1, 1, "x"),)
    assert stand_ins_in("a" + to_stand_ins("\u202e")) == ((1, 1, "warn"),)


def test_the_numbers_have_room(editor: CodeEditor) -> None:
    """More lines, wider numbers; the text begins behind them."""
    narrow = editor.numbers_wide()
    editor.show_text("\n" * 12_000)

    assert editor.numbers_wide() > narrow
    assert editor.viewport().x() >= editor.numbers_wide()
    assert editor.number_of(editor.document().lastBlock()) == "12001"
