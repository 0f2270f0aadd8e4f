"""The tree of a JSON body for Qt: a level is read when it is opened, in slices."""

from collections.abc import Iterator
from time import perf_counter
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from inspector.bodies import json_tree
from inspector.bodies.json_tree import Node
from inspector.bodies.text import Bytes
from inspector.gui import plain, theme
from inspector.gui.views.detail.masking import HIDDEN

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

SLICE = 0.004
BATCH = 500
"""Most values that are added at once; the rest comes when it is scrolled to."""

KEY, VALUE = 0, 1
COLOURS = {"string": "string", "number": "number", "constant": "const", "object": "muted", "array": "muted"}


class Branch:
    """A value with those of its children that were read."""

    __slots__ = ("children", "coming", "node", "parent", "row")

    def __init__(
        self, node: Node | None, parent: "Branch | None", row: int, coming: Iterator[Node | None] | None
    ) -> None:
        self.node = node
        self.parent = parent
        self.row = row
        self.children: list[Branch] = []
        self.coming = coming

    def way(self) -> list[Node]:
        """The nodes from the outermost value to this one."""
        above = self.parent.way() if self.parent is not None else []
        return above + ([self.node] if self.node is not None else [])


class TreeModel(QAbstractItemModel):
    """Two columns: key as received, value as received."""

    def __init__(self, content: Bytes, masked: tuple[str, ...] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._masked = {f'"{key}"' for key in masked}
        self._top = Branch(None, None, 0, json_tree.root(content))

    def branch(self, index: Index) -> Branch:
        """The branch behind an index."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Branch) else self._top

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """The index of a child."""
        children = self.branch(parent).children
        return self.createIndex(row, column, children[row]) if 0 <= row < len(children) else QModelIndex()

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        """The index of the value around."""
        above = self.branch(index).parent
        if above is None or above is self._top:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many children were read."""
        return 0 if parent.column() > 0 else len(self.branch(parent).children)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Key and value."""
        return 2

    def hasChildren(self, parent: Index = ROOT) -> bool:
        """Whether there is anything inside."""
        node = self.branch(parent).node
        return node is None or node.held != 0

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are children that were not read."""
        return self.branch(parent).coming is not None

    def fetchMore(self, parent: Index) -> None:
        """Read some more children; where that takes long, go on after the window had its turn."""
        branch = self.branch(parent)
        found: list[Branch] = []
        until = perf_counter() + SLICE
        first = len(branch.children)
        while branch.coming is not None and len(found) < BATCH and perf_counter() < until:
            node = next(branch.coming, "end")
            if node == "end":
                branch.coming = None
            elif isinstance(node, Node):
                inner = json_tree.children(self._content, node) if node.held else None
                found.append(Branch(node, branch, first + len(found), inner))
        if found:
            self.beginInsertRows(parent, first, first + len(found) - 1)
            branch.children += found
            self.endInsertRows()
        elif branch.coming is not None:
            where = QPersistentModelIndex(parent)
            QTimer.singleShot(1, self, lambda: self.fetchMore(where))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts and colours."""
        branch = self.branch(index)
        node = branch.node
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.line(self._key(branch, node) if index.column() == KEY else self.value(index), 400)
        if role == Qt.ItemDataRole.ForegroundRole:
            name = COLOURS[node.kind] if index.column() == VALUE else ("key" if node.key is not None else "muted")
            return getattr(theme.tokens(), name)
        return None

    def value(self, index: Index) -> str:
        """The value as it stands in the body, or dots where it is hidden."""
        node = self.branch(index).node
        if node is None:
            return ""
        return HIDDEN if (node.key or "").lower() in self._masked else node.preview(self._content)

    def path(self, index: Index) -> str:
        """Where the value stands: `data.items[0].id`."""
        return json_tree.path_of(self.branch(index).way())

    def _key(self, branch: Branch, node: Node) -> str:
        if branch.parent is self._top:
            return ""
        return f"[{node.index}]" if node.key is None else node.key

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self.tr("Key") if section == KEY else self.tr("Value")
