"""What a new window shows: the URL, and the commands that bring a first webhook."""

import shutil
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from inspector.core.messages import Health
from inspector.gui import theme
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.code_box import CodeBox
from inspector.gui.views.detail.commands import Line, provider_tools, try_it, tunnels
from inspector.gui.views.detail.labels import heading

WIDTH = 760
"""Pixels of the column at text of 13."""


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

    def __init__(self, *, find_tool: Callable[[str], bool] = on_path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find_tool = find_tool
        self._url = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = heading(self.tr("Ready for the first webhook"))
        self.title.setFont(theme.text_font(1.5, bold=True))
        self.reach = PlainLabel(role="muted")
        self.line = UrlLine()
        self.copy_button = QPushButton(self.tr("Copy URL"))
        self.copy_button.setProperty("role", "primary")
        self.copy_button.setProperty("large", True)
        self.copy_button.clicked.connect(lambda: self._copy(self._url))
        top = QHBoxLayout()
        top.setSpacing(theme.px(10))
        top.addWidget(self.line, 1)
        top.addWidget(self.copy_button)
        column = QWidget()
        column.setMaximumWidth(theme.px(WIDTH))
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(theme.px(16), theme.px(64), theme.px(16), theme.px(24))
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(self.title)
        self._column.addWidget(self.reach)
        self._column.addSpacing(theme.px(8))
        self._column.addLayout(top)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(6))
        self._column.addLayout(self._lines)
        self._column.addStretch(1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        self.setWidget(middle)
        self.show_health(Health())

    def show_health(self, health: Health) -> None:
        """Show the address that is open, or that none is."""
        listens = bool(health.listening)
        url = health.listening[0] if listens else self._url
        self.title.show_text(self.tr("Ready for the first webhook") if listens else self.tr("Not listening"))
        self.reach.show_text(self._reach(health))
        self.line.show_url(url, listens)
        self.line.setVisible(bool(url))
        self.copy_button.setVisible(bool(url))
        if url != self._url:
            self._url = url
            self._fill(url)

    def _reach(self, health: Health) -> str:
        if not health.listening:
            return health.problem or self.tr("The port is closed. Start opens it again.")
        if health.exposed:
            return self.tr("Listening. Other machines can reach it.")
        return self.tr("Listening. Reachable from this machine only; everything stays on it.")

    def _fill(self, url: str) -> None:
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._add(self.tr("Try it"), try_it(url))
        self._add(self.tr("From the provider’s own tool"), provider_tools(url, self._find_tool))
        self._add(self.tr("From the internet, through a tunnel"), tunnels(url, self._find_tool))

    def _add(self, title: str, lines: tuple[Line, ...]) -> None:
        label = heading(title)
        label.setContentsMargins(0, theme.px(18), 0, theme.px(1))
        self._lines.addWidget(label)
        for line in lines:
            box = CodeBox(self.tr("the command %1").replace("%1", line.tool))
            box.show_text(line.text)
            box.copied.connect(self.copied)
            self._lines.addWidget(box)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)
