"""The webhook URL with a light and a button that copies it; the public URL once one is known."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from inspector.core.messages import Health
from inspector.gui import plain, theme
from inspector.gui.icons import IconButton

WIDEST = 380
"""Pixels of the URL at text of 13; one that is longer is cut in the middle."""


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


class UrlText(QWidget):
    """One line, cut in the middle where there is no room; whole in the tool tip and for those who hear the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self._muted = False
        self.setFont(theme.mono_font())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.THEME.changed.connect(self.update)

    def show_text(self, text: str, *, muted: bool, more: str = "") -> None:
        """Show another text; `more` is for the tool tip."""
        self.text, self._muted = plain.line(text), muted
        self.setToolTip(plain.tooltip(f"{text}\n{more}" if more else text))
        self.setAccessibleName(self.tr("Webhook URL: %1").replace("%1", self.text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the text, up to a limit."""
        metrics = self.fontMetrics()
        return QSize(min(metrics.horizontalAdvance(self.text) + 2, theme.px(WIDEST)), metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Sixteen characters, or all where there are fewer."""
        metrics = self.fontMetrics()
        return QSize(min(self.sizeHint().width(), metrics.averageCharWidth() * 16), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.tokens().muted if self._muted else theme.tokens().text)
        shown = self.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class UrlBox(QFrame):
    """What a sender is to be given."""

    copy_wanted = Signal()
    local_copy_wanted = Signal(str)
    take_back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._public = ""
        self._health: Health | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(30))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), 0, theme.px(6), 0)
        row.setSpacing(theme.px(8))
        self._light = Light(self)
        self.url = UrlText(self)
        self.copy_button = IconButton("copy", self.tr("Copy the webhook URL"), self)
        self.copy_button.clicked.connect(self.copy_wanted)
        for widget in (self._light, self.url, self.copy_button):
            row.addWidget(widget)
        self.menu = QMenu(self)
        theme.THEME.changed.connect(self._dress)
        self._dress()
        self._show()

    def show_health(self, health: Health) -> None:
        """Show the address, or that there is none."""
        self._health = health
        self._show()

    def show_public(self, url: str) -> None:
        """Show this URL in place of the local address while it listens; empty shows the local one again."""
        self._public = url
        self._show()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.fill_menu()
        self.menu.popup(event.globalPos())

    def fill_menu(self) -> None:
        """Offer what can be done with the URL now."""
        self.menu.clear()
        listening = self._health.listening if self._health else ()
        if self._public or listening:
            self.menu.addAction(self.tr("Copy the webhook URL")).triggered.connect(self.copy_wanted)
        for address in listening if self._public else listening[1:]:
            copy = self.menu.addAction(self.tr("Copy %1").replace("%1", plain.action(address)))
            copy.triggered.connect(lambda _=False, address=address: self.local_copy_wanted.emit(address))
        if self._public:
            self.menu.addSeparator()
            self.menu.addAction(self.tr("Take the public URL back")).triggered.connect(self.take_back_wanted)

    def _show(self) -> None:
        listening = self._health.listening if self._health else ()
        self._light.lit = bool(listening)
        self._light.update()
        if not listening:
            self.url.show_text(self.tr("not listening") if self._health else self.tr("starting…"), muted=True)
        elif self._public:
            more = self.tr("Here it is %1").replace("%1", listening[0])
            self.url.show_text(self._public, muted=False, more=more)
        else:
            self.url.show_text(listening[0], muted=False, more="\n".join(listening[1:]))
        self.copy_button.setEnabled(bool(listening))

    def _dress(self) -> None:
        tokens = theme.tokens()
        self.setStyleSheet(
            f"UrlBox {{ background: {tokens.raised.name()}; border: 1px solid {tokens.border.name()};"
            f" border-radius: {theme.px(6)}px; }}"
        )
