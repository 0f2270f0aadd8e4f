"""Values that are shown whole at any width: broken where there is no room, with what differs on the ground of a hit."""

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui import plain, theme

LONGEST = 4_000
"""Most characters of a value."""

MOST_WIDTHS = 4
"""Widths whose lines are kept."""

NARROWEST = 100
"""Pixels at text of 13 below which nothing is laid out: layouts ask for no width at all, with a line a character."""

MOST_MARKED = 10
"""Characters that are marked: two digests differ everywhere, and the eye wants one place."""


def differing(first: str, second: str) -> tuple[int, int]:
    """Where two values begin to differ, and where the first one ends to, or ten characters further."""
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return start, min(len(first) - end, start + MOST_MARKED)


class WholeText(QWidget):
    """Captured text that breaks anywhere, unlike a label's; a part of it may be marked."""

    def __init__(
        self, text: str, marked: tuple[int, int] = (0, 0), *, mono: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = plain.line(text, LONGEST)
        self._mono = mono
        self.marked = marked
        self._laid: dict[int, QTextLayout] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(theme.mono_font() if mono else theme.text_font())
        theme.THEME.changed.connect(self._forget)

    def text(self) -> str:
        """What is shown."""
        return self._text

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as are needed."""
        return round(self._layout(width).boundingRect().height())

    def sizeHint(self) -> QSize:
        """A few words wide; the layout gives it more."""
        return QSize(theme.px(200), self.heightForWidth(theme.px(400)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line by line."""
        painter = QPainter(self)
        painter.setPen(theme.tokens().text)
        self._layout(self.width()).draw(painter, QPointF(0, 0))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Another font makes other lines."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._laid.clear()

    def _forget(self) -> None:
        self._laid.clear()
        self.update()

    def _layout(self, width: int) -> QTextLayout:
        """A layout asks for the same few widths again and again, and lines take long to break."""
        width = max(width, theme.px(NARROWEST))
        found = self._laid.get(width)
        if found is None:
            if len(self._laid) >= MOST_WIDTHS:
                self._laid.clear()
            found = self._laid[width] = self._broken(width)
        return found

    def _broken(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text, self.font())
        option = QTextOption()
        mode = QTextOption.WrapMode
        option.setWrapMode(mode.WrapAnywhere if self._mono else mode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if self.marked[0] < self.marked[1]:
            part = QTextLayout.FormatRange()
            part.start, part.length = self.marked[0], self.marked[1] - self.marked[0]
            form = QTextCharFormat()
            form.setBackground(theme.tokens().hit)
            part.format = form
            layout.setFormats([part])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout


def pair(received: str, expected: str) -> tuple[WholeText, WholeText]:
    """Both values, each with its own differing part marked."""
    return (
        WholeText(received, differing(received, expected)),
        WholeText(expected, differing(expected, received)),
    )
