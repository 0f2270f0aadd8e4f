"""Rows of any number are measured, scrolled and zoomed."""

from PySide6.QtGui import QResizeEvent
from pytestqt.qtbot import QtBot

from inspector.bodies.lines import Lines
from inspector.bodies.text import TextSource
from inspector.gui.views.detail.rows_view import RowsView


class Counting(RowsView):
    """Counts how often it was measured anew."""

    resized = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count."""
        self.resized += 1
        super().resizeEvent(event)


def test_the_scroll_bar_comes_to_rest(qtbot: QtBot) -> None:
    """One long row at the lower edge makes a bar appear that hides the row; the bar stays all the same."""
    view = Counting()
    qtbot.addWidget(view)
    view.show_lines(Lines(TextSource(b"short\n" * 9 + b"long " * 100 + b"\nshort" * 3)), "text")
    view.show()
    for height in range(view.painter.height * 8, view.painter.height * 12, 3):
        view.resize(300, height)
        qtbot.wait(5)
        before = view.resized
        qtbot.wait(5)

        assert view.resized == before, height
