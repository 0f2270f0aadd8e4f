"""What stands in the sidebar: headings and entries, each with its filter and its counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.gui import plain, words

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""The Entry itself, for the delegate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A heading, or something to look at: a click shows what `filter` matches."""

    label: str
    filter: str | None = None
    """None for a heading; empty for everything."""
    provider: str | None = None
    """Whose monogram stands before it."""
    has_monogram: bool = False
    count: int | None = None
    failed: int = 0
    folds: bool = False
    """Shows the providers that do not stand here, or hides them again."""

    @property
    def heading(self) -> bool:
        """Whether it only names what follows."""
        return self.filter is None and not self.folds


FIRST = 6
"""Providers that stand in the sidebar until more are asked for."""


def folded(entries: Sequence[Entry], *, unfolded: bool, filter: str) -> list[Entry]:
    """The entries with the smaller providers behind one that says how many; the one that is looked at stays.

    A single one is not worth hiding.
    """
    providers = [entry for entry in entries if entry.has_monogram]
    rest = providers[FIRST:]
    if len(rest) < 2:
        return list(entries)
    after = entries.index(providers[-1]) + 1
    if unfolded:
        fewer = Entry(label=words.tr("Show fewer"), folds=True)
        return [*entries[:after], fewer, *entries[after:]]
    hidden = [entry for entry in rest if entry.filter != filter.strip()]
    more = Entry(
        label=words.plural("1 more", "%Ln more", len(hidden)),
        folds=True,
        count=sum(entry.count or 0 for entry in hidden),
        failed=sum(entry.failed for entry in hidden),
    )
    shown = [entry for entry in entries[:after] if entry not in hidden]
    return [*shown, more, *entries[after:]]


class SidebarModel(QAbstractListModel):
    """Entries from top to bottom; new counts change no row's place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.line(entry.label)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._aloud(entry)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._entries[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; where only counts differ, the rows stay."""
        if [(one.filter, one.label) for one in entries] == [(one.filter, one.label) for one in self._entries]:
            changed = [row for row, entry in enumerate(entries) if entry != self._entries[row]]
            self._entries = tuple(entries)
            for row in changed:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
            return
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry_at(self, row: int) -> Entry:
        """The entry of a row."""
        return self._entries[row]

    def row_of(self, filter: str) -> int | None:
        """The first row with this filter, or None."""
        return next((row for row, entry in enumerate(self._entries) if entry.filter == filter), None)

    def _aloud(self, entry: Entry) -> str:
        parts = [plain.line(entry.label)]
        if entry.count is not None:
            parts.append(words.plural("1 capture", "%Ln captures", entry.count))
        if entry.failed:
            parts.append(words.plural("1 failed", "%Ln failed", entry.failed))
        return ", ".join(parts)
