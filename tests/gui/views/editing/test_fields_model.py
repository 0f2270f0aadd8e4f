"""The fields as Qt edits them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.detail.masking import HIDDEN
from inspector.gui.views.editing.fields_model import NAME, VALUE, FieldsModel

A, B, B2 = (b"A", b"1"), (b"b", b"2"), (b"B", b"\xe9")


@pytest.fixture
def model(qtbot: QtBot) -> FieldsModel:
    """Three fields, watched by Qt's own tester."""
    model = FieldsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_pairs([A, B, B2])
    return model


def test_every_change_can_be_undone(model: FieldsModel) -> None:
    """Add, remove, move, and what is written into a cell; one step each."""
    seen = [model.pairs()]
    for act in (
        lambda: model.move(0, 1),
        lambda: model.remove([0, 2]),
        lambda: model.add(1),
        lambda: model.setData(model.index(1, NAME), " New "),
        lambda: model.setData(model.index(1, VALUE), "é"),
    ):
        act()
        seen.append(model.pairs())
    assert seen[1:3] == [(B, A, B2), (A,)]
    assert seen[-1] == (A, (b"New", "é".encode()))

    for pairs in reversed(seen[:-1]):
        model.undo.undo()
        assert model.pairs() == pairs
    assert not model.undo.canUndo()


def test_bytes_stay_until_they_are_edited(model: FieldsModel) -> None:
    """The same text is the same bytes, and no step; Latin-1 stays Latin-1."""
    model.setData(model.index(2, VALUE), "é")
    assert not model.undo.canUndo()
    model.setData(model.index(2, VALUE), "éé")

    assert model.pairs()[2] == (b"B", b"\xe9\xe9")


def test_what_cannot_be_sent_is_red_and_says_why(model: FieldsModel) -> None:
    """A name with a space, a value with a line break; an empty row is none."""
    assert model.problem() == ""
    model.add(0)
    assert (model.problem(), model.pairs(), model.rowCount()) == ("", (A, B, B2), 4)
    model.set_pairs([(b"A B", b"1")])
    assert "'A B' is no name" in model.problem()
    assert model.data(model.index(0, NAME), Qt.ItemDataRole.ForegroundRole) == theme.tokens().invalid
    assert "is no name" in model.data(model.index(0, NAME), Qt.ItemDataRole.ToolTipRole)

    model.set_pairs([(b"A", b"1\r")])
    assert "line break" in model.problem()


def test_secrets_are_dots_until_they_are_edited(model: FieldsModel) -> None:
    """Fields that the way sets anew are quiet and say so."""
    model.set_pairs([(b"X-Token", b"abc"), (b"Host", b"a")], frozenset({"x-token"}))

    assert model.data(model.index(0, VALUE)) == HIDDEN
    assert model.data(model.index(0, VALUE), Qt.ItemDataRole.EditRole) == "abc"
    assert model.data(model.index(1, VALUE), Qt.ItemDataRole.ForegroundRole) == theme.tokens().muted
    assert "Set anew" in model.data(model.index(1, VALUE), Qt.ItemDataRole.ToolTipRole)


def test_moves_stay_inside(model: FieldsModel) -> None:
    """The first does not go up, the last not down, and removing nothing is no step."""
    model.move(0, -1)
    model.move(2, 1)
    model.move(-1, 1)
    model.remove([])

    assert model.pairs() == (A, B, B2)
    assert not model.undo.canUndo()
