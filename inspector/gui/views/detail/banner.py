"""The verdict in a box of its colour with an edge of three pixels: the first thing the eye finds."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector.gui import plain, theme
from inspector.gui.plain import PlainLabel

Tone = Literal["valid", "invalid", "warn", "neutral"]


class Banner(QWidget):
    """A half-bold title, a sentence behind or below it, and room for buttons or a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone: Tone = "neutral"
        self.title = PlainLabel(selectable=True)
        self.sentence = PlainLabel(selectable=True)
        self.sentence.setWordWrap(True)
        self.title.setWordWrap(True)
        self.content = QHBoxLayout()
        self.content.setSpacing(theme.px(8))
        self.content.setContentsMargins(0, theme.px(2), 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(11), theme.px(14), theme.px(11))
        layout.setSpacing(theme.px(4))
        self._said = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._said.setSpacing(theme.px(4))
        self._said.addWidget(self.title)
        self._said.addWidget(self.sentence, 1)
        layout.addLayout(self._said)
        layout.addLayout(self.content)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        theme.THEME.changed.connect(self._restyle)
        self._restyle()

    def say(self, tone: Tone, title: str, sentence: str = "") -> None:
        """Say a verdict. Title and sentence may hold captured text."""
        self.tone = tone
        self.title.show_text(title, plain.LINE)
        self.sentence.show_text(sentence, plain.LINE)
        self.sentence.setVisible(bool(sentence))
        self.title.setFont(theme.text_font(bold=True))
        theme.set_role(self.title, tone if tone != "neutral" else "")
        self.setAccessibleName(plain.line(f"{title} {sentence}"))
        self._arrange()
        self.updateGeometry()
        self.update()

    def add(self, widget: QWidget) -> None:
        """Put a widget into the row below the sentence."""
        self.content.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Title and sentence stand on one line where there is room for both."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the edge on the left."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(area, theme.px(6), theme.px(6))
        path.addRect(QRectF(0, 0, theme.px(8), area.height()))
        path.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(path, getattr(colours, f"{self.tone}bg"))
        painter.fillRect(QRectF(0, 0, theme.px(3), area.height()), getattr(colours, self.tone))
        painter.end()

    def _arrange(self) -> None:
        room = self.contentsRect().width() - theme.px(40)
        beside = self.tone != "invalid" and line_width(self.title) + line_width(self.sentence) < room
        self.title.setWordWrap(not beside)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._said.direction():
            self._said.setDirection(direction)

    def _restyle(self) -> None:
        self.title.setFont(theme.text_font(bold=True))
        self.update()


def line_width(label: QLabel) -> int:
    """How wide a label is whose text stands on one line, in pixels."""
    return label.fontMetrics().horizontalAdvance(label.text())
