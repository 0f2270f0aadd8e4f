"""Two values below each other, with what differs on the ground of a hit."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui import plain, theme

LONGEST = 2_000

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


class MarkedValue(QWidget):
    """One value in the font for bytes, broken where there is no room; a part of it is marked."""

    def __init__(self, value: str, marked: tuple[int, int] = (0, 0), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = plain.marked(value[:LONGEST])
        self.marked = marked
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(theme.mono_font())
        theme.THEME.changed.connect(self.update)

    def value(self) -> str:
        """What is shown."""
        return self._value

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as are needed."""
        metrics = QFontMetricsF(self.font())
        per_line = max(1, int(width // metrics.horizontalAdvance("0")))
        lines = max(1, -(-len(self._value) // per_line))
        return round(lines * metrics.height()) + 2

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(200), self.heightForWidth(theme.px(400)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line by line; every character has the same width."""
        colours = theme.tokens()
        painter = QPainter(self)
        metrics = QFontMetricsF(self.font())
        wide, high = metrics.horizontalAdvance("0"), metrics.height()
        per_line = max(1, int(self.width() // wide))
        for line, start in enumerate(range(0, len(self._value), per_line)):
            part = self._value[start : start + per_line]
            begin, end = max(self.marked[0], start), min(self.marked[1], start + len(part))
            if begin < end:
                area = QRectF((begin - start) * wide, line * high, (end - begin) * wide, high)
                painter.fillRect(area, colours.hit)
            painter.setPen(colours.text)
            for offset, letter in enumerate(part):
                painter.drawText(QPointF(offset * wide, line * high + metrics.ascent()), letter)
        painter.end()


def pair(received: str, expected: str) -> tuple[MarkedValue, MarkedValue]:
    """Both values, each with its own differing part marked."""
    values = []
    for one, other in ((received, expected), (expected, received)):
        value = MarkedValue(one, differing(one, other))
        value.setCursor(Qt.CursorShape.IBeamCursor)
        values.append(value)
    return values[0], values[1]
