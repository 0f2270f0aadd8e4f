"""Fonts, measures and colours of a row, looked up once after each change of the theme and not for each cell."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from inspector.gui import theme
from inspector.gui.tokens import Tokens

MOST_CUT = 5_000
"""Shortened texts that are remembered."""


class Letters:
    """A font with its metrics, which shortens and draws text on one line."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._widths: dict[str, int] = {}
        self._cut: dict[tuple[str, int], str] = {}
        self.above = self._metrics.ascent() - self._metrics.descent()
        """Twice the distance of the baseline below the middle."""

    def width(self, text: str) -> int:
        """Pixels that a text takes."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) > MOST_CUT:
                self._widths.clear()
            found = self._widths[text] = self._metrics.horizontalAdvance(text)
        return found

    def cut(self, text: str, width: int, *, middle: bool = False) -> str:
        """The text, with an ellipsis in its middle or at its end where it is too wide."""
        if self.width(text) <= width:
            return text
        key = (text, -width if middle else width)
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > MOST_CUT:
                self._cut.clear()
            mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
            found = self._cut[key] = self._metrics.elidedText(text, mode, width)
        return found

    def draw(self, painter: QPainter, area: QRect, text: str, colour: QColor, *, right: bool = False) -> int:
        """Draw a text that fits on the middle of an area; returns its width."""
        width = self.width(text)
        painter.setFont(self.font)
        painter.setPen(colour)
        x = area.right() + 1 - width if right else area.left()
        painter.drawText(QPointF(x, area.top() + (area.height() + self.above) / 2), text)
        return width


@dataclass(frozen=True, slots=True, kw_only=True)
class RowStyle:
    """Everything that painting a row needs, at the scale of this system's text."""

    tokens: Tokens
    text: Letters
    bold: Letters
    bytes: Letters
    pill: Letters
    space: int
    """Left and right of a cell's text."""
    edge: int
    icon: int


def row_height() -> int:
    """Height of a row: 28 pixels at text of 13, and never less than the text needs."""
    return max(theme.px(28), QFontMetrics(theme.text_font()).height() + theme.px(8))


def current_style() -> RowStyle:
    """The style for the theme in force."""
    return RowStyle(
        tokens=theme.tokens(),
        text=Letters(theme.text_font()),
        bold=Letters(theme.text_font(bold=True)),
        bytes=Letters(theme.mono_font(0.96)),
        pill=Letters(theme.text_font(0.85)),
        space=theme.px(10),
        edge=theme.px(3),
        icon=theme.px(12),
    )
