"""Fonts, measures, colours and small pictures of a row, made once after each change of the theme, not for each cell."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from inspector.gui import plain, theme

MOST = 5_000
"""Texts whose width or short form is remembered."""
SHOWN = 200
"""Characters of a cell that are looked at; no cell is wider."""
ZEROS = str.maketrans("123456789", "000000000")


class Letters:
    """A font with its metrics, which shortens and draws text on one line."""

    def __init__(self, font: QFont, *, even_digits: bool = False) -> None:
        """With `even_digits` all digits are equally wide, so few widths are ever measured."""
        self.font = font
        self._even_digits = even_digits
        self._metrics = QFontMetrics(font)
        self._widths: dict[str, int] = {}
        self._cut: dict[tuple[str, int], str] = {}
        self._below_middle = (self._metrics.ascent() - self._metrics.descent()) / 2

    @property
    def height(self) -> int:
        """Height of a capital with some room: what a pill is made around."""
        return round(self._below_middle * 2)

    def width(self, text: str) -> int:
        """Pixels that a text takes."""
        key = text.translate(ZEROS) if self._even_digits else text
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > MOST:
                self._widths.clear()
            found = self._widths[key] = self._metrics.horizontalAdvance(key)
        return found

    def cut(self, text: str, width: int, *, middle: bool = False) -> str:
        """The text, with an ellipsis in its middle or at its end where it is too wide."""
        if self.width(text) <= width:
            return text
        key = (text, -width if middle else width)
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > MOST:
                self._cut.clear()
            mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
            found = self._cut[key] = self._metrics.elidedText(text, mode, width)
        return found

    def draw(self, painter: QPainter, area: QRect, text: str, colour: QColor, *, right: bool = False) -> None:
        """Draw a text that fits, in the middle of an area's height."""
        painter.setFont(self.font)
        painter.setPen(colour)
        x = area.right() + 1 - self.width(text) if right else area.left()
        painter.drawText(QPointF(x, area.top() + area.height() / 2 + self._below_middle), text)


class RowStyle:
    """Everything that painting a row needs, at the scale of this system's text and of one screen."""

    def __init__(self, pixel_ratio: float) -> None:
        self.tokens = theme.tokens()
        self.text = Letters(words_only(theme.text_font()))
        self.bold = Letters(words_only(theme.text_font(bold=True)))
        self.digits = Letters(theme.text_font(), even_digits=True)
        self.bytes = Letters(theme.mono_font(0.96))
        self.clock = Letters(theme.mono_font(0.96), even_digits=True)
        self.pill = Letters(words_only(theme.text_font(0.85)))
        self.space = theme.px(8)
        self.edge = theme.px(3)
        self.icon = theme.px(12)
        self.pixel_ratio = pixel_ratio
        self._stamps: dict[object, QPixmap] = {}

    def stamp(self, key: object, width: int, height: int, draw: Callable[[QPainter, QRectF], None]) -> QPixmap:
        """A small picture that stands in many rows: drawn when it is first needed."""
        found = self._stamps.get(key)
        if found is None:
            if len(self._stamps) > MOST:
                self._stamps.clear()
            found = blank(width, height, self.pixel_ratio)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter, QRectF(0, 0, width, height))
            painter.end()
            self._stamps[key] = found
        return found


def blank(width: int, height: int, pixel_ratio: float) -> QPixmap:
    """A transparent picture of this size in the window's pixels."""
    picture = QPixmap(round(width * pixel_ratio), round(height * pixel_ratio))
    picture.setDevicePixelRatio(pixel_ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def shown(text: str) -> str:
    """Captured text for a cell: marked and bounded, without the cost of that for what is plain anyway."""
    if len(text) <= SHOWN and text.isascii() and text.isprintable():
        return text
    return plain.line(text, SHOWN)


def words_only(font: QFont) -> QFont:
    """The font without numbers of one width: asking for these widens hyphens too."""
    copy = QFont(font)
    copy.unsetFeature(QFont.Tag("tnum"))
    return copy


def row_height() -> int:
    """Height of a row: 28 pixels at text of 13, and never less than the text needs."""
    return max(theme.px(28), QFontMetrics(theme.text_font()).height() + theme.px(8))
