"""The webhook URL with a light and a button that copies it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from inspector.core.messages import Health
from inspector.gui import theme
from inspector.gui.icons import IconButton
from inspector.gui.plain import PlainLabel


class Light(QWidget):
    """Green while the listener listens, amber while it does not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lit = False
        self.setFixedSize(theme.px(8), theme.px(8))
        theme.THEME.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.tokens().valid if self.lit else theme.tokens().warn)
        painter.setBrush(theme.tokens().valid if self.lit else theme.tokens().warn)
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class UrlBox(QFrame):
    """What a sender is to be given."""

    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(30))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), 0, theme.px(6), 0)
        row.setSpacing(theme.px(8))
        self._light = Light(self)
        self._url = PlainLabel("", self, selectable=True)
        self._url.setFont(theme.mono_font())
        self._url.setAccessibleName(self.tr("Webhook URL"))
        self.copy_button = IconButton("copy", self.tr("Copy the webhook URL"), self)
        self.copy_button.clicked.connect(self.copy_wanted)
        for widget in (self._light, self._url, self.copy_button):
            row.addWidget(widget)
        theme.THEME.changed.connect(self._dress)
        self._dress()
        self.show_health(Health(), starting=True)

    def show_health(self, health: Health, *, starting: bool = False) -> None:
        """Show the address, or why there is none."""
        stopped = self.tr("starting…") if starting else self.tr("not listening")
        self._light.lit = bool(health.listening)
        self._light.update()
        self._url.show_text(health.listening[0] if health.listening else stopped)
        theme.set_role(self._url, "" if health.listening else "muted")
        self.copy_button.setEnabled(bool(health.listening))

    def _dress(self) -> None:
        tokens = theme.tokens()
        self.setStyleSheet(
            f"UrlBox {{ background: {tokens.raised.name()}; border: 1px solid {tokens.border.name()};"
            f" border-radius: {theme.px(6)}px; }}"
        )
