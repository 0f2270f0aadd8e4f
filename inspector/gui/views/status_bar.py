"""The line at the bottom: who can reach the listener, how many captures there are, their size, arrivals a minute."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.core.messages import Health
from inspector.gui import theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.sparkline import Sparkline


class StatusBar(QWidget):
    """Three short sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(26))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        row.setSpacing(theme.px(18))
        self._reach, self._count, self._size, self._refused = (PlainLabel("", self, role="muted") for _ in range(4))
        for label in (self._reach, self._count, self._size, self._refused):
            label.setFont(theme.text_font(0.92))
            row.addWidget(label)
        self.sparkline = Sparkline(self)
        row.insertWidget(3, self.sparkline)
        row.addStretch(1)
        self._count.show_text(self.tr("No captures yet"))
        self._reach.show_text(self.tr("Starting…"))

    def show_health(self, health: Health) -> None:
        """Say who can reach the listener, and how many senders were refused for want of room."""
        if not health.listening:
            text = self.tr("Not listening")
        elif health.exposed:
            text = self.tr("Your network can reach it")
        else:
            text = self.tr("Listening on this machine only")
        self._reach.show_text(text)
        theme.set_role(self._reach, "warn" if health.exposed or not health.listening else "muted")
        refused = words.plural("1 request refused", "%Ln requests refused", health.refused) if health.refused else ""
        self._refused.show_text(refused)
        theme.set_role(self._refused, "invalid")

    def show_store(self, captures: int, size: int) -> None:
        """Say how many captures the store holds, and its size in bytes."""
        none = self.tr("No captures yet")
        self._count.show_text(words.plural("1 capture", "%Ln captures", captures) if captures else none)
        self._size.show_text(words.size(size) if captures else "")

    def show_arrivals(self, count: int) -> None:
        """So many arrived just now."""
        self.sparkline.add(count)
