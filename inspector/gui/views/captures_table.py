"""The table of captures: fixed rows, a header whose columns move, hide and show."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from inspector.gui import theme, words
from inspector.gui.faces import Faces
from inspector.gui.models.captures_model import CapturesModel
from inspector.gui.models.columns import COLUMNS
from inspector.gui.row_pictures import RowPictures
from inspector.gui.row_style import row_height

STRETCHED = next(place for place, column in enumerate(COLUMNS) if column.name == "event")
"""The column that takes the room that is left."""


class CapturesTable(QTableView):
    """Wishes leave as signals; selecting and scrolling are its own."""

    opened = Signal()
    """Enter or a double click: the keyboard goes into the detail."""
    menu_wanted = Signal(QPoint, int)
    """Where on the screen, and for which column."""
    newest_wanted = Signal()
    """Home."""
    freeze_wanted = Signal()
    """Space."""
    picked = Signal()
    """The user chose a row."""

    def __init__(self, model: CapturesModel, *, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.captures = model
        self._columns = QMenu(self)
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
        self._pictures = RowPictures(model, self.horizontalHeader(), faces)
        self._set_up_rows()
        self._set_up_columns()
        theme.THEME.changed.connect(self._set_up_rows)

    def _set_up_rows(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(row_height())
        rows.setDefaultSectionSize(row_height())
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().update()

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setAccessibleName(self.tr("Columns"))
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(theme.px(40))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, theme.px(column.width))
            self.setColumnHidden(place, column.hidden)
        header.setSectionResizeMode(STRETCHED, QHeaderView.ResizeMode.Stretch)

    @property
    def row_pixels(self) -> int:
        """Height of a row."""
        return self.verticalHeader().defaultSectionSize()

    def selected_ids(self) -> tuple[int, ...]:
        """Ids of what is selected, newest first."""
        rows = sorted({row for top, bottom in self._selected_rows() for row in range(top, bottom + 1)})
        return tuple(self.captures.id_at(row) for row in rows)

    def current_id(self) -> int | None:
        """The id of the row that the keyboard is on, where it is selected."""
        index = self.currentIndex()
        return self.captures.id_at(index.row()) if index.isValid() and index.row() < self.captures.rowCount() else None

    def select_id(self, id: int) -> bool:
        """Select one capture and scroll to it; False where the list does not hold it."""
        row = self.captures.row_of(id)
        if row is None:
            return False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self.captures.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags)
        return True

    def step(self, by: int) -> None:
        """Select the row that many below, as the arrow keys do."""
        count = self.captures.rowCount()
        if count:
            # Qt makes the first row current, but not selected, when the table gets the keyboard.
            chosen = self.currentIndex().isValid() and self.selectionModel().hasSelection()
            at = self.currentIndex().row() if chosen else (-1 if by > 0 else count)
            self.select_id(self.captures.id_at(min(max(at + by, 0), count - 1)))
            self.picked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area, height, ratio = event.rect(), self.row_pixels, self.devicePixelRatioF()
        count, first = self.captures.rowCount(), self.rowAt(area.top())
        y = self.rowViewportPosition(first) if first >= 0 else area.top()
        if first >= 0:
            chosen = self._selected_rows()
            last = min(count - 1, first + (area.bottom() - y) // height)
            for row in range(first, last + 1):
                selected = any(top <= row <= bottom for top, bottom in chosen)
                picture = self._pictures.picture(row, height=height, selected=selected, pixel_ratio=ratio)
                painter.drawPixmap(-self.horizontalHeader().offset(), y, picture)
                y += height
        if y <= area.bottom():
            painter.fillRect(0, y, self.viewport().width(), area.bottom() - y + 1, theme.tokens().bg)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.newest_wanted.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.freeze_wanted.emit()
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

    def _selected_rows(self) -> list[tuple[int, int]]:
        """First and last row of each run that is selected."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        return [(one.top(), one.bottom()) for one in ranges]

    def _offer_columns(self, at: QPoint) -> None:
        menu, header = self._columns, self.horizontalHeader()
        menu.clear()
        for visual in range(header.count()):
            place = header.logicalIndex(visual)
            action = QAction(words.tr(COLUMNS[place].title), menu, checkable=True)
            action.setChecked(not self.isColumnHidden(place))
            action.setEnabled(place != STRETCHED)
            action.toggled.connect(lambda shown, place=place: self._show_column(place, shown))
            menu.addAction(action)
        menu.popup(header.mapToGlobal(at))

    def _show_column(self, place: int, shown: bool) -> None:
        self.setColumnHidden(place, not shown)
        if shown and self.columnWidth(place) < theme.px(40):
            self.setColumnWidth(place, theme.px(COLUMNS[place].width))
