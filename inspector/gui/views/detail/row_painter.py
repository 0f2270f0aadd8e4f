"""Paints one row of text: marks for what cannot be seen, colours, the selection, its number."""

import re
from collections import OrderedDict
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from inspector.bodies.lines import Row
from inspector.bodies.shown import Language
from inspector.gui import plain, theme
from inspector.gui.highlight import formats, spans
from inspector.gui.views.detail.masking import hide_values

CACHED = 400
"""Rows whose layout is kept: a few screens."""

_WORD = re.compile(r"[\w.+-]+|\s+|.", re.DOTALL)


class RowPainter:
    """Knows the font, the language and the width of the column of numbers."""

    def __init__(self) -> None:
        self._language: Language = "text"
        self._masked: tuple[str, ...] = ()
        self._layouts: OrderedDict[tuple[str, bool], QTextLayout] = OrderedDict()
        self._digits = 2
        self.font = QFont()
        self.height = 16
        self.column = 8.0

    def begin(self, language: Language, masked: tuple[str, ...]) -> None:
        """From now on paint text of this language, and hide the values of these keys."""
        self._language = language
        self._masked = masked
        self._layouts.clear()

    def restyle(self, font: QFont) -> None:
        """Take another font, and the colours that are in force."""
        self.font = font
        metrics = QFontMetricsF(font)
        self.height = max(1, round(metrics.height() * 1.22))
        self.column = metrics.horizontalAdvance("0")
        self._layouts.clear()

    def make_room(self, last_number: int) -> None:
        """Keep room for numbers up to this one."""
        self._digits = max(2, len(str(last_number)))

    @property
    def gutter(self) -> float:
        """Width of the column of numbers with the gap behind it; a dump has none."""
        return theme.px(12) if self._language == "hex" else self.column * (self._digits + 1.5)

    def hide(self, text: str) -> str:
        """The text with dots in place of hidden values."""
        return hide_values(text, self._masked) if self._masked else text

    def layout(self, row: Row) -> QTextLayout:
        """How a row is laid out; the same text is laid out once."""
        key = (row.text, row.number is None)
        layout = self._layouts.get(key)
        if layout is None:
            layout = QTextLayout(plain.marked(self.hide(row.text)), self.font)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.NoWrap)
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
            layout.setTextOption(option)
            layout.setFormats(formats(spans(layout.text(), self._language, row.number is None), theme.tokens()))
            layout.beginLayout()
            layout.createLine()
            layout.endLayout()
            self._layouts[key] = layout
            if len(self._layouts) > CACHED:
                self._layouts.popitem(last=False)
        return layout

    def width(self, row: Row) -> float:
        """How wide a row is, with its number."""
        return self.gutter + self.layout(row).lineAt(0).naturalTextWidth() + self.column

    def column_at(self, row: Row, x: float) -> int:
        """The character nearest to a place in the row."""
        return int(self.layout(row).lineAt(0).xToCursor(x - self.gutter))

    def character_at(self, row: Row, x: float) -> int:
        """The character that a place in the row is on."""
        line = self.layout(row).lineAt(0)
        return int(line.xToCursor(x - self.gutter, QTextLine.CursorPosition.CursorOnCharacter))

    def x_of(self, row: Row, column: int) -> float:
        """Where a character begins."""
        x, _ = cast("tuple[float, int]", self.layout(row).lineAt(0).cursorToX(min(column, len(row.text))))
        return self.gutter + x

    def word(self, text: str, column: int) -> tuple[int, int]:
        """Start and end of the word, number or white space at a character."""
        for match in _WORD.finditer(text):
            if match.end() > column:
                return match.span()
        return len(text), len(text)

    def paint(
        self, painter: QPainter, row: Row, offset: int, left: float, chosen: tuple[int, int] | None, cursor: int | None
    ) -> None:
        """Paint a row that many rows below the first one in sight; `chosen` is selected, `cursor` has the cursor."""
        layout = self.layout(row)
        top = offset * self.height
        shift = (self.height - layout.lineAt(0).height()) / 2
        origin = QPointF(left + self.gutter, top + shift)
        ranges = []
        if chosen is not None:
            one = QTextLayout.FormatRange()
            one.start, one.length = chosen[0], min(chosen[1], len(row.text)) - chosen[0]
            form = QTextCharFormat()
            form.setBackground(theme.tokens().hit)
            one.format = form
            ranges.append(one)
            if chosen[1] > len(row.text):
                end = left + self.x_of(row, len(row.text))
                painter.fillRect(QRectF(end, top, self.column / 2, self.height), theme.tokens().hit)
        layout.draw(painter, origin, ranges)
        if cursor is not None:
            painter.setPen(theme.tokens().text)
            layout.drawCursor(painter, origin, min(cursor, len(row.text)))

    def paint_numbers(self, painter: QPainter, rows: list[Row], height: int) -> None:
        """Paint the numbers over what was scrolled below them."""
        colours = theme.tokens()
        width = self.gutter - self.column / 2
        painter.fillRect(QRectF(0, 0, width, height), colours.bg)
        if self._language == "hex":
            return
        painter.setFont(self.font)
        painter.setPen(colours.muted)
        for offset, row in enumerate(rows):
            if row.number is not None:
                area = QRectF(0, offset * self.height, self.column * (self._digits + 0.5), self.height)
                painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(row.number))
