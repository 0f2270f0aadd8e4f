"""A box with one of a few choices, drawn like the fields beside it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from inspector.gui import theme
from inspector.gui.icons import paint_icon

ARROW = 12
"""Pixels of the arrow; the style sheet leaves room for it."""


class ChoiceBox(QComboBox):
    """The style sheet gives it its edge and takes away the arrow of the system's style, which is of another look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("drawn", True)
        theme.THEME.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow comes last."""
        super().paintEvent(event)
        side = theme.px(ARROW)
        place = QRectF(self.width() - side - theme.px(8), (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_icon(painter, "down", place, theme.tokens().muted)
        painter.end()
