"""Rows of any number: only those in sight are made and painted, and the rest is read ahead in small slices."""

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from inspector.bodies.lines import LONGEST, Lines, Row
from inspector.bodies.shown import Language
from inspector.gui import theme
from inspector.gui.views.detail.row_painter import RowPainter
from inspector.gui.views.detail.selection import Place, Selection

SLICE = 0.004
"""Seconds of reading ahead, between which the window does other things."""

PAUSE = 4
"""Milliseconds between two slices."""

SMALLEST, LARGEST = -4, 12
"""Steps of the zoom."""


class RowsView(QAbstractScrollArea):
    """Shows `Lines` with numbers and colours, scrolls and zooms."""

    grown = Signal()
    """All rows are known now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: Lines | None = None
        self.selection = Selection()
        self.painter = RowPainter()
        self._zoom = 0
        self._reading = QTimer(self)
        self._reading.setInterval(PAUSE)
        self._reading.timeout.connect(self._read_on)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setViewportMargins(theme.px(4), theme.px(8), 0, 0)
        theme.THEME.changed.connect(self._restyle)
        self._restyle()

    def show_lines(self, lines: Lines, language: Language, *, masked: tuple[str, ...] = ()) -> None:
        """Show other rows from their beginning. Values of the keys in `masked` are hidden."""
        self.lines = lines
        self.selection = Selection()
        self.painter.begin(language, masked)
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        if lines.grow(SLICE):
            self._reading.start()
        else:
            self._reading.stop()
            self.grown.emit()
        self._measure()

    def clear(self) -> None:
        """Show nothing."""
        self._reading.stop()
        self.lines = None
        self.selection = Selection()
        self._measure()

    def zoom(self, steps: int) -> None:
        """Make the text larger or smaller; 0 sets it back."""
        self._zoom = 0 if steps == 0 else max(SMALLEST, min(LARGEST, self._zoom + steps))
        self._restyle()

    def visible(self) -> list[Row]:
        """The rows in sight, as they stand in the body."""
        count = self.viewport().height() // self.painter.height + 2
        return [] if self.lines is None else self.lines.read(self.verticalScrollBar().value(), count)

    def place_at(self, position: QPointF) -> Place:
        """The place between two characters that is nearest to a point of the viewport."""
        if self.lines is None or not self.lines.rows:
            return Place(0, 0)
        row = int(position.y() // self.painter.height) + self.verticalScrollBar().value()
        row = max(0, min(self.lines.rows - 1, row))
        [there] = self.lines.read(row, 1)
        return Place(row, self.painter.column_at(there, position.x() + self.horizontalScrollBar().value()))

    def keep_in_sight(self, place: Place, *, centre: bool = False) -> None:
        """Scroll as little as is needed to see a place; to the middle if it was out of sight and `centre` says so."""
        bar, room = self.verticalScrollBar(), self._rows_in_sight()
        if not bar.value() <= place.row < bar.value() + room:
            above = (
                place.row - room // 2 if centre else (place.row if place.row < bar.value() else place.row - room + 1)
            )
            bar.setValue(max(0, above))
        rows = [] if self.lines is None else self.lines.read(place.row, 1)
        if rows:
            x = round(self.painter.x_of(rows[0], place.column))
            side, margin = self.horizontalScrollBar(), round(self.painter.gutter)
            if not side.value() + margin <= x < side.value() + self.viewport().width() - margin:
                side.setValue(x - self.viewport().width() // 2 if x > self.viewport().width() - margin else 0)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Room for forty columns and ten rows."""
        return QSize(round(self.painter.column * 40), self.painter.height * 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.tokens().bg)
        rows = self.visible()
        first, left = self.verticalScrollBar().value(), -self.horizontalScrollBar().value()
        for offset, row in enumerate(rows):
            chosen = self.selection.columns(first + offset, len(row.text))
            here = self.hasFocus() and self.selection.cursor.row == first + offset
            self.painter.paint(painter, row, offset, left, chosen, self.selection.cursor.column if here else None)
        self.painter.paint_numbers(painter, rows, self.viewport().height())
        if self.hasFocus():
            painter.setPen(theme.tokens().accent)
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again."""
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Rows are painted where they are now; nothing is moved."""
        self._measure_width()
        self.viewport().update()

    def _read_on(self) -> None:
        known, room = (self.lines.rows if self.lines else 0), self.painter.gutter
        if self.lines is None or not self.lines.grow(SLICE):
            self._reading.stop()
            self.grown.emit()
        self._measure_height()
        # What is in sight is painted anew only where rows came into it, or their numbers need more room.
        if known < self.verticalScrollBar().value() + self._rows_in_sight() + 2 or room != self.painter.gutter:
            self._measure()

    def _restyle(self) -> None:
        self.painter.restyle(theme.mono_font(1 + self._zoom * 0.1))
        self._measure()

    def _rows_in_sight(self) -> int:
        return max(1, self.viewport().height() // self.painter.height)

    def _measure(self) -> None:
        self._measure_height()
        self._measure_width()
        self.viewport().update()

    def _measure_height(self) -> None:
        rows = self.lines.rows if self.lines is not None else 0
        self.painter.make_room(self.lines.lines if self.lines is not None else 1)
        bar, room = self.verticalScrollBar(), self._rows_in_sight()
        bar.setRange(0, max(0, rows - room))
        bar.setPageStep(room)

    def _measure_width(self) -> None:
        """The widest row in sight counts, and never less than where the view is scrolled to.

        As many rows as fit without a horizontal bar are in sight here: else a bar that hides the one long row, and so
        is hidden itself, comes and goes for ever.
        """
        side = self.horizontalScrollBar()
        count = self.height() // self.painter.height + 2
        rows = [] if self.lines is None else self.lines.read(self.verticalScrollBar().value(), count)
        longest = max(rows, key=lambda row: len(row.text), default=None)
        width = 0 if longest is None else round(min(self.painter.width(longest), self.painter.column * (LONGEST + 16)))
        side.setRange(0, max(side.value(), width - self.viewport().width(), 0))
        side.setPageStep(self.viewport().width())
        side.setSingleStep(round(self.painter.column * 4))
