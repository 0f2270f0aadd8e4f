"""Buttons that send the usual sample events at once, and one for all others."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.gui import theme, words
from inspector.gui.faces import Face, paint_monogram
from inspector.gui.views.samples.flow import FlowLayout

USUAL: tuple[tuple[str, str, str, str], ...] = (
    ("github", "push", "GitHub push", "GH"),
    ("stripe", "payment_intent.succeeded", "Stripe payment", "ST"),
    ("openai", "batch.completed", "OpenAI batch", "OA"),
    ("shopify", "orders/create", "Shopify order", "SH"),
    ("slack", "app_mention", "Slack event", "SL"),
)
"""Provider, event, what the button says, and the monogram: the window is painted before the registry is read."""


class FaceButton(QPushButton):
    """A button with the monogram of a provider before its words."""

    def __init__(self, face: Face, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._face = face
        self.setAccessibleName(text)
        self.setStyleSheet(f"FaceButton {{ text-align: left; padding-left: {theme.px(43)}px; }}")

    def sizeHint(self) -> QSize:
        """As high as any other button."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + theme.px(43 + 13)
        return QSize(wide, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        width, height = theme.px(24), theme.px(17)
        paint_monogram(painter, QRectF(theme.px(12), (self.height() - height) / 2, width, height), self._face)
        painter.end()


class SampleButtons(QWidget):
    """In one line, or in several where there is no room."""

    sample_wanted = Signal(str, str)
    """Provider and event."""
    more_wanted = Signal()

    def __init__(self, usual: Sequence[tuple[str, str, str, str]] = USUAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=theme.px(8))
        for provider, event, text, monogram in usual:
            button = FaceButton(Face(id=provider, label=text, monogram=monogram), words.tr(text), self)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setToolTip(words.tr("Sends %1 to this listener, signed").replace("%1", event))
            button.clicked.connect(lambda _=False, what=(provider, event): self.sample_wanted.emit(*what))
            flow.addWidget(button)
        self.more = QPushButton(self.tr("More samples…"), self)
        self.more.clicked.connect(self.more_wanted)
        flow.addWidget(self.more)
