"""The table of captures: fixed rows under a header that sorts."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from inspector.gui import theme, words
from inspector.gui.faces import Faces
from inspector.gui.models.captures_model import CapturesModel
from inspector.gui.models.sorting import Sort
from inspector.gui.row_pictures import RowPictures
from inspector.gui.row_style import row_height
from inspector.gui.views.table_header import TableHeader


class CapturesTable(QTableView):
    """Wishes leave as signals; selecting and scrolling are its own."""

    opened = Signal()
    """Enter or a double click: the keyboard goes into the detail."""
    menu_wanted = Signal(QPoint, int)
    """Where on the screen, and for which column."""
    newest_wanted = Signal()
    """Home."""
    picked = Signal()
    """The user chose a row."""

    def __init__(self, model: CapturesModel, *, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.captures = model
        self.header = TableHeader(self)
        self.setHorizontalHeader(self.header)
        self.header.reset_columns()
        self._widest = 0
        self.setAccessibleName(self.tr("Captures, newest first"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._pictures = RowPictures(model, self.header, faces)
        self._set_up_rows()
        # Qt paints two cells anew, but the ring is around the whole row.
        self.selectionModel().currentChanged.connect(lambda: self.viewport().update())
        model.rowsInserted.connect(self._fit_numbers)
        model.modelReset.connect(self._fit_numbers)
        theme.THEME.changed.connect(self._set_up_rows)

    def _set_up_rows(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(row_height())
        rows.setDefaultSectionSize(row_height())
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().update()

    def _fit_numbers(self) -> None:
        """Give the numbers of captures the room that the longest takes."""
        longest = len(words.counted(self.captures.newest))
        if longest > self._widest:
            self._widest = longest
            metrics = QFontMetrics(theme.text_font())
            self.header.widen("id", metrics.horizontalAdvance("0" * longest) + theme.px(16))

    @property
    def row_pixels(self) -> int:
        """Height of a row."""
        return self.verticalHeader().defaultSectionSize()

    def selected_ids(self) -> tuple[int, ...]:
        """Ids of what is selected, from the first row down."""
        return tuple(
            self.captures.id_at(row)
            for top, bottom in sorted(runs_of(self.selectionModel().selection()))
            for row in range(top, bottom + 1)
        )

    def count_selected(self) -> int:
        """How many captures are selected; at a million still at once."""
        return sum(bottom - top + 1 for top, bottom in runs_of(self.selectionModel().selection()))

    def current_id(self) -> int | None:
        """The id of the row that the keyboard is on, where it is selected."""
        index = self.currentIndex()
        return self.captures.id_at(index.row()) if index.isValid() and index.row() < self.captures.rowCount() else None

    def select_id(self, id: int) -> bool:
        """Select one capture and scroll to it; False where the list does not hold it."""
        return self.select_ids((id,))

    def select_ids(self, ids: Sequence[int], *, scroll: bool = True) -> bool:
        """Select captures, the first of them with the keyboard; False where the list does not hold that one."""
        row = self.captures.row_of(ids[0])
        if row is None:
            return False
        self._select_row(row, scroll=scroll)
        if len(ids) > 1:
            chosen = QItemSelection()
            for one in self.captures.rows_of(ids):
                chosen.select(self.captures.index(one, 0), self.captures.index(one, 0))
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(chosen, flags)
        return True

    def show_sort(self, sort: Sort | None) -> None:
        """Say what the list is sorted by."""
        self.captures.show_sort(sort)
        self.setAccessibleName(self.tr("Captures, newest first") if sort is None else self.tr("Captures, sorted"))

    def step(self, by: int) -> None:
        """Select the row that many below, as the arrow keys do."""
        count = self.captures.rowCount()
        if count:
            # Qt makes the first row current, but not selected, when the table gets the keyboard.
            chosen = self.currentIndex().isValid() and self.selectionModel().hasSelection()
            at = self.currentIndex().row() if chosen else (-1 if by > 0 else count)
            self._select_row(min(max(at + by, 0), count - 1))
            self.picked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area, height, ratio = event.rect(), self.row_pixels, self.devicePixelRatioF()
        count, first = self.captures.rowCount(), self.rowAt(area.top())
        y = self.rowViewportPosition(first) if first >= 0 else area.top()
        if first >= 0:
            chosen = runs_of(self.selectionModel().selection())
            last = min(count - 1, first + (area.bottom() - y) // height)
            for row in range(first, last + 1):
                selected = any(top <= row <= bottom for top, bottom in chosen)
                picture = self._pictures.picture(row, height=height, selected=selected, pixel_ratio=ratio)
                painter.drawPixmap(-self.horizontalHeader().offset(), y, picture)
                y += height
        if y <= area.bottom():
            painter.fillRect(0, y, self.viewport().width(), area.bottom() - y + 1, theme.tokens().bg)
        if self.hasFocus() and self.currentIndex().isValid():
            y = self.rowViewportPosition(self.currentIndex().row())
            paint_ring(painter, QRect(0, y, self.viewport().width(), height - 1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.newest_wanted.emit()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self.picked.emit()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of commands here; Qt's own search would read a million rows."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.picked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.show_menu_at(event.pos() if by_mouse else self.visualRect(self.currentIndex()).bottomLeft())

    def show_menu_at(self, place: QPoint) -> None:
        """Ask for the menu of the row at a place of the viewport."""
        index = self.indexAt(place)
        if index.isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(place), index.column())

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        # A wheel at the edge must not scroll what is around the table.
        event.accept()

    def _select_row(self, row: int, *, scroll: bool = True) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self.captures.index(row, 0)
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(index, flags)
        self.setAutoScroll(True)
        if scroll:
            self.scrollTo(index)


def paint_ring(painter: QPainter, area: QRect) -> None:
    """Two pixels around the row that the keyboard is on."""
    pen = QPen(theme.tokens().accent, 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(1, 1, -1, -1))


def runs_of(selection: QItemSelection) -> list[tuple[int, int]]:
    """First and last row of each run that is selected."""
    ranges = [selection.at(place) for place in range(selection.count())]
    return list(dict.fromkeys((one.top(), one.bottom()) for one in ranges))
