"""Forms and parts as a table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from inspector.bodies.shown import Table
from inspector.gui.views.detail.table_view import BodyTable, TableModel
from tests.gui.views.detail.samples import HOSTILE

TABLE = Table(("Name", "Value"), (("a", "1"), ("token", "s3cret"), (HOSTILE, HOSTILE)))


@pytest.fixture
def view(qtbot: QtBot) -> BodyTable:
    """With a secret in its second row."""
    view = BodyTable()
    qtbot.addWidget(view)
    view.show_table(TABLE, ("token",))
    view.show()
    return view


def test_is_a_model(qapp: object) -> None:
    """Qt's own tester finds nothing."""
    model = TableModel(TABLE)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    assert (3, 2) == (model.rowCount(), model.columnCount())


def test_copies_cells_as_they_came(qtbot: QtBot, view: BodyTable) -> None:
    """Rows are lines, cells have tabs between them, and a hidden value stays hidden."""
    view.selectAll()
    with qtbot.waitSignal(view.copied):
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()

    assert text.startswith("a\t1\ntoken\t••••••••\n<b>valid</b>")
    assert "s3cret" not in text


def test_what_is_shown_is_safe(view: BodyTable) -> None:
    """Cells and tool tips hold no markup that Qt would read, and no direction marks."""
    model = view.model()
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        assert "\u202e" not in str(model.data(model.index(2, 1), role))
    assert "<img" not in str(model.data(model.index(2, 1), Qt.ItemDataRole.ToolTipRole))


def test_copies_nothing_where_nothing_is_selected(qtbot: QtBot, view: BodyTable) -> None:
    """The clipboard is left alone."""
    with qtbot.assertNotEmitted(view.copied):
        view.copy()
