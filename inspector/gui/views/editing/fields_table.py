"""The table in which header fields are edited in place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from inspector.gui import theme
from inspector.gui.views.editing.fields_model import NAME, VALUE, FieldsModel, Index


class FieldDelegate(QStyledItemDelegate):
    """Edits a cell in the whole of its room."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Where the cell is."""
        editor.setGeometry(option.rect)


class FieldsTable(QTableView):
    """Enter or typing edits, Tab goes on to the next cell while editing; Alt with an arrow moves a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = FieldsModel(self)
        self.setModel(self.fields)
        self.setItemDelegate(FieldDelegate(self))
        self.fields.moved_to.connect(self._go)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Headers"))
        self.setProperty("padded", True)
        self.setProperty("flat", True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(theme.px(28))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().resizeSection(NAME, theme.px(170))
        self._dress()
        theme.THEME.changed.connect(self._dress)

    def add(self) -> None:
        """A new field below the one that is chosen; its name is edited at once."""
        row = self.currentIndex().row() + 1 if self.currentIndex().isValid() else self.fields.rowCount()
        self.fields.add(row)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit(self.fields.index(row, NAME))

    def remove(self) -> None:
        """Take away what is selected."""
        rows = {index.row() for index in self.selectionModel().selectedIndexes()}
        self.fields.remove(sorted(rows))

    def shift(self, by: int) -> None:
        """Move the field that is chosen up (-1) or down (1)."""
        self.fields.move(self.currentIndex().row(), by)

    def take_typed(self) -> None:
        """Take what is being typed into a cell, as if it had been left."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Delete removes, Insert adds, Alt with an arrow moves; undo and redo."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if self.state() == QAbstractItemView.State.EditingState:
            # What the field in a cell leaves over: Enter, which it takes by itself in a moment.
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.fields.undo.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.fields.undo.redo()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif plain and key == Qt.Key.Key_Delete:
            self.remove()
        elif plain and key == Qt.Key.Key_Insert:
            self.add()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _go(self, row: int) -> None:
        column = max(NAME, self.currentIndex().column())
        self.setCurrentIndex(self.fields.index(row, column))

    def _dress(self) -> None:
        self.setFont(theme.mono_font())
