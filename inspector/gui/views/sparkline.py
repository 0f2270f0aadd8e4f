"""Arrivals of the last two minutes as small bars, and how many there were in the last one."""

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inspector.gui import theme, words
from inspector.gui.plain import PlainLabel

SECONDS = 10.0
"""What one bar stands for."""
BARS = 12
MINUTE = round(60 / SECONDS)
"""Bars of a minute."""


class Tally:
    """Counts by the bar, the newest last; bars without arrivals are kept too."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._bars: deque[int] = deque([0] * BARS, maxlen=BARS)
        self._at = int(clock() / SECONDS)

    def add(self, count: int) -> None:
        """So many arrived now."""
        self.move_on()
        self._bars[-1] += count

    def move_on(self) -> None:
        """Begin the bars that the clock has reached."""
        now = int(self._clock() / SECONDS)
        self._bars.extend([0] * min(BARS, now - self._at))
        self._at = now

    @property
    def bars(self) -> tuple[int, ...]:
        """Arrivals by the bar, the newest last."""
        return tuple(self._bars)

    @property
    def minute(self) -> int:
        """Arrivals of the last minute, give or take one bar."""
        return sum(self.bars[-MINUTE:])

    @property
    def until_next(self) -> float:
        """Seconds until the next bar begins."""
        return (self._at + 1) * SECONDS - self._clock()


class Bars(QWidget):
    """Paints a tally; the highest bar fills the height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.counts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.THEME.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Sixty by twelve in proportion."""
        return QSize(theme.px(5) * BARS, theme.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide, most, base = self.width() / BARS, max((*self.counts, 1)), self.height()
        for place, count in enumerate(self.counts):
            high = max(1.0, base * count / most) if count else 1.0
            colour = theme.tokens().muted if count else theme.tokens().border
            painter.fillRect(QRectF(place * wide, base - high, max(1.0, wide - 1), high), colour)
        painter.end()


class Sparkline(QWidget):
    """Shown while something arrived within two minutes; it wakes only then, and only while it can be seen."""

    def __init__(self, parent: QWidget | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._tally = Tally(clock)
        self._bars = Bars(self)
        self._rate = PlainLabel("", self, role="muted")
        self._rate.setFont(theme.text_font(0.92))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self._bars)
        row.addWidget(self._rate)
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self._tick)
        for part in (self._bars, self._rate):
            part.hide()

    @property
    def rate(self) -> str:
        """What is said of the last minute; empty while there is nothing to say."""
        return self._rate.text() if any(self._tally.bars) else ""

    def add(self, count: int) -> None:
        """So many arrived."""
        self._tally.add(count)
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.timer.stop()

    def _tick(self) -> None:
        self._tally.move_on()
        self._show()

    def _show(self) -> None:
        bars, there = self._tally.bars, any(self._tally.bars)
        if bars != self._bars.counts:
            self._bars.counts = bars
            self._bars.update()
            self._rate.show_text(words.tr("%1 / min").replace("%1", words.counted(self._tally.minute)))
            self.setAccessibleName(self._rate.text())
            self.setToolTip(words.tr("Arrivals of the last two minutes, ten seconds a bar"))
        for part in (self._bars, self._rate):
            part.setVisible(there)
        if not there:
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start(max(50, round(self._tally.until_next * 1000) + 20))
