"""Header fields for Qt that can be edited, in their order and with their repeats; every change can be undone."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from inspector.core.draft import field_problem
from inspector.core.headers import Pair, to_text
from inspector.dispatch.outgoing import OF_THE_WAY
from inspector.gui import plain, theme
from inspector.gui.views.detail.masking import HIDDEN
from inspector.gui.views.editing.field_lines import shown, written

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

NAME, VALUE = 0, 1
EMPTY: Pair = (b"", b"")


class FieldsModel(QAbstractTableModel):
    """Two columns. Rows are changed through its methods, each one step of `undo`."""

    changed = Signal()
    moved_to = Signal(int)
    """The row that the last change was about, or -1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo = QUndoStack(self)
        self._pairs: tuple[Pair, ...] = ()
        self._secret: frozenset[str] = frozenset()

    def set_pairs(self, pairs: Sequence[Pair], secret: frozenset[str] = frozenset()) -> None:
        """Edit other fields; the values of those named in `secret` (lower case) are dots until they are edited."""
        self.undo.clear()
        self._secret = secret
        self.put(tuple(pairs), -1)

    def pairs(self) -> tuple[Pair, ...]:
        """The fields as they stand; a row that nothing was written into is none."""
        return tuple(pair for pair in self._pairs if pair != EMPTY)

    def add(self, row: int) -> None:
        """A new field without a name before this row."""
        self.change((*self._pairs[:row], EMPTY, *self._pairs[row:]), row)

    def remove(self, rows: Sequence[int]) -> None:
        """Take fields away."""
        if rows:
            kept = [pair for row, pair in enumerate(self._pairs) if row not in set(rows)]
            self.change(tuple(kept), min(*rows, len(kept) - 1))

    def move(self, row: int, by: int) -> None:
        """Change places with the field above (-1) or below (1)."""
        if 0 <= row < len(self._pairs) and 0 <= row + by < len(self._pairs):
            pairs = list(self._pairs)
            pairs[row], pairs[row + by] = pairs[row + by], pairs[row]
            self.change(tuple(pairs), row + by)

    def change(self, pairs: tuple[Pair, ...], row: int) -> None:
        """Other fields, as one step."""
        if pairs != self._pairs:
            self.undo.push(Step(self, self._pairs, pairs, row))

    def put(self, pairs: tuple[Pair, ...], row: int) -> None:
        """Show these fields. For the steps; it cannot be undone by itself."""
        if len(pairs) == len(self._pairs):
            self._pairs = pairs
            self.dataChanged.emit(self.index(0, NAME), self.index(len(pairs) - 1, VALUE))
        else:
            self.beginResetModel()
            self._pairs = pairs
            self.endResetModel()
        self.moved_to.emit(row)
        self.changed.emit()

    def problem(self) -> str:
        """A sentence for the first field that cannot be sent, else empty."""
        return next((problem for pair in self.pairs() if (problem := field_problem(*pair))), "")

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many fields."""
        return 0 if parent.isValid() else len(self._pairs)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Name and value."""
        return 0 if parent.isValid() else 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, made safe; what is edited has stand-ins. A field that cannot be sent is red and says why."""
        pair = self._pairs[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return shown(pair[index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            hidden = index.column() == VALUE and to_text(pair[NAME]).lower() in self._secret
            return HIDDEN if hidden else plain.line(to_text(pair[index.column()]))
        if role == Qt.ItemDataRole.ForegroundRole and pair != EMPTY and field_problem(*pair):
            return theme.tokens().invalid
        anew = pair[NAME].lower() in OF_THE_WAY
        if role == Qt.ItemDataRole.ForegroundRole and (anew or index.column() == NAME):
            return theme.tokens().muted
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(field_problem(*pair) or (self.tr("Set anew for the target.") if anew else ""))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed, as one step."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        row, pair = index.row(), list(self._pairs[index.row()])
        text = str(value).strip(" \t") if index.column() == VALUE else str(value).strip()
        pair[index.column()] = written(text, pair[index.column()])
        self.change((*self._pairs[:row], (pair[NAME], pair[VALUE]), *self._pairs[row + 1 :]), row)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names of the columns."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.tr("Name") if section == NAME else self.tr("Value")
        return None


class Step(QUndoCommand):
    """The fields before and after."""

    def __init__(self, model: FieldsModel, before: tuple[Pair, ...], after: tuple[Pair, ...], row: int) -> None:
        super().__init__()
        self._model, self._before, self._after, self._row = model, before, after, row

    def redo(self) -> None:
        """As after."""
        self._model.put(self._after, self._row)

    def undo(self) -> None:
        """As before."""
        self._model.put(self._before, min(self._row, len(self._before) - 1))
