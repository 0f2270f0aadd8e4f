"""What came of each capture, as a table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from inspector.core.long_work import Outcome
from inspector.gui import theme
from inspector.gui.models.results_model import Result, ResultsModel


def result(id: int, status: int | None = 200, **more: str) -> Result:
    """A result of a capture of this id."""
    outcome = Outcome(capture_id=id, target="http://t/", status=status, duration_ms=12.0, error=more.get("error"))
    return Result(outcome=outcome, event=more.get("event", ""))


@pytest.fixture
def model() -> ResultsModel:
    """An empty model; a wrong step fails the test."""
    made = ResultsModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def ids(model: ResultsModel) -> list[int]:
    """What is shown, in order."""
    return [model.result_at(row).outcome.capture_id for row in range(model.rowCount())]


def test_it_grows_and_then_puts_what_failed_first(model: ResultsModel) -> None:
    """While it goes on rows are only added; at the end failures stand on top, or alone."""
    results = [result(1), result(2, 500)]
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show(results, failed_first=False)
    results += [result(3), result(4, None)]
    model.show(results, failed_first=False)
    model.show(results, failed_first=False)
    assert ids(model) == [1, 2, 3, 4]
    assert resets == []

    model.show(results, failed_first=True)
    assert ids(model) == [2, 4, 1, 3]
    model.show_only_failed(True)
    assert ids(model) == [2, 4]

    model.show([result(2)], failed_first=False)
    model.show_only_failed(False)
    assert ids(model) == [2]


def test_cells_are_plain_and_failures_red(model: ResultsModel) -> None:
    """A sender's event cannot turn the line; the copy holds what is shown."""
    model.show([result(7, None, error="Refused.", event="\u202eevil\n"), result(8)], failed_first=False)

    texts = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert texts == ["#7", "⟵evil↓", "http://t/", "", "12 ms", "Refused."]
    red = theme.tokens().invalid
    assert [model.data(model.index(row, 5), Qt.ItemDataRole.ForegroundRole) for row in (0, 1)] == [red, None]
    assert model.data(model.index(0, 5), Qt.ItemDataRole.AccessibleTextRole) == "Error: Refused."
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Capture"
    assert model.text().splitlines()[1] == "#7\t⟵evil↓\thttp://t/\t\t12 ms\tRefused."
