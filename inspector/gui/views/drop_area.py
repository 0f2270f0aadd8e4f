"""Files and text that are dropped onto the window; while something hovers, a page says what would become of it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui import theme
from inspector.gui.plain import PlainLabel

VEIL = 248
"""How much of what lies below is hidden, of 255."""


class DropArea(QWidget):
    """Lies over all of the window while something is dragged across it. What is dropped leaves as a signal."""

    files_dropped = Signal(object)
    """Paths."""
    text_dropped = Signal(str)
    refused = Signal()
    """Something else was dropped."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._welcome = True
        self.setAcceptDrops(True)
        self.title = PlainLabel("", self)
        self.title.setFont(theme.text_font(1.5, bold=True))
        self.kinds = PlainLabel("", self, role="muted")
        column = QVBoxLayout(self)
        column.addStretch(1)
        for label in (self.title, self.kinds):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is dragged into the window is shown this page, which gets the rest of it."""
        if watched is self._window and isinstance(event, QDragEnterEvent):
            return self._enter(event)
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hide()
        event.acceptProposedAction()
        paths, text = local_files(event.mimeData()), dropped_text(event.mimeData())
        if paths:
            self.files_dropped.emit(paths)
        elif text:
            self.text_dropped.emit(text)
        else:
            self.refused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens()
        ground = QColor(tokens.bg)
        ground.setAlpha(VEIL)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), ground)
        edge = QPen(tokens.accent if self._welcome else tokens.input, theme.px(2), Qt.PenStyle.DashLine)
        painter.setPen(edge)
        inset = theme.px(18)
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), theme.px(10), theme.px(10))
        painter.end()

    def _enter(self, event: QDragEnterEvent) -> bool:
        if event.source() is not None:
            # What was dragged out of this window would only come in again.
            return False
        files = local_files(event.mimeData())
        self._welcome = bool(files or dropped_text(event.mimeData()))
        if files:
            self.title.show_text(self.tr("Drop to import %1").replace("%1", files[0].name), 80)
            if len(files) > 1:
                self.title.show_text(self.tr("Drop to import %1 files").replace("%1", str(len(files))))
        else:
            self.title.show_text(self.tr("Drop to import this text") if self._welcome else self.tr("Not this"))
        self.kinds.show_text(self.tr("HAR, JSONL, JSON, raw HTTP and cURL can be imported"))
        self.move(QPoint(0, 0))
        self.resize(self._window.size())
        self.raise_()
        self.show()
        event.acceptProposedAction()
        return True


def local_files(mime: QMimeData) -> list[Path]:
    """The files that are dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def dropped_text(mime: QMimeData) -> str:
    """The text that is dragged; empty where it is a link or a file."""
    return mime.text() if mime.hasText() and not mime.hasUrls() else ""
