"""Bytes edited as hex digits: their place on the left, what of them can be read on the right."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector.gui import theme
from inspector.gui.views.editing.code_editor import CodeEditor, Margin
from inspector.gui.views.editing.hex_text import WIDTH, hex_lines, line_bytes, readable

PLACE_DIGITS = 8


class HexEditor(CodeEditor):
    """Digits alone are in the text; place and reading follow it while it changes."""

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        super().__init__(says, parent)
        self.reading = Margin(self)
        self._places: list[int] = [0]
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.textChanged.connect(self._count)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.reading.update())

    def show_bytes(self, content: bytes) -> None:
        """Edit other bytes."""
        self.show_text(hex_lines(content), "text")

    def number_of(self, block: QTextBlock) -> str:
        """The place of the line's first byte."""
        number = block.blockNumber()
        return f"{self._places[number]:0{PLACE_DIGITS}x}" if number < len(self._places) else ""

    def numbers_wide(self) -> int:
        """Eight digits."""
        return self.fontMetrics().horizontalAdvance("0") * PLACE_DIGITS + theme.px(22)

    def paint_margin(self, margin: Margin, event: QPaintEvent) -> None:
        """The places, or on the right what can be read."""
        if margin is self.numbers:
            super().paint_margin(margin, event)
            return
        painter = QPainter(margin)
        painter.fillRect(event.rect(), theme.tokens().bg)
        painter.setFont(self.font())
        painter.setPen(theme.tokens().string)
        area = QRect(theme.px(8), 0, margin.width(), self.fontMetrics().height())
        for block, top in self.blocks_in_sight():
            painter.drawText(area.translated(0, top), Qt.AlignmentFlag.AlignLeft, readable(line_bytes(block.text())))
        painter.end()

    def reading_wide(self) -> int:
        """Sixteen characters."""
        return self.fontMetrics().horizontalAdvance("0") * WIDTH + theme.px(20)

    def _make_room(self) -> None:
        super()._make_room()
        inside, wide = self.viewport().geometry(), self.reading_wide()
        self.reading.setGeometry(inside.right() + 1, inside.top(), wide, inside.height())

    def _follow(self, area: QRect, moved: int) -> None:
        super()._follow(area, moved)
        self.reading.update()

    def _count(self) -> None:
        places = [0]
        for line in self.text().split("\n"):
            places.append(places[-1] + len(line_bytes(line)))
        self._places = places
        self.numbers.update()
        self.reading.update()
