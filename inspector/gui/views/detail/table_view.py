"""Forms and multipart bodies as a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from inspector.bodies.shown import Table
from inspector.gui import plain, theme
from inspector.gui.views.detail.masking import HIDDEN

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class TableModel(QAbstractTableModel):
    """Rows of text; nothing in them changes."""

    def __init__(self, table: Table, masked: tuple[str, ...] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._masked = frozenset(masked)

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._table.columns)

    def text(self, row: int, column: int) -> str:
        """A cell as received, or dots where it is hidden."""
        cells = self._table.rows[row]
        return HIDDEN if column == len(cells) - 1 and cells[0].lower() in self._masked else cells[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, made safe."""
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.line(self.text(index.row(), index.column()), 400)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(self.text(index.row(), index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names of the columns."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._table.columns[section]
        return None


class BodyTable(QTableView):
    """Shows a table and copies its cells."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAccessibleName(self.tr("Fields of the body"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setProperty("padded", True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(theme.px(26))
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self._model: TableModel | None = None

    def show_table(self, table: Table, masked: tuple[str, ...] = ()) -> None:
        """Show another table; the last cell of rows named in `masked` is hidden."""
        old, self._model = self._model, TableModel(table, masked, self)
        self.setModel(self._model)
        self.setFont(theme.mono_font())
        for column in range(len(table.columns) - 1):
            self.setColumnWidth(column, theme.px(150 if len(table.columns) < 4 else 110))
        if old is not None:
            old.deleteLater()

    def copy(self) -> None:
        """Put the selected cells on the clipboard, rows as lines."""
        if self._model is None:
            return
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda one: (one.row(), one.column())):
            rows.setdefault(index.row(), []).append(self._model.text(index.row(), index.column()))
        text = "\n".join("\t".join(cells) for cells in rows.values())
        if text:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
