"""The names of the pages with their counts, and a line below the one that is shown."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from inspector.gui import theme

GAP = 18
"""Pixels between two names."""


class TabStrip(QTabBar):
    """A tab bar that paints a name, a smaller count behind it, and a mark in the colour of its role."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide: dict[int, int] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(self.tr("Pages of the capture"))
        theme.THEME.changed.connect(self.update)

    def show_tab(self, index: int, name: str, count: str = "", role: str = "muted") -> None:
        """Give a tab its name and what is said behind it, in the colour of a role."""
        if self.tabData(index) != (name, count, role):
            self.setTabData(index, (name, count, role))
            self._wide.pop(index, None)
            self.setTabText(index, f"{name} {count}".strip())
            self.update()

    def parts(self, index: int) -> tuple[str, str, str]:
        """Name, count and role of a tab."""
        told = self.tabData(index)
        return told if isinstance(told, tuple) else (self.tabText(index), "", "muted")

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as its texts, and the gap."""
        if index not in self._wide:
            name, count, role = self.parts(index)
            wide = QFontMetrics(theme.text_font()).horizontalAdvance(name)
            small = QFontMetrics(small_font(role)).horizontalAdvance(count)
            self._wide[index] = wide + (small + theme.px(5) if count else 0) + theme.px(GAP)
        return QSize(self._wide[index], theme.px(36))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """The same."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names, counts, the line, and a ring around the one that has the keyboard."""
        colours = theme.tokens()
        painter = QPainter(self)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for index in range(self.count()):
            area = QRectF(self.tabRect(index)).adjusted(0, 0, -theme.px(GAP), 0)
            name, count, role = self.parts(index)
            chosen = index == self.currentIndex()
            painter.setFont(theme.text_font())
            painter.setPen(colours.text if chosen else colours.muted)
            painter.drawText(area, middle, name)
            if count:
                painter.setFont(small_font(role))
                painter.setPen(getattr(colours, role))
                painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
            if chosen:
                painter.fillRect(QRectF(area.left(), self.height() - 2, area.width(), 2), colours.accent)
                if self.hasFocus():
                    painter.setPen(colours.accent)
                    painter.drawRect(area.adjusted(-3, 4, 3, -5))
        painter.end()


def small_font(role: str) -> QFont:
    """For what stands behind a name: marks in a colour are bold, as the thin strokes of small letters lose it."""
    return theme.text_font(0.85, bold=role != "muted")
