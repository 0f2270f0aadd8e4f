"""What came of each capture that was sent, as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from inspector.core.long_work import Outcome
from inspector.core.secret_query import hide_query
from inspector.gui import plain, theme, words

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
TITLES = ("Capture", "Event", "Target", "Status", "Took", "Error")
RIGHT = (0, 3, 4)
"""Columns of numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """An outcome with the event of its capture."""

    outcome: Outcome
    event: str = ""

    def texts(self) -> tuple[str, ...]:
        """One text for each column."""
        outcome = self.outcome
        return (
            f"#{outcome.capture_id}",
            self.event,
            hide_query(outcome.target),
            "" if outcome.status is None else str(outcome.status),
            "" if outcome.duration_ms is None else words.duration(outcome.duration_ms),
            outcome.error or "",
        )


class ResultsModel(QAbstractTableModel):
    """In the order in which they were sent, or those that failed first, or these alone."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Result] = ()
        self._rows: list[Result] = []
        self._only_failed = False
        self._failed_first = False

    def show(self, results: Sequence[Result], *, failed_first: bool) -> None:
        """Show these; only what is new is added where the others are the same."""
        before, self._all = len(self._rows), results
        grown = not failed_first and not self._failed_first and not self._only_failed and before <= len(results)
        if grown and results[:before] == self._rows:
            if before < len(results):
                self.beginInsertRows(NOWHERE, before, len(results) - 1)
                self._rows.extend(results[before:])
                self.endInsertRows()
            return
        self._failed_first = failed_first
        self._arrange()

    def show_only_failed(self, only: bool) -> None:
        """Leave out what was taken."""
        self._only_failed = only
        self._arrange()

    def result_at(self, row: int) -> Result:
        """The result of a row. Raises IndexError."""
        return self._rows[row]

    def text(self) -> str:
        """Every row that is shown, a tab between columns."""
        titles = "\t".join(words.tr(title) for title in TITLES)
        return "\n".join([titles, *("\t".join(map(plain.line, row.texts())) for row in self._rows)])

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.line(row.texts()[column])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(row.texts()[column])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words.tr(TITLES[column])}: {plain.line(row.texts()[column])}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return _ink(row.outcome, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words.tr(TITLES[section])
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _arrange(self) -> None:
        failed = [row for row in self._all if row.outcome.failed]
        taken = [row for row in self._all if not row.outcome.failed]
        self.beginResetModel()
        if self._only_failed:
            self._rows = failed
        else:
            self._rows = failed + taken if self._failed_first else list(self._all)
        self.endResetModel()


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in RIGHT else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _ink(outcome: Outcome, column: int) -> QColor | None:
    if column in (3, 5) and outcome.failed:
        return theme.tokens().invalid
    return theme.tokens().muted if column in (2, 4) else None
