"""The bar on top: URL, Stop or Start, the response that senders get, the filter, and samples."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from inspector.core.messages import Health
from inspector.core.response import reason
from inspector.gui import theme
from inspector.gui.icons import icon
from inspector.gui.views.filter_bar import FilterBar
from inspector.gui.views.url_box import UrlBox

STATUSES = (200, 202, 400, 401, 404, 410, 429, 500, 503)
"""What the window can answer with; the rest is for rules."""
DEFAULT = 200


class ResponseButton(QPushButton):
    """The status that every sender is told; amber unless it is 200."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = QMenu(self)
        self._group = QActionGroup(self)
        for status in STATUSES:
            action = QAction(f"{status}  {reason(status)}", self._group, checkable=True)
            action.setData(status)
            self.choices.addAction(action)
        self._group.triggered.connect(lambda action: self.wanted.emit(action.data()))
        self.setMenu(self.choices)
        self.show_status(DEFAULT)

    def show_status(self, status: int) -> None:
        """Show which status is in force."""
        self.setText(self.tr("Response %1 ▾").replace("%1", str(status)))
        self.setAccessibleName(self.tr("Response %1").replace("%1", str(status)))
        self.setToolTip(self.tr("What every sender is told"))
        theme.set_role(self, "" if status == DEFAULT else "warn")
        for action in self._group.actions():
            action.setChecked(action.data() == status)


class Toolbar(QWidget):
    """Lays the parts out in reading order."""

    listening_wanted = Signal(bool)
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(48))
        self.url = UrlBox(self)
        self.power = QPushButton(self)
        self.power.setIconSize(QSize(theme.px(12), theme.px(12)))
        self.response = ResponseButton(self)
        self.filter = FilterBar(self)
        self.filter.setMinimumWidth(theme.px(150))
        self.sample = QPushButton(self.tr("Send a sample"), self)
        self.sample.setToolTip(self.tr("Send an event as a provider would, signed (Ctrl+Shift+T)"))
        self.sample.clicked.connect(self.sample_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        row.setSpacing(theme.px(8))
        for part in (self.url, self.power, self.response):
            row.addWidget(part)
        row.addWidget(self.filter, 1)
        row.addWidget(self.sample)
        self._listens = False
        self.power.clicked.connect(lambda: self.listening_wanted.emit(not self._listens))
        self.power.setEnabled(False)
        theme.THEME.changed.connect(self._draw)
        self._draw()

    def show_health(self, health: Health) -> None:
        """Show the address, whether it listens, and what senders are told."""
        self.url.show_health(health)
        self._listens = bool(health.listening)
        self.power.setEnabled(True)
        self.response.show_status(health.response.status if health.response else DEFAULT)
        self._draw()

    def show_engine_gone(self) -> None:
        """Nothing can be asked of an engine that does not run."""
        self.url.show_health(Health())
        self._listens = False
        self.power.setEnabled(False)
        self._draw()

    def _draw(self) -> None:
        self.power.setText(self.tr("Stop") if self._listens else self.tr("Start"))
        self.power.setToolTip(
            self.tr("Close the port (Ctrl+E)") if self._listens else self.tr("Open the port (Ctrl+E)")
        )
        self.power.setIcon(icon("stop" if self._listens else "start", theme.tokens().text))
