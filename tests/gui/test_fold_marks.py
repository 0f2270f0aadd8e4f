"""The mark of a row under which repeats are folded."""

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from inspector.core.capture import AGAIN_LIMIT
from inspector.gui.fold_marks import draw_mark, mark_text, mark_width
from inspector.gui.models.folds import Fold
from inspector.gui.models.remarks import folded_words, pills_of
from inspector.gui.row_style import RowStyle, blank
from tests.gui.stage import ROW

AREA = QRect(10, 0, 300, 27)


def left_over(row_again: int, fold: Fold, *, other_bytes: bool = False) -> tuple[QRect, bytes]:
    """What is left of the area, and the picture."""
    picture = blank(320, 28, 1.0)
    painter = QPainter(picture)
    left = draw_mark(painter, AREA, RowStyle(1.0), replace(ROW, again=row_again, other_bytes=other_bytes), fold)
    painter.end()
    return left, bytes(picture.toImage().constBits())


def test_it_counts_arrivals() -> None:
    """The first one, too; from a thousand on it says that there may be more."""
    assert mark_text(replace(ROW, again=3)) == "×4"
    assert mark_text(replace(ROW, again=AGAIN_LIMIT)) == "×1,001+"


def test_closed_open_and_below_another_look_different(qtbot: QtBot) -> None:
    """Each leaves room for the event behind it."""
    pictures = [left_over(3, fold) for fold in ("closed", "open", "under")]

    assert len({picture for _, picture in pictures}) == 3
    assert all(AREA.left() < left.left() < AREA.left() + 80 for left, _ in pictures)
    assert pictures[0][0] == pictures[1][0]


def test_other_bytes_are_seen_while_they_are_folded(qtbot: QtBot) -> None:
    """The mark has another colour, and the words say it."""
    folded = replace(ROW, again=3, other_bytes=True)

    assert left_over(3, "closed")[1] != left_over(3, "closed", other_bytes=True)[1]
    assert "Not all with the same bytes." in folded_words(folded, "closed")
    assert pills_of(folded) == []
    assert pills_of(replace(folded, repeat="retry"))[-1] == ("other bytes", True)


def test_a_click_hits_all_of_it(qtbot: QtBot) -> None:
    """The place for clicks is as wide as what is drawn, and not much wider."""
    drawn = left_over(3, "closed")[0].left() - AREA.left()

    assert drawn - 12 <= mark_width(replace(ROW, again=3)) <= drawn + 12
