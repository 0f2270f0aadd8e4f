"""What came of captures that were sent together."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.results_dialog import Results, ResultsDialog
from tests.gui.stage import colours
from tests.gui.test_sending import sending_of


def open_results(qtbot: QtBot) -> tuple[Results, list[int]]:
    """Results over a window, and the captures that were chosen in them."""
    window = QWidget()
    qtbot.addWidget(window)
    chosen: list[int] = []
    return Results(window, choose=chosen.append), chosen


def dialog_of(results: Results) -> ResultsDialog:
    """The dialog that was opened."""
    assert results.dialog is not None
    return results.dialog


def is_near(colour: str, wanted: QColor) -> bool:
    """Whether a painted colour is that of the ink, but for the smoothing of letters."""
    found = QColor(colour)
    pairs = zip(found.getRgb()[:3], wanted.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(one - other) < 12 for one, other in pairs)


def test_it_opens_only_when_wanted_and_then_follows(qtbot: QtBot) -> None:
    """A sending that goes on changes what is shown, but opens nothing; a closed dialog stays closed."""
    results, _ = open_results(qtbot)
    sending = sending_of(200, total=3)
    results.show(sending, False)
    assert results.dialog is None

    results.show(sending, True)
    dialog = dialog_of(results)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert not dialog.again.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    results.show(sending, False)
    assert not dialog.isVisible()


def test_a_row_shows_its_capture_and_the_failed_go_again(qtbot: QtBot) -> None:
    """What failed is on top; it is sent again to the same target with one button."""
    results, chosen = open_results(qtbot)
    again: list[tuple[object, str]] = []
    results.again_wanted.connect(lambda ids, target: again.append((ids, target)))
    sending = sending_of(200, None, 404, total=3)
    sending.ended = True
    results.show(sending, True)
    dialog = dialog_of(results)

    assert any(is_near(colour, theme.tokens().invalid) for colour in colours(dialog.table))
    dialog.table.selectRow(1)
    assert chosen == [3]
    qtbot.mouseClick(dialog.only_failed, Qt.MouseButton.LeftButton)
    assert dialog.model.rowCount() == 2
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("#2")

    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    assert again == [((2, 3), "http://t")]
    assert not dialog.again.isEnabled()
    assert [button.text() for button in dialog.findChildren(QPushButton) if button.property("role") == "primary"] == [
        "Send the failed again"
    ]


def test_where_all_went_well_there_is_nothing_to_send_again(qtbot: QtBot) -> None:
    """The filter for failures is off, and cannot hide everything."""
    results, _ = open_results(qtbot)
    failed = sending_of(500, total=1)
    failed.ended = True
    results.show(failed, True)
    dialog = dialog_of(results)
    dialog.only_failed.setChecked(True)
    fine = sending_of(200, total=1)
    fine.ended = True
    results.show(fine, False)

    assert not dialog.only_failed.isEnabled()
    assert dialog.model.rowCount() == 1
