"""What a new window shows: the URL, and the commands and samples that bring a first webhook."""

import shutil
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from inspector.core.messages import Health
from inspector.gui import plain, theme
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.code_box import CodeBox
from inspector.gui.views.detail.command_choice import CommandChoice
from inspector.gui.views.detail.commands import Line, provider_tools, try_it, tunnels
from inspector.gui.views.detail.labels import heading
from inspector.gui.views.samples.sample_buttons import SampleButtons

WIDTH = 792
"""Pixels of the column at text of 13, with its margins."""


def on_path(tool: str) -> bool:
    """Whether a program can be started by its name."""
    return shutil.which(tool) is not None


class UrlLine(QWidget):
    """The URL, large, with a dot that says whether it listens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("outlined", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._listens = False
        self.url = PlainLabel(selectable=True)
        self.url.setFont(theme.mono_font(1.2))
        self.url.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.url.setAccessibleName(self.tr("Webhook URL"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(26), 0, theme.px(10), 0)
        row.addWidget(self.url)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.THEME.changed.connect(self.update)

    def show_url(self, url: str, listens: bool) -> None:
        """Show an address."""
        self._listens = listens
        self.url.show_text(url)
        self.url.setToolTip(plain.tooltip(url))
        self.update()

    def sizeHint(self) -> QSize:
        """Forty pixels high in proportion."""
        return QSize(theme.px(300), theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dot; the frame is the style sheet's."""
        super().paintEvent(event)
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.valid if self._listens else colours.muted)
        side = theme.px(8)
        painter.drawEllipse(QRectF(theme.px(11), (self.height() - side) / 2, side, side))
        painter.end()


class EmptyState(QScrollArea):
    """Filled from the engine's health; each line has Copy and the port that is open."""

    copied = Signal(str)
    start_wanted = Signal()

    def __init__(
        self,
        *,
        find_tool: Callable[[str], bool] = on_path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find_tool = find_tool
        self._public = ""
        self._health = Health()
        self._filled = ("", "")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # From outside in: Qt styles whatever is given another parent anew, with all that is in it.
        self._whole = QWidget(self.viewport())
        self._column = QWidget(self._whole)
        self._lines = QWidget(self._column)
        self.title = heading("", self._column)
        self.title.setFont(theme.text_font(1.5, bold=True))
        self.reach = PlainLabel("", self._column, role="muted")
        self.reach.setWordWrap(True)
        self.line = UrlLine(self._column)
        self.copy_button = self._primary(self.tr("Copy URL"))
        self.copy_button.clicked.connect(lambda: self._copy(self._shown_url))
        self.start_button = self._primary(self.tr("Start"))
        self.start_button.clicked.connect(self.start_wanted)
        self.try_it = CommandChoice(self.tr("Try it"), self._lines)
        self._tools = QVBoxLayout()
        self._tools.setSpacing(theme.px(5))
        self.tunnels = CommandChoice(self.tr("From the internet, through a tunnel"), self._lines)
        self.samples = SampleButtons(parent=self._lines)
        for choice in (self.try_it, self.tunnels):
            choice.copied.connect(self.copied)
        self._lay_out()
        self.setWidget(self._whole)
        self._show_url()
        self.title.show_text(self.tr("Starting…"))
        self.reach.show_text("")

    @property
    def shell(self) -> str:
        """What the first command is written for: curl, PowerShell or Python."""
        return self.try_it.tool

    def prefer_shell(self, shell: str) -> None:
        """Write the first command for this; what is not known is as good as none."""
        self.try_it.prefer(shell)

    def show_health(self, health: Health) -> None:
        """Show the address that is open, or that none is."""
        listens = bool(health.listening)
        self._health = health
        self.title.show_text(self.tr("Ready for the first webhook") if listens else self.tr("Not listening"))
        self._show_url()

    def show_public(self, url: str) -> None:
        """Show this URL in place of the local address; empty shows the local one again."""
        self._public = url
        self._show_url()

    @property
    def _shown_url(self) -> str:
        return self._public or self._filled[0]

    def _show_url(self) -> None:
        listens = bool(self._health.listening)
        url = self._health.listening[0] if listens else self._filled[0]
        if (url, self._public) != self._filled:
            self._filled = (url, self._public)
            self._fill(url)
        self.line.show_url(self._shown_url, listens)
        self.reach.show_text(self._reach(self._health))
        for widget in (self.line, self._lines):
            widget.setVisible(bool(url))
        self.copy_button.setVisible(listens)
        # While the engine starts, or cannot, there is nothing to ask for.
        self.start_button.setVisible(not listens and bool(self._health.keyring))

    def _reach(self, health: Health) -> str:
        if not health.listening:
            closed = self.tr("The port is closed, so senders get no response. Start opens it again.")
            gone = self.tr("The engine is not running, so senders get no response.")
            return health.problem or (closed if health.keyring else gone)
        if self._public:
            return self.tr("Listening. Reachable from elsewhere through the public URL.")
        if health.exposed:
            return self.tr("Listening. Other machines can reach it.")
        return self.tr("Listening. Reachable from this machine only; everything stays on it.")

    def _fill(self, url: str) -> None:
        self.try_it.show_lines(try_it(self._public or url))
        self.tunnels.show_lines(tunnels(url, self._find_tool))
        while self._tools.count():
            item = self._tools.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in provider_tools(url, self._find_tool):
            self._tools.addWidget(self._box(line))

    def _box(self, line: Line) -> CodeBox:
        box = CodeBox(self.tr("the command %1").replace("%1", line.tool), self._lines)
        box.show_text(line.text)
        box.copied.connect(self.copied)
        return box

    def _lay_out(self) -> None:
        """The column in the middle, as wide as it may be."""
        lines = QVBoxLayout(self._lines)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(5))
        lines.addWidget(self.try_it)
        lines.addSpacing(theme.px(13))
        lines.addWidget(heading(self.tr("From the provider’s own tool"), self._lines))
        lines.addLayout(self._tools)
        lines.addSpacing(theme.px(13))
        lines.addWidget(self.tunnels)
        lines.addSpacing(theme.px(13))
        lines.addWidget(heading(self.tr("Or send a sample event"), self._lines))
        lines.addWidget(self.samples)
        offline = self.tr("Signed with a secret made for you; works offline.")
        lines.addWidget(PlainLabel(offline, self._lines, role="muted"))
        top = QHBoxLayout()
        top.setSpacing(theme.px(10))
        for widget in (self.line, self.copy_button, self.start_button):
            top.addWidget(widget, 1 if widget is self.line else 0)
        top.addStretch(0)
        self._column.setMaximumWidth(theme.px(WIDTH))
        parts = QVBoxLayout(self._column)
        parts.setContentsMargins(theme.px(16), theme.px(20), theme.px(16), theme.px(20))
        parts.setSpacing(theme.px(6))
        parts.addStretch(1)
        parts.addWidget(self.title)
        parts.addWidget(self.reach)
        parts.addSpacing(theme.px(6))
        parts.addLayout(top)
        parts.addSpacing(theme.px(13))
        parts.addWidget(self._lines)
        parts.addStretch(3)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._column, 1000)
        row.addStretch(1)

    def _primary(self, text: str) -> QPushButton:
        button = QPushButton(text, self._column)
        button.setProperty("role", "primary")
        button.setProperty("large", True)
        return button

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)
