"""Text to be read, selected and copied with mouse and keyboard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.views.detail.rows_view import RowsView
from inspector.gui.views.detail.selection import Place, Selection
from inspector.gui.views.detail.text_keys import moved


class TextView(RowsView):
    """Rows with a cursor and a selection."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Body"))

    def go_to(self, row: int, column: int, length: int) -> None:
        """Bring a place into sight and select so many characters from there."""
        self.selection = Selection(Place(row, column), Place(row, column + length))
        self.keep_in_sight(Place(row, column), centre=True)

    def copy(self) -> None:
        """Put the selected text on the clipboard as it stands; hidden values stay hidden."""
        if self.lines is not None and not self.selection.empty:
            text = self.painter.hide(self.selection.text(self.lines))
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(text)

    def select_all(self) -> None:
        """Select from the first row to the last one that is known."""
        if self.lines is not None and self.lines.rows:
            [last] = self.lines.read(self.lines.rows - 1, 1)
            self.selection = Selection(Place(0, 0), Place(self.lines.rows - 1, len(last.text)))
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, select all, and move the cursor; other keys go up."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif not self._move(event):
            event.ignore()

    def _move(self, event: QKeyEvent) -> bool:
        if self.lines is None or not self.lines.rows:
            return False
        page = max(1, self.verticalScrollBar().pageStep() - 1)
        place = moved(self.lines, self.selection.cursor, event, page)
        if place is None:
            return False
        self.selection.move(place, keep=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self.keep_in_sight(place)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select."""
        if event.button() == Qt.MouseButton.LeftButton:
            keep = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.selection.move(self.place_at(event.position()), keep=keep)
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select on, and scroll along where the mouse leaves the view."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.selection.move(self.place_at(event.position()), keep=True)
            self.keep_in_sight(self.selection.cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The selection is what it is."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word or number."""
        place = self.place_at(event.position())
        rows = [] if self.lines is None else self.lines.read(place.row, 1)
        if rows:
            x = event.position().x() + self.horizontalScrollBar().value()
            start, end = self.painter.word(rows[0].text, self.painter.character_at(rows[0], x))
            self.selection = Selection(Place(place.row, start), Place(place.row, end))
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()
