"""The list of captures: ids in one array, newest on top, and the summaries of those that are looked at."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from inspector.core.capture import Summary
from inspector.core.errors import InspectorError
from inspector.gui import plain, words
from inspector.gui.models.columns import COLUMNS
from inspector.gui.models.differences import differences
from inspector.gui.models.summary_cache import SummaryCache
from inspector.gui.tasks import spawn

AROUND = 40
"""Rows above and below a missing one that are read with it, so that scrolling finds them."""
MOST_RUNS = 200
"""A list that differs in more places than this is shown anew."""

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], Awaitable[list[Summary]]]
NOWHERE = QModelIndex()


class CapturesModel(QAbstractTableModel):
    """Rows are ids. A cell whose summary is not here yet is blank and fetched; nothing is ever read on this thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch: Fetch = read_nothing
        self._ids: array[int] = array("q")
        """Oldest first: what arrives is appended, which costs nothing however many there are."""
        self.cache = SummaryCache()
        self._fetching = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._start_fetch)

    def read_with(self, fetch: Fetch) -> None:
        """Read missing summaries with this from now on."""
        self._fetch = fetch

    # What Qt asks.

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        row = self.summary_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            whole = words.moment(row.received_at) if column.paint == "clock" else column.text(row)
            return plain.tooltip(whole)
        text = plain.line(column.text(row))
        return f"{words.tr(column.title)}: {text}" if role == Qt.ItemDataRole.AccessibleTextRole else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words.tr(COLUMNS[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if COLUMNS[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    # What the window asks.

    def id_at(self, row: int) -> int:
        """The id of a row. Raises IndexError."""
        if not 0 <= row < len(self._ids):
            raise IndexError(row)
        return self._ids[len(self._ids) - 1 - row]

    def row_of(self, id: int) -> int | None:
        """The row of an id, or None where the list does not hold it."""
        place = bisect_left(self._ids, id)
        return len(self._ids) - 1 - place if place < len(self._ids) and self._ids[place] == id else None

    def summary_at(self, row: int) -> Summary | None:
        """The summary of a row if it is here; else it is fetched and the row painted again."""
        row_id = self._ids[len(self._ids) - 1 - row]
        found = self.cache.get(row_id)
        if self.cache.wants and not self._soon.isActive() and not self._fetching:
            self._soon.start()
        return found

    @property
    def newest(self) -> int:
        """The id of the first row, 0 where there is none."""
        return self._ids[-1] if self._ids else 0

    @property
    def oldest(self) -> int:
        """The id of the last row, 0 where there is none."""
        return self._ids[0] if self._ids else 0

    def count_newer(self, id: int) -> int:
        """How many rows stand above the place of an id."""
        return len(self._ids) - bisect_right(self._ids, id)

    # What changes it; all ids newest first, as they are read.

    def reset(self, ids: Sequence[int]) -> None:
        """Show another list."""
        self.beginResetModel()
        self._ids = rising(ids)
        self.endResetModel()

    def add_newer(self, ids: Sequence[int]) -> None:
        """Put a burst on top, in one step. Ids that are not newer than the first row are left out."""
        newer = array("q", (id for id in reversed(ids) if id > self.newest))
        if newer:
            self.beginInsertRows(NOWHERE, 0, len(newer) - 1)
            self._ids.extend(newer)
            self.endInsertRows()

    def add_older(self, ids: Sequence[int]) -> None:
        """Put a page below."""
        if ids:
            self.beginInsertRows(NOWHERE, len(self._ids), len(self._ids) + len(ids) - 1)
            self._ids[0:0] = rising(ids)
            self.endInsertRows()

    def turn_into(self, ids: Sequence[int]) -> None:
        """Become this list, in as few steps as there are runs that differ, so that what is selected stays."""
        wanted = rising(ids)
        runs = differences(self._ids, wanted, MOST_RUNS)
        if runs is None:
            self.reset(ids)
            return
        for run in runs:
            bottom = len(self._ids) - 1 - run.place
            if run.gone:
                self.beginRemoveRows(NOWHERE, bottom - run.gone + 1, bottom)
                del self._ids[run.place : run.place + run.gone]
                self.endRemoveRows()
            else:
                self.beginInsertRows(NOWHERE, bottom + 1, bottom + len(run.new))
                self._ids[run.place : run.place] = run.new
                self.endInsertRows()

    def refresh(self, ids: Sequence[int] | None) -> None:
        """These captures changed in the store, or any where None; rows that are looked at are read again."""
        self.cache.age(ids)
        if self._ids and (ids is None or any(self.cache.peek(id) is not None for id in ids)):
            # Qt repaints what is visible of this, which asks for what is old; nothing else is touched.
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))

    def _start_fetch(self) -> None:
        if not self._fetching and self.cache.wants:
            self._fetching = True
            spawn(self._fetch_wanted(), name="reading rows")

    async def _fetch_wanted(self) -> None:
        try:
            while self.cache.wants:
                wanted = self.cache.take_wanted()
                missing = [id for id in neighbours(self._ids, wanted) if self.cache.peek(id) is None]
                rows = await self._fetch(list(dict.fromkeys((*wanted, *missing))))
                self.cache.put(rows)
                self._announce([row.id for row in rows])
        except InspectorError:
            # The store is not there yet or not any more; the notice bar says so, and the rows stay blank.
            self.cache.take_wanted()
        finally:
            self._fetching = False

    def _announce(self, ids: Sequence[int]) -> None:
        rows = [row for id in ids if (row := self.row_of(id)) is not None]
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(COLUMNS) - 1))


def neighbours(ids: Sequence[int], wanted: Sequence[int]) -> Sequence[int]:
    """The ids around those that are wanted, of a rising list; none where these lie far apart."""
    first, last = bisect_left(ids, min(wanted)), bisect_left(ids, max(wanted))
    if last - first > len(wanted) + AROUND:
        return ()
    return ids[max(0, first - AROUND) : last + 1 + AROUND]


async def read_nothing(ids: Sequence[int]) -> list[Summary]:
    """Until there is a reader no row can be read."""
    return []


def rising(ids: Sequence[int]) -> "array[int]":
    """Ids that came newest first, oldest first; reversed in place, for there may be a million."""
    found = array("q", ids)
    found.reverse()
    return found
