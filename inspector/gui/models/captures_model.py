"""The list of captures: ids in one array, newest on top, and the summaries of those that are looked at."""

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.core.capture import Summary
from inspector.gui import plain, words
from inspector.gui.models.columns import COLUMNS
from inspector.gui.models.differences import Run
from inspector.gui.models.folded_rows import FoldedRows
from inspector.gui.models.folds import Folds
from inspector.gui.models.remarks import aloud, folded_words
from inspector.gui.models.row_fetch import Fetch, RowFetch
from inspector.gui.models.rows import NewestFirst, Sorted
from inspector.gui.models.sorting import Sort

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
TEXTS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


class CapturesModel(QAbstractTableModel):
    """Rows are ids. A cell whose summary is not here yet is blank and fetched; nothing is ever read on this thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sorted_by: Sort | None = None
        """What the header says that the list is sorted by."""
        self._rows = FoldedRows(NewestFirst())
        self._fetch = RowFetch(lambda: self._rows, self)
        self._fetch.came.connect(self._show_rows)
        self.cache = self._fetch.cache
        self.folds = Folds(self, lambda: self._rows)

    def read_with(self, fetch: Fetch) -> None:
        """Read missing summaries with this from now on."""
        self._fetch.fetch = fetch

    # What Qt asks.

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role not in TEXTS:
            return None
        row = self.summary_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            whole = column.whole(row) if column.whole else column.text(row)
            said = (row.told_why, folded_words(row, self.folds.state(row))) if column.paint == "event" else ()
            return plain.tooltip("\n".join(filter(None, (whole, *said))))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return plain.line(aloud(row, self.folds.state(row)))
        text = plain.line(column.text(row))
        return f"{words.tr(column.title)}: {text}" if role == Qt.ItemDataRole.AccessibleTextRole else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        column, sort = COLUMNS[section], self.sorted_by
        sorts = sort is not None and sort.column == column.name
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = (" ↓" if sort.descending else " ↑") if sort is not None and sorts else ""
            return words.tr(column.title) + arrow
        if role == Qt.ItemDataRole.AccessibleTextRole:
            way = words.tr("largest first") if sort is not None and sort.descending else words.tr("smallest first")
            return f"{words.tr(column.title)}, {way}" if sorts else words.tr(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def show_sort(self, sort: Sort | None) -> None:
        """Say in the header what the list is sorted by."""
        self.sorted_by = sort
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    # What the window asks.

    def id_at(self, row: int) -> int:
        """The id of a row. Raises IndexError."""
        if not 0 <= row < len(self._rows):
            raise IndexError(row)
        return self._rows.at(row)

    def rows_of(self, ids: Sequence[int]) -> list[int]:
        """The rows of these ids; those that the list does not hold are left out."""
        return self._rows.rows_of(ids)

    def row_of(self, id: int) -> int | None:
        """The row of an id, or None where the list does not hold it."""
        return self._rows.row_of(id)

    def summary_at(self, row: int) -> Summary | None:
        """The summary of a row if it is here; else it is fetched and the row painted again."""
        return self._fetch.look(row)

    @property
    def newest(self) -> int:
        """The id of the first row where they stand newest first; 0 where there is none, or in another order."""
        rows = self._rows
        return rows.at(0) if len(rows) and isinstance(rows.base, NewestFirst) else 0

    def count_newer(self, id: int) -> int:
        """How many rows stand above the place of an id; none where they are sorted otherwise."""
        return self._rows.count_newer(id)

    # What changes it; all ids from the first row down, as they are read.

    def reset(self, ids: Sequence[int], *, in_order: bool = False) -> None:
        """Show another list, newest first or in an order of its own."""
        self.beginResetModel()
        self._rows = FoldedRows(Sorted(ids) if in_order else NewestFirst(ids))
        self.endResetModel()

    def add_newer(self, ids: Sequence[int]) -> None:
        """Put a burst on top, in one step. Ids that are not newer than the first row are left out."""
        newest = self.newest
        newer = [id for id in ids if id > newest]
        if newer:
            self._take(Run(place=0, new=array("q", newer)))

    def add_older(self, ids: Sequence[int]) -> None:
        """Put a page below."""
        if ids:
            self._take(Run(place=len(self._rows), new=array("q", ids)))

    def turn_into(self, ids: Sequence[int]) -> bool:
        """Become this list, in as few steps as there are runs that differ; False, and unchanged, where too many do."""
        self.folds.close_missing(ids)
        runs = self._rows.runs_to(ids)
        for run in runs or ():
            self._take(run)
        return runs is not None

    def _take(self, run: Run) -> None:
        """One step of a change: rows leave, or rows come."""
        if run.gone:
            self.beginRemoveRows(NOWHERE, run.place, run.place + run.gone - 1)
            self._rows.take(run)
            self.endRemoveRows()
        else:
            self.beginInsertRows(NOWHERE, run.place, run.place + len(run.new) - 1)
            self._rows.take(run)
            self.endInsertRows()

    def refresh(self, ids: Sequence[int] | None) -> None:
        """These captures changed in the store, or any where None; rows that are looked at are read again."""
        self.cache.age(ids)
        if len(self._rows) and (ids is None or any(self.cache.peek(id) is not None for id in ids)):
            # Qt repaints what is visible of this, which asks for what is old; nothing else is touched.
            self._show_rows(0, len(self._rows) - 1)

    def _show_rows(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
