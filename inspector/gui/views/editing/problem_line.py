"""One line with a red edge that says what is wrong with what is being edited; not there while nothing is."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inspector.gui import plain, theme
from inspector.gui.plain import PlainLabel


class ProblemLine(QWidget):
    """A sentence that may hold captured text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(role="invalid", selectable=True)
        self._label.setWordWrap(True)
        # A word of 10,000 letters must not make the dialog as wide.
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(5), theme.px(8), theme.px(5))
        row.addWidget(self._label)
        self.say("")

    def say(self, sentence: str) -> None:
        """Say this; nothing where it is empty."""
        self._label.show_text(sentence, plain.LINE)
        self.setAccessibleName(plain.line(sentence))
        self.setVisible(bool(sentence))

    def text(self) -> str:
        """What is said."""
        return self._label.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the edge on the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.tokens().invalidbg)
        painter.fillRect(0, 0, theme.px(3), self.height(), theme.tokens().invalid)
        painter.end()
