"""The tree of a JSON body."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QTreeView, QWidget

from inspector.bodies.text import Bytes
from inspector.gui import theme
from inspector.gui.views.detail.tree_model import TreeModel


class JsonTreeView(QTreeView):
    """Opens the outermost level by itself; copies values and their paths."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setProperty("padded", True)
        self.setAccessibleName(self.tr("Tree of the body"))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self._tree: TreeModel | None = None
        theme.THEME.changed.connect(self._restyle)
        self._restyle()

    def show_content(self, content: Bytes, masked: tuple[str, ...] = ()) -> None:
        """Show another body; values of the keys in `masked` are hidden."""
        old, self._tree = self._tree, TreeModel(content, masked, self)
        self._tree.rowsInserted.connect(self._open_first)
        self.setModel(self._tree)
        self.setColumnWidth(0, theme.px(240))
        if old is not None:
            old.deleteLater()
        self._tree.fetchMore(QModelIndex())

    def clear(self) -> None:
        """Show nothing."""
        old, self._tree = self._tree, None
        self.setModel(None)
        if old is not None:
            old.deleteLater()

    def chosen_path(self) -> str:
        """Where the value stands that the user chose; empty where none is."""
        chosen = self.selectionModel().selectedIndexes() if self._tree is not None and self.isVisible() else []
        return self._tree.path(chosen[0]) if chosen and self._tree is not None else ""

    def zoom(self, steps: int) -> None:
        """The tree has one size."""

    def copy(self) -> None:
        """Put the value on the clipboard as it stands in the body."""
        if self._tree is not None:
            self._copy(self._tree.value(self.currentIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy the value or its path."""
        if self._tree is None or not self.currentIndex().isValid():
            return
        tree, index = self._tree, self.currentIndex()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy value"), self.copy)
        menu.addAction(self.tr("Copy path"), lambda: self._copy(tree.path(index)))
        menu.popup(event.globalPos())

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)

    def _open_first(self, parent: QModelIndex) -> None:
        if not parent.isValid() and self._tree is not None:
            self.expand(self._tree.index(0, 0))

    def _restyle(self) -> None:
        self.setFont(theme.mono_font())
        self.viewport().update()
