"""The sidebar: everything, what is pinned, who sent it, and filters that are asked often."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector.gui import plain, theme, words
from inspector.gui.faces import Faces, paint_monogram
from inspector.gui.models.sidebar_model import ENTRY_ROLE, Entry, SidebarModel, folded
from inspector.gui.row_style import Letters, words_only

WIDTH = 204
Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Paints a heading, or monogram, label, count and the red number of failures."""

    def __init__(self, faces: Faces, parent: QWidget) -> None:
        super().__init__(parent)
        self._faces = faces
        self._fit()
        theme.THEME.changed.connect(self._fit)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        area: QRect = option.rect
        state = option.state
        tokens = theme.tokens()
        inside = area.adjusted(theme.px(16), 0, -theme.px(16), 0)
        if entry.heading:
            low = inside.adjusted(0, theme.px(9), 0, 0)
            self._heading.draw(painter, low, plain.line(entry.label), tokens.muted)
            return
        box = QRectF(area.adjusted(theme.px(8), 1, -theme.px(8), -1))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.selection if chosen else tokens.hover)
            painter.drawRoundedRect(box, theme.px(5), theme.px(5))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(5), theme.px(5))
        right = self._paint_counts(painter, inside, entry)
        left = inside.left()
        if entry.has_monogram:
            chip = QRectF(left, inside.center().y() + 1 - theme.px(9), theme.px(25), theme.px(18))
            paint_monogram(painter, chip, self._faces(entry.provider))
            left += theme.px(33)
        room = right - left - theme.px(6)
        label = self._text.cut(plain.line(entry.label), room)
        self._text.draw(
            painter,
            QRect(left, inside.top(), room, inside.height()),
            label,
            tokens.muted if entry.folds else tokens.text,
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY_ROLE)
        return QSize(theme.px(WIDTH), theme.px(36 if entry.heading else 27))

    def _paint_counts(self, painter: QPainter, area: QRect, entry: Entry) -> int:
        """Draw the numbers at the right edge; returns where they begin."""
        tokens, right = theme.tokens(), area.right()
        if entry.failed:
            text = f"× {words.counted(entry.failed)}"
            self._bold.draw(painter, area, text, tokens.invalid, right=True)
            right -= self._bold.width(text) + theme.px(7)
        if entry.count is not None:
            place = QRect(area.left(), area.top(), right - area.left(), area.height())
            text = words.counted(entry.count)
            self._digits.draw(painter, place, text, tokens.muted, right=True)
            right -= self._digits.width(text)
        return right

    def _fit(self) -> None:
        self._text = Letters(words_only(theme.text_font()))
        self._digits = Letters(theme.text_font())
        self._bold = Letters(words_only(theme.text_font(bold=True)))
        self._heading = Letters(words_only(theme.text_font(0.85, bold=True)))


class Sidebar(QListView):
    """`chosen` carries the filter of what was clicked or reached with the keyboard."""

    chosen = Signal(str)

    def __init__(self, *, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SidebarModel(self)
        self._entries: tuple[Entry, ...] = ()
        self._filter = ""
        self._unfolded = False
        self.setModel(self._model)
        self.setItemDelegate(EntryDelegate(faces, self))
        self.setAccessibleName(self.tr("Providers and saved filters"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMinimumWidth(theme.px(150))
        self.clicked.connect(self._choose)
        theme.THEME.changed.connect(self._dress)
        self._dress()

    def show_entries(self, entries: Sequence[Entry], filter: str) -> None:
        """Show entries and counts, and mark the one whose filter is in force."""
        self._entries = tuple(entries)
        self.show_filter(filter)

    def show_filter(self, filter: str) -> None:
        """Mark the entry of this filter, or none; the keyboard stays where it is."""
        self._filter = filter
        at = self.currentIndex().row()
        self._model.show_entries(folded(self._entries, unfolded=self._unfolded, filter=filter))
        row, flags = self._model.row_of(filter.strip()), QItemSelectionModel.SelectionFlag
        selection = self.selectionModel()
        if row is None:
            selection.clearSelection()
        else:
            index = self._model.index(row, 0)
            if not selection.isSelected(index):
                selection.select(index, flags.ClearAndSelect)
        if not self.currentIndex().isValid() or (row is not None and not self.hasFocus()):
            place = at if at >= 0 and row is None else row or 0
            selection.setCurrentIndex(self._model.index(min(place, self._model.rowCount() - 1), 0), flags.NoUpdate)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Going along the entries marks none: what is marked is what the list shows."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDTH), theme.px(400))

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry = self._model.entry_at(index.row())
        if entry.folds:
            self._unfolded = not self._unfolded
            self.show_filter(self._filter)
        elif entry.filter is not None:
            self.chosen.emit(entry.filter)

    def _dress(self) -> None:
        ground = theme.tokens().surface.name()
        top = theme.px(8)
        self.setStyleSheet(f"Sidebar {{ background: {ground}; padding-top: {top}px; border: none; }}")
