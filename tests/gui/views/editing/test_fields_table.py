"""Editing fields with the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from inspector.gui.views.editing.fields_model import NAME, VALUE
from inspector.gui.views.editing.fields_table import FieldsTable
from tests.gui.stage import focus_of, is_front

KEY = Qt.Key
A, B = (b"A", b"1"), (b"B", b"2")


@pytest.fixture
def table(qtbot: QtBot) -> FieldsTable:
    """Two fields, the first chosen, in an active window."""
    table = FieldsTable()
    qtbot.addWidget(table)
    table.resize(400, 200)
    table.show()
    qtbot.waitUntil(lambda: is_front(table))
    table.fields.set_pairs([A, B])
    table.setFocus()
    table.setCurrentIndex(table.fields.index(0, NAME))
    return table


def typing(table: FieldsTable) -> QLineEdit:
    """The field that is open in a cell."""
    field = focus_of()
    assert isinstance(field, QLineEdit)
    return field


def enter(table: FieldsTable, qtbot: QtBot) -> None:
    """Press Enter in a cell, which Qt takes a moment later."""
    QTest.keyClick(typing(table), KEY.Key_Return)
    qtbot.waitUntil(lambda: focus_of() is table)


def test_tab_goes_from_name_to_value_to_the_next_field(table: FieldsTable, qtbot: QtBot) -> None:
    """While editing; Enter opens and closes a cell."""
    QTest.keyClick(table, KEY.Key_Return)
    for text in ("X", "9", "Y"):
        typing(table).selectAll()
        QTest.keyClicks(typing(table), text)
        QTest.keyClick(typing(table), KEY.Key_Tab)
    enter(table, qtbot)

    assert table.fields.pairs() == ((b"X", b"9"), (b"Y", b"2"))


def test_a_field_is_added_moved_and_removed(table: FieldsTable, qtbot: QtBot) -> None:
    """Insert, Alt with an arrow, Delete; undo and redo take the steps back and forth."""
    QTest.keyClick(table, KEY.Key_Insert)
    QTest.keyClicks(typing(table), "N")
    enter(table, qtbot)
    assert table.fields.pairs() == (A, (b"N", b""), B)

    QTest.keyClick(table, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert table.fields.pairs() == (A, B, (b"N", b""))
    QTest.keyClick(table, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(table, KEY.Key_Delete)
    assert table.fields.pairs() == (A, B)

    QTest.keyClick(table, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert table.fields.pairs() == (A, (b"N", b""), B)
    QTest.keyClick(table, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert table.fields.pairs() == (A, B)


def test_typing_over_a_cell_begins_to_edit_it(table: FieldsTable) -> None:
    """Escape takes it back; what is being typed can be taken as it stands."""
    table.setCurrentIndex(table.fields.index(1, VALUE))
    QTest.keyClicks(table, "x")
    QTest.keyClick(typing(table), KEY.Key_Escape)
    assert table.fields.pairs() == (A, B)

    QTest.keyClicks(table, "x")
    QTest.keyClicks(typing(table), "y")
    table.take_typed()
    assert table.fields.pairs()[1][1].endswith(b"y")


def test_tab_leaves_the_table_while_nothing_is_edited(table: FieldsTable) -> None:
    """The table is no trap for the keyboard."""
    assert not table.tabKeyNavigation()
