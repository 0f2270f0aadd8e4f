"""Fonts and measures of a row."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from inspector.gui import theme
from inspector.gui.row_style import SHOWN, Letters, RowStyle, row_height, shown


def test_a_text_that_is_too_wide_is_cut(qapp: QApplication) -> None:
    """A cut text fits, and in the middle both its ends are kept."""
    letters = Letters(theme.text_font())
    path = "/hooks/of/a/very/long/name/that/nobody/reads?and=a&query=7"

    end, middle = letters.cut(path, 120), letters.cut(path, 120, middle=True)

    assert letters.width(end) <= 120
    assert letters.width(middle) <= 120
    assert end.startswith("/hooks")
    assert end.endswith("…")
    assert middle.startswith("/ho")
    assert middle.endswith("7")
    assert letters.cut("short", 120) == "short"


def test_digits_are_equally_wide(qapp: QApplication) -> None:
    """Columns of numbers stand one under another."""
    letters = Letters(theme.text_font(), even_digits=True)

    assert letters.width("1,111") == letters.width("8,888")


def test_hostile_text_is_marked_and_bounded(qapp: QApplication) -> None:
    """A cell shows no control characters and no more than it can."""
    assert "\u202e" not in shown("abc\u202egnp.exe")
    assert "\n" not in shown("a\nb")
    assert len(shown("x" * 10_000)) <= SHOWN
    assert shown("plain") == "plain"


def test_a_stamp_is_drawn_once(qapp: QApplication) -> None:
    """What stands in many rows is drawn when it is first needed, at the screen's own resolution."""
    style = RowStyle(2.0)
    drawn: list[QRectF] = []

    def draw(painter: QPainter, box: QRectF) -> None:
        drawn.append(box)

    first = style.stamp("x", 10, 6, draw)

    assert style.stamp("x", 10, 6, draw).cacheKey() == first.cacheKey()
    assert len(drawn) == 1
    assert (first.width(), first.height()) == (20, 12)


def test_a_row_holds_its_text(qapp: QApplication) -> None:
    """Rows are about 28 pixels high at text of 13, and never cut letters."""
    assert row_height() >= Letters(theme.text_font()).height + theme.px(8)
