"""Header fields for Qt: in their order, with their case and repeats; secret values as dots until they are shown."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.core.headers import Headers
from inspector.gui import plain, theme
from inspector.gui.views.detail.masking import HIDDEN

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

NAME, VALUE = 0, 1


class HeadersModel(QAbstractTableModel):
    """Two columns. Trailers stand behind the fields of the head."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pairs: list[tuple[str, str]] = []
        self._secret: frozenset[str] = frozenset()
        self._shown: set[int] = set()

    def show_headers(self, headers: Headers, secret: frozenset[str], trailers: Headers) -> None:
        """Show other fields; the values of those named in `secret` (lower case) are hidden."""
        self.beginResetModel()
        self._pairs = headers.texts() + trailers.texts()
        self._secret = secret
        self._shown = set()
        self.endResetModel()

    def hidden(self, row: int) -> bool:
        """Whether the value of a row is shown as dots."""
        return self._pairs[row][NAME].strip().lower() in self._secret and row not in self._shown

    def holds_secret(self, row: int) -> bool:
        """Whether the value of a row is a secret, shown or not."""
        return self._pairs[row][NAME].strip().lower() in self._secret

    def rows_named(self, name: str) -> list[int]:
        """The rows of the fields with a name, in any case."""
        wanted = name.strip().lower()
        return [row for row, pair in enumerate(self._pairs) if pair[NAME].strip().lower() == wanted]

    def turn(self, row: int) -> None:
        """Show a hidden value, or hide it again."""
        self._shown ^= {row}
        index = self.index(row, VALUE)
        self.dataChanged.emit(index, index)

    def value(self, row: int) -> str:
        """The value, or dots."""
        return HIDDEN if self.hidden(row) else self._pairs[row][VALUE]

    def line(self, row: int) -> str:
        """`Name: value`, or dots in place of the value."""
        return f"{self._pairs[row][NAME]}: {self.value(row)}"

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many fields."""
        return 0 if parent.isValid() else len(self._pairs)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Name and value."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, made safe; names are muted."""
        row, column = index.row(), index.column()
        text = self._pairs[row][NAME] if column == NAME else self.value(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.line(text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tooltip(text)
        if role == Qt.ItemDataRole.ForegroundRole and column == NAME:
            return theme.tokens().muted
        if role == Qt.ItemDataRole.FontRole:
            return theme.mono_font()
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names of the columns."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.tr("Name") if section == NAME else self.tr("Value")
        return None
