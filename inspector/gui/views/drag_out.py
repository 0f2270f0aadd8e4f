"""Rows that are dragged out of the list become a file, written only when somebody wants to have it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QMetaType,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
)
from PySide6.QtGui import QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from inspector.gui.views.captures_table import CapturesTable

FILES = "text/uri-list"

Write = Callable[[], Path | None]


class LateFile(QMimeData):
    """A file that is made when what it is dropped on asks for it; None where it could not be made."""

    def __init__(self, write: Write) -> None:
        super().__init__()
        self._write = write
        self._urls: list[QUrl] | None = None

    def formats(self) -> list[str]:
        return [FILES]

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype == FILES

    def retrieveData(self, mimetype: str, preferredType: QMetaType | QMetaType.Type) -> object:
        if mimetype != FILES:
            return None
        if self._urls is None:
            file = self._write()
            self._urls = [] if file is None else [QUrl.fromLocalFile(str(file))]
        return self._urls


class Parcel(QStandardItemModel):
    """One thing that can be dragged."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.appendRow(QStandardItem(""))
        self.write: Write = lambda: None

    def mimeData(self, indexes: Sequence[QModelIndex | QPersistentModelIndex]) -> QMimeData:
        return LateFile(self.write)

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction


class Carrier(QTableView):
    """Qt's own dragging, by a table that nobody sees: the list of captures must not hand out a row for each cell."""

    def __init__(self, parent: CapturesTable) -> None:
        super().__init__(parent)
        self.parcel = Parcel(self)
        self.setModel(self.parcel)
        self.hide()

    def carry(self, write: Write) -> None:
        """Drag until the button is let go."""
        self.parcel.write = write
        self.selectRow(0)
        self.startDrag(Qt.DropAction.CopyAction)


class DragOut(QObject):
    """Watches the mouse over rows that are selected; `pack` writes captures into a file."""

    def __init__(self, table: CapturesTable, pack: Callable[[Sequence[int]], Path | None]) -> None:
        super().__init__(table)
        self._table = table
        self._pack = pack
        self._pressed: QMouseEvent | None = None
        self.carry: Callable[[Write], None] = Carrier(table).carry
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press on what is selected waits: it may begin to drag, else it selects that one row."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            return self._press(event)
        if self._pressed is None:
            return False
        if event.type() is QEvent.Type.MouseMove:
            way = event.position() - self._pressed.position()
            if way.manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                ids = self._table.selected_ids()
                self.carry(lambda: self._pack(ids))
            return True
        if event.type() is QEvent.Type.MouseButtonRelease:
            row = self._table.rowAt(self._pressed.position().toPoint().y())
            self._pressed = None
            if row >= 0:
                self._table.select_id(self._table.captures.id_at(row))
            return True
        return False

    def _press(self, event: QMouseEvent) -> bool:
        row = self._table.rowAt(event.position().toPoint().y())
        plain = event.button() is Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and row >= 0 and self._table.selectionModel().isRowSelected(row, QModelIndex()):
            self._pressed = QMouseEvent(event)
            self._table.setFocus(Qt.FocusReason.MouseFocusReason)
            # The row stays where it is, but the cell that was clicked is the one that commands are about.
            return True
        self._pressed = None
        return False
