"""A button that names its key behind its text, quietly."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from inspector.gui import theme

GAP = 7
"""Pixels, at text of 13, between text and key."""


class KeyButton(QPushButton):
    """As wide as both; without a key it is a button like others."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._key = ""

    def show_key(self, key: str) -> None:
        """Name a key; empty for none."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def key(self) -> str:
        """The key that is named."""
        return self._key

    def sizeHint(self) -> QSize:
        """Room for the key."""
        hint = super().sizeHint()
        return hint.expandedTo(QSize(hint.width() + self._key_wide(), 0))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, then text and key in its middle."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        text, option.text = option.text, ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setFont(self.font())
        wide = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()
        left = (self.width() - wide - self._key_wide()) // 2
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        colours, primary = theme.tokens(), self.property("role") == "primary"
        painter.setPen(colours.muted if not self.isEnabled() else colours.onaccent if primary else colours.text)
        painter.drawText(QRect(left, 0, wide, self.height()), flags, text)
        if self._key:
            if not primary or not self.isEnabled():
                painter.setPen(colours.muted)
            else:
                painter.setOpacity(0.8)
            area = QRect(left + wide + theme.px(GAP), 0, self.width(), self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._key)
        painter.end()

    def _key_wide(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._key) + theme.px(GAP) if self._key else 0
