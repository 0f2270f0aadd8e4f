"""Unfolding in the table: a click on the mark, and the arrow keys to the right and to the left."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from inspector.gui.fold_marks import mark_width
from inspector.gui.models.columns import COLUMNS
from inspector.gui.row_style import row_height
from inspector.gui.views.captures_table import CapturesTable

EVENT = next(place for place, column in enumerate(COLUMNS) if column.name == "event")
PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class FoldClicks(QObject):
    """Watches a table; what a key or a click says leaves as a wish."""

    wanted = Signal(int, bool)
    """The id of a row, and whether its repeats are to stand below it."""

    def __init__(self, table: CapturesTable) -> None:
        super().__init__(table)
        self._table = table
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._table.captures.folds.on:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._table:
            return self._take_key(event)
        if isinstance(event, QMouseEvent) and event.type() in PRESSES and watched is self._table.viewport():
            return event.button() == Qt.MouseButton.LeftButton and self._take_click(event.position().toPoint())
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        index = self._table.currentIndex()
        opens = event.key() == Qt.Key.Key_Right
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not index.isValid():
            return False
        if event.key() not in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            return False
        return self._take(index.row(), opens=opens)

    def _take_click(self, place: QPoint) -> bool:
        table = self._table
        row = table.rowAt(place.y())
        left = table.header.sectionViewportPosition(EVENT)
        if row < 0 or table.header.isSectionHidden(EVENT) or place.x() < left:
            return False
        found = table.captures.summary_at(row)
        if found is None or place.x() > left + mark_width(found) + row_height() // 4:
            return False
        state = table.captures.folds.state(found)
        return state in ("open", "closed") and self._take(row, opens=state == "closed")

    def _take(self, row: int, *, opens: bool) -> bool:
        found = self._table.captures.summary_at(row)
        wanted = ("closed",) if opens else ("open", "under")
        if found is None or self._table.captures.folds.state(found) not in wanted:
            return False
        self.wanted.emit(found.id, opens)
        return True
