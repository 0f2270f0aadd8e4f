"""A box to tick whose edge can be seen in the dark too."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from inspector.gui import theme
from inspector.gui.icons import paint_icon


class CheckBox(QCheckBox):
    """The style sheet draws its edge and ground, which is all the system's style leaves to it; the tick is ours."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("drawn", True)
        theme.THEME.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tick comes last."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        paint_icon(painter, "check", QRectF(place).adjusted(2, 2, -2, -2), theme.tokens().onaccent)
        painter.end()
