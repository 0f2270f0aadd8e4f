"""The palette: every command by its name, over the window; type, choose, Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector.gui import theme
from inspector.gui.models.palette_model import OFFER_ROLE, Offer, PaletteModel
from inspector.gui.plain import PlainLabel

ROWS = 10
"""Most rows that are seen at once."""
WIDTH, ROW = 560, 30


class OfferDelegate(QStyledItemDelegate):
    """Name, then the menu in a quieter colour, and the keys at the right edge."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        offer, tokens = index.data(OFFER_ROLE), theme.tokens()
        if not isinstance(offer, Offer):
            return
        area: QRect = option.rect
        selected = index == self._current()
        painter.save()
        painter.fillRect(area, tokens.selection if selected else tokens.raised)
        if selected:
            painter.fillRect(QRect(area.left(), area.top(), theme.px(3), area.height()), tokens.accent)
        inside = area.adjusted(theme.px(14), 0, -theme.px(14), 0)
        keys = self._draw(painter, inside, offer.keys, theme.mono_font(0.92), muted=True, right=True)
        inside.setRight(inside.right() - keys - theme.px(14))
        title = self._draw(painter, inside, offer.title, theme.text_font(), muted=not offer.enabled)
        inside.setLeft(inside.left() + title + theme.px(10))
        self._draw(painter, inside, offer.path, theme.text_font(0.92), muted=True)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One height for all."""
        return QSize(theme.px(WIDTH), theme.px(ROW))

    def _current(self) -> QModelIndex:
        view = self.parent()
        return view.currentIndex() if isinstance(view, QListView) else QModelIndex()

    @staticmethod
    def _draw(painter: QPainter, area: QRect, text: str, font: QFont, *, muted: bool, right: bool = False) -> int:
        """Draw one piece, cut where there is no room; gives its width."""
        if area.width() <= 0:
            return 0
        metrics = QFontMetrics(font)
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(theme.tokens().muted if muted else theme.tokens().text)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)
        return metrics.horizontalAdvance(cut)


class Palette(QFrame):
    """`wanted` carries the name of the chosen command, after the keyboard is back where it was."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._before: QWidget | None = None
        self.setProperty("outlined", True)
        self.setAccessibleName(self.tr("Commands"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Find a command"))
        self.rows = PaletteModel(self)
        self.list = QListView(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(OfferDelegate(self.list))
        self.list.setAccessibleName(self.tr("Commands that fit"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty("popup", True)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = PlainLabel(self.tr("No command fits."), self, role="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(8),) * 4)
        column.setSpacing(theme.px(6))
        for part in (self.field, self.list, self._nothing):
            column.addWidget(part)
        self.field.textChanged.connect(self._fit)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.list.entered.connect(self.list.setCurrentIndex)
        parent.installEventFilter(self)
        self.hide()

    def open(self, offers: Sequence[Offer]) -> None:
        """Show the commands, the first of them chosen, and take what is typed."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.rows.show_offers(offers)
        self.field.clear()
        self._fit("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Go away; the keyboard goes back to where it was."""
        before, self._before = self._before, None
        focus = QApplication.focusWidget()
        had = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that are meant for the list; the window's new size; the keyboard going elsewhere."""
        if watched is self._over:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self._place()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event)
        elif event.type() is QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            self.hide()
        return False

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -ROWS, Qt.Key.Key_PageDown: ROWS}
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key in steps:
            row = self.list.currentIndex().row() + steps[key]
            self._select(max(0, min(row, self.rows.rowCount() - 1)))
        else:
            return False
        return True

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            offer = self.rows.offer_at(index.row())
            if offer.enabled:
                self.close_palette()
                self.wanted.emit(offer.name)

    def _fit(self, typed: str) -> None:
        self.rows.fit(typed)
        count = self.rows.rowCount()
        self.list.setVisible(count > 0)
        self._nothing.setVisible(count == 0)
        self._select(0)
        self._place()

    def _select(self, row: int) -> None:
        index = self.rows.index(row, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _place(self) -> None:
        seen = min(ROWS, max(1, self.rows.rowCount()))
        self.list.setFixedHeight(seen * theme.px(ROW) + theme.px(2))
        width = min(theme.px(WIDTH), self._over.width() - theme.px(40))
        self.setGeometry((self._over.width() - width) // 2, theme.px(72), width, self.sizeHint().height())
        self.resize(width, self.sizeHint().height())
