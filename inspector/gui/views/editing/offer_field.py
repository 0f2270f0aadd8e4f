"""A field to write into that offers what was written before."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from inspector.gui import theme
from inspector.gui.icons import paint_icon

ARROW = 14
"""Pixels, at text of 13, of the arrow on the right."""


class OfferField(QComboBox):
    """Editable; nothing completes by itself. The arrow is one of our icons, in the colour of the theme."""

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]
        self.setAccessibleName(says)
        self.setProperty("drawn", True)
        self._dress()
        theme.THEME.changed.connect(self._dress)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and the arrow on it."""
        super().paintEvent(event)
        side = theme.px(ARROW)
        painter = QPainter(self)
        area = QRectF(self.width() - side - theme.px(7), (self.height() - side) / 2, side, side)
        paint_icon(painter, "down", area, theme.tokens().muted)
        painter.end()

    def _dress(self) -> None:
        self.setFont(theme.mono_font())
        field = self.lineEdit()
        if field is not None:
            field.setFont(theme.mono_font())
        self.update()
