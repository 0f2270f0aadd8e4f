"""Unfolding in the table by mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.gui.views.captures_table import CapturesTable
from inspector.gui.views.fold_clicks import EVENT, FoldClicks
from tests.gui.stage import FACES, model_of, row


@pytest.fixture
def table(qtbot: QtBot) -> CapturesTable:
    """Row 0 has repeats that are folded, row 1 is one of another kind."""
    model = model_of([2, 1])
    model.cache.put([row(2, again=3), row(1)])
    model.folds.on = True
    table = CapturesTable(model, faces=FACES)
    qtbot.addWidget(table)
    table.resize(1000, 200)
    table.show()
    return table


def test_keys_and_clicks_are_wishes(table: CapturesTable, qtbot: QtBot) -> None:
    """Right opens, left folds what is open; nothing is wanted of a row without repeats."""
    clicks, wishes = FoldClicks(table), []
    clicks.wanted.connect(lambda id, opens: wishes.append((id, opens)))
    table.select_id(1)
    QTest.keyClick(table, Qt.Key.Key_Right)
    table.select_id(2)
    QTest.keyClick(table, Qt.Key.Key_Left)
    QTest.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert wishes == []
    QTest.keyClick(table, Qt.Key.Key_Right)
    table.captures.folds.show(2, [3])
    QTest.keyClick(table, Qt.Key.Key_Left)
    place = table.visualRect(table.captures.index(0, EVENT)).topLeft() + QPoint(12, 9)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    assert wishes == [(2, True), (2, False), (2, False)]


def test_nothing_is_watched_where_nothing_is_folded(table: CapturesTable) -> None:
    """Clicks and keys do what they always do."""
    clicks, wishes = FoldClicks(table), []
    clicks.wanted.connect(lambda id, opens: wishes.append(id))
    table.captures.folds.on = False
    place = table.visualRect(table.captures.index(0, EVENT)).topLeft() + QPoint(12, 9)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.keyClick(table, Qt.Key.Key_Right)

    assert wishes == []
    assert table.selected_ids() == (2,)
