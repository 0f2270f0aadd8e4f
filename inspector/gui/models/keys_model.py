"""Every command with its keys, as the key sheet lists them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.gui import theme, words
from inspector.gui.bindings import BETWEEN, native

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
TITLE, PATH, KEYS = range(3)
HEADINGS = ("Command", "Menu", "Keys")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRow:
    """A command; one without a name is a key of the list itself, `fixed`, that stays as it is."""

    name: str
    title: str
    path: str = ""
    fixed: tuple[str, ...] = ()


class KeysModel(QAbstractTableModel):
    """Rows in the order of the menus, those that fit what is looked for."""

    def __init__(self, rows: Sequence[KeyRow], usual: Mapping[str, tuple[str, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._rows = tuple(rows)
        self._usual = usual
        self._keys: Mapping[str, tuple[str, ...]] = usual
        self._shown = list(rows)

    def show_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Show other keys; the rows stay where they are."""
        self._keys = keys
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, KEYS))

    def look_for(self, text: str) -> None:
        """Show the rows whose words or keys hold every word of this."""
        wanted = text.casefold().split()
        self.beginResetModel()
        self._shown = [
            row for row in self._rows
            if all(word in f"{row.title} {row.path} {self.keys_text(row)}".casefold() for word in wanted)
        ]  # fmt: skip
        self.endResetModel()

    def row_at(self, place: int) -> KeyRow | None:
        """The command in a row, None below the last."""
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def title_of(self, name: str) -> str:
        """What a command does, in words."""
        return next((row.title for row in self._rows if row.name == name), name)

    def keys_text(self, row: KeyRow) -> str:
        """Its keys as they stand on the keyboard."""
        return BETWEEN.join(native(key) for key in row.fixed or self._keys.get(row.name, ()))

    def changed(self, row: KeyRow) -> bool:
        """Whether the user gave it other keys."""
        return bool(row.name) and self._keys[row.name] != self._usual[row.name]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return words.tr(HEADINGS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.title, row.path, self.keys_text(row))[index.column()]
        if role == Qt.ItemDataRole.FontRole and index.column() == KEYS:
            return theme.mono_font(0.95, bold=self.changed(row))
        if role == Qt.ItemDataRole.ForegroundRole and (index.column() == PATH or not row.name):
            return theme.tokens().muted
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == KEYS and self.changed(row):
            return words.tr("%1, changed").replace("%1", self.keys_text(row))
        return None
