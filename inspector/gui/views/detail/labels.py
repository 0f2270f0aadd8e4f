"""Small parts of the pages: a label that is cut in the middle, a bold one, a hairline."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from inspector.gui import plain, theme


class ElidedLabel(QWidget):
    """One line of captured text, cut in the middle where there is no room; the whole is in the tool tip."""

    def __init__(
        self, *, role: str = "", factor: float = 1.0, bold: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role, self._factor, self._bold = role, factor, bold
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.THEME.changed.connect(self._restyle)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._text = plain.line(text)
        self.setToolTip(plain.tooltip(text))
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What is shown, whole."""
        return self._text

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """A few characters, or all where there are fewer."""
        metrics = self.fontMetrics()
        return QSize(min(self.sizeHint().width(), metrics.averageCharWidth() * 10), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(theme.tokens().muted if self._role == "muted" else theme.tokens().text)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def _restyle(self) -> None:
        self.setFont(theme.text_font(self._factor, bold=self._bold))
        self.update()


def hairline() -> QWidget:
    """One pixel between two parts."""
    line = QFrame()
    line.setProperty("hairline", True)
    line.setFixedHeight(1)
    return line


def heading(text: str, parent: QWidget | None = None) -> plain.PlainLabel:
    """A half-bold line above a part."""
    label = plain.PlainLabel(text, parent)
    label.setFont(theme.text_font(bold=True))
    return label
