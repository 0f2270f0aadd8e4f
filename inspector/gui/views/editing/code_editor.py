"""Text in the font for bytes, to be edited: line numbers, colours for what is in sight, and nothing lost on the way."""

from PySide6.QtCore import QMargins, QMimeData, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from inspector.bodies.shown import Language
from inspector.gui import theme
from inspector.gui.highlight import Span, formats, spans
from inspector.gui.views.editing.stand_ins import from_stand_ins, is_stand_in, to_stand_ins

LONGEST_COLOURED = 10_000
"""Most characters of a line that gets colours."""

GENERATIONS = 64


class Margin(QWidget):
    """A strip beside the text in which its editor writes something for each line."""

    def __init__(self, editor: "CodeEditor") -> None:
        super().__init__(editor)
        self._editor = editor

    def paintEvent(self, event: QPaintEvent) -> None:
        """What the editor says of the lines in sight."""
        self._editor.paint_margin(self, event)


class CodeEditor(QPlainTextEdit):
    """A document whose text is exactly what was given to it, character for character."""

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(says)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.numbers = Margin(self)
        self._language: Language = "text"
        self._generation = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._colour)
        self._dress()
        theme.THEME.changed.connect(self._dress)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        self.textChanged.connect(self._soon.start)

    def show_text(self, text: str, language: Language = "text") -> None:
        """Edit another text, with stand-ins for what cannot be seen; nothing can be undone at first."""
        self._language = language
        self.setPlainText(text)
        self._make_room()
        self._soon.start()

    def text(self) -> str:
        """The text as it stands, stand-ins kept. A plain text of Qt would lose non-breaking spaces."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def replace_text(self, text: str) -> None:
        """Put another text in its place, in one step that can be undone."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        cursor.movePosition(cursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def number_of(self, block: QTextBlock) -> str:
        """What stands before a line."""
        return str(block.blockNumber() + 1)

    def paint_margin(self, margin: Margin, event: QPaintEvent) -> None:
        """The numbers of the lines in sight."""
        painter = QPainter(margin)
        painter.fillRect(event.rect(), theme.tokens().bg)
        painter.setFont(self.font())
        painter.setPen(theme.tokens().muted)
        area = QRect(0, 0, margin.width() - theme.px(10), self.fontMetrics().height())
        for block, top in self.blocks_in_sight():
            painter.drawText(area.translated(0, top), Qt.AlignmentFlag.AlignRight, self.number_of(block))
        painter.end()

    def blocks_in_sight(self) -> list[tuple[QTextBlock, int]]:
        """Each line that is seen, and where it begins from the top, in pixels."""
        found: list[tuple[QTextBlock, int]] = []
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top < self.viewport().height():
            found.append((block, round(top)))
            top += self.blockBoundingRect(block).height()
            block = block.next()
        return found

    def numbers_wide(self) -> int:
        """How wide the strip with numbers is."""
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("0") * digits + theme.px(18)

    def reading_wide(self) -> int:
        """How much room there is on the right of the text."""
        return 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip is as high as the text."""
        super().resizeEvent(event)
        self._make_room()
        self._soon.start()

    def sizeHint(self) -> QSize:
        """Some lines."""
        return QSize(theme.px(360), theme.px(160))

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is the text as it is, without stand-ins."""
        copied = QMimeData()
        text = self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        copied.setText(from_stand_ins(text))
        return copied

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted shows what it holds; line ends become those of the text."""
        if source.hasText():
            self.insertPlainText(to_stand_ins(source.text().replace("\r\n", "\n")))
            self.ensureCursorVisible()

    def _dress(self) -> None:
        self.setFont(theme.mono_font())
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))
        self._generation = (self._generation + 1) % GENERATIONS
        self._soon.start()

    def _make_room(self) -> None:
        wide, top = self.numbers_wide(), theme.px(4)
        margins = QMargins(wide, top, self.reading_wide(), 0)
        if margins != self.viewportMargins():
            self.setViewportMargins(margins)
        inside = self.contentsRect()
        self.numbers.setGeometry(inside.left(), inside.top() + top, wide, inside.height())

    def _follow(self, area: QRect, moved: int) -> None:
        if moved:
            self.numbers.scroll(0, moved)
            self._soon.start()
        else:
            self.numbers.update(0, area.y(), self.numbers.width(), area.height())

    def _colour(self) -> None:
        """Colour the lines in sight that changed since they were; the others when they come into sight."""
        for block, _ in self.blocks_in_sight():
            state = block.revision() * GENERATIONS + self._generation
            if block.userState() == state:
                continue
            block.setUserState(state)
            text = block.text()
            if len(text) > LONGEST_COLOURED:
                continue
            found = formats(in_units(text, (*spans(text, self._language), *stand_ins_in(text))), theme.tokens())
            block.layout().setFormats(found)
            self.document().markContentsDirty(block.position(), block.length())


def stand_ins_in(text: str) -> tuple[Span, ...]:
    """The places of stand-ins, which stand out."""
    if text.isascii():
        return ()
    return tuple((place, 1, "warn") for place, char in enumerate(text) if is_stand_in(char))


def in_units(text: str, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """Places counted as Qt counts them, for which some characters are two."""
    if not text or max(text) <= "\uffff":
        return parts

    def units(part: str) -> int:
        return len(part.encode("utf-16-le", "surrogatepass")) // 2

    return tuple((units(text[:start]), units(text[start : start + length]), name) for start, length, name in parts)
