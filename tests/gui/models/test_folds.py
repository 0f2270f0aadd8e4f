"""Opening and closing what is folded, as Qt is told of it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from inspector.gui.models.captures_model import CapturesModel
from tests.gui.stage import ROW


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[CapturesModel]:
    """A list of three, watched by Qt’s own checker."""
    model = CapturesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.folds.on = True
    model.reset([9, 5, 1])
    yield model
    tester.deleteLater()


def shown(model: CapturesModel) -> list[int]:
    """Every id, from the first row down."""
    return [model.id_at(row) for row in range(model.rowCount())]


def test_repeats_come_and_go(model: CapturesModel) -> None:
    """One more at the end, one that left, all of them gone."""
    model.folds.show(5, [6, 7])
    assert shown(model) == [9, 5, 6, 7, 1]
    model.folds.show(5, [6, 7, 10])
    assert shown(model) == [9, 5, 6, 7, 10, 1]
    model.folds.show(5, [7, 10])
    assert shown(model) == [9, 5, 7, 10, 1]
    model.folds.show(5, [7])
    assert shown(model) == [9, 5, 7, 1]
    model.folds.show(5, [])
    assert shown(model) == [9, 5, 1]
    assert model.folds.opened == (5,)
    model.folds.close(5)
    assert not model.folds.opened


def test_what_is_not_in_the_list_is_not_unfolded(model: CapturesModel) -> None:
    """It may have left while its repeats were read."""
    model.folds.show(4, [8])
    model.folds.close(4)

    assert shown(model) == [9, 5, 1]


def test_the_list_goes_on_around_it(model: CapturesModel) -> None:
    """Arrivals, older pages, and a first arrival that leaves with what stood below it."""
    model.folds.show(1, [2, 3])
    model.add_newer([11, 10])
    model.add_older([0])
    assert shown(model) == [11, 10, 9, 5, 1, 2, 3, 0]
    assert model.newest == 11

    assert model.turn_into([11, 5, 0])
    assert shown(model) == [11, 5, 0]


def test_a_row_says_how_it_stands(model: CapturesModel) -> None:
    """Closed, open, below another, or nothing to fold; nothing at all while repeats are not folded."""
    first, repeat = replace(ROW, id=5, again=1), replace(ROW, id=6, duplicate_of=5, repeat="retry")
    folds = model.folds
    assert folds.state(first) == "closed"
    folds.show(5, [6])

    assert [folds.state(one) for one in (first, repeat, replace(ROW, id=9))] == ["open", "under", ""]
    assert folds.state(replace(ROW, id=9, duplicate_of=5, repeat="same-event", again=2)) == "closed"
    folds.on = False
    assert folds.state(first) == ""
