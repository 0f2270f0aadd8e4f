"""The window's life: paint first, then start the engine; at the end let it finish its writes, then go."""

import asyncio
import logging
import signal
import socket
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from inspector import __version__
from inspector.core.paths import Paths
from inspector.core.settings import Settings
from inspector.gui import loop, tasks, theme, words
from inspector.gui.bridge import Bridge, News
from inspector.gui.collecting import Collecting
from inspector.gui.desktop import Desktop, make_desk, make_window
from inspector.gui.memory import Memory
from inspector.gui.reader import CaptureReader
from inspector.gui.single_window import SingleWindow
from inspector.gui.trouble import Trouble
from inspector.gui.views.notice_bar import Notice
from inspector.log_file import start_log

log = logging.getLogger(__name__)

NAME = "webhook-inspector"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What lives as long as the window."""

    desktop: Desktop
    bridge: Bridge
    reader: CaptureReader
    memory: Memory
    single: SingleWindow


def run(paths: Paths, settings: Settings, *, host: str | None, port: int | None) -> int:
    """Open the window and stay until it is closed; returns the exit code of the program."""
    start_log(paths.logs)
    app = make_application(settings)
    single = SingleWindow(paths.server_name)
    if not single.claim():
        return 0
    parts = build(paths, settings, host=host, port=port, single=single)
    parts.desktop.desk.window.show()
    signals, trouble = Signals(), Trouble()
    trouble.failed.connect(lambda: tell_of_trouble(parts.desktop, paths))
    trouble.start()
    collecting = Collecting()
    collecting.start()
    try:
        return loop.run(app, lambda: live(parts, signals))
    finally:
        signals.close()
        collecting.stop()
        trouble.stop()


def make_application(settings: Settings) -> QApplication:
    """The QApplication with its look; the window's closing does not end it, the order of the end does."""
    present = QApplication.instance()
    app = present if isinstance(present, QApplication) else QApplication([NAME])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("Webhook Inspector")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName(NAME)
    app.setQuitOnLastWindowClosed(False)
    theme.apply(app, settings.theme)
    return app


def build(paths: Paths, settings: Settings, *, host: str | None, port: int | None, single: SingleWindow) -> Parts:
    """Make every part and connect them; nothing runs yet."""
    reader = CaptureReader(paths.store)
    bridge = Bridge(paths, host=host, port=port)
    window = make_window(reader, paths)
    desk = make_desk(window, reader, bridge, paths=paths, settings=settings, host=host)
    desktop = Desktop(desk, reader)
    desktop.connect_bridge(bridge)
    memory = Memory(paths.config)
    memory.load()
    memory.restore(window)
    single.raised.connect(lambda: come_to_front(desktop))
    return Parts(desktop=desktop, bridge=bridge, reader=reader, memory=memory, single=single)


async def live(parts: Parts, signals: "Signals") -> int:
    """Start the engine once the window is painted; end in order when it is closed or the program is told to stop."""
    window = parts.desktop.desk.window
    closed = asyncio.Event()
    window.closed.connect(closed.set)
    signals.stopped.connect(window.close)
    first = FirstHealth(parts)
    parts.bridge.news.connect(first.hear)
    if parts.desktop.desk.paths.store.exists():
        first.read()
    await parts.bridge.start()
    await closed.wait()
    await end(parts)
    return 0


class FirstHealth(QObject):
    """Reads the store when it is known to be there: at once where the file is, else when the engine first speaks."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._heard = False

    def hear(self, news: News) -> None:
        """The engine's first word means that the store is there and up to date."""
        if news.health is not None and not self._heard:
            self._heard = True
            self.read()

    def read(self) -> None:
        """Read the list as it was left, or all of it."""
        desktop, memory = self._parts.desktop, self._parts.memory
        if memory.filter and not desktop.desk.listing.text:
            desktop.desk.filtering.choose(memory.filter)
        else:
            desktop.desk.listing.reload()
        desktop.counting.recount()


async def end(parts: Parts) -> None:
    """Stop listening, let the engine finish its writes, end every thread; in this order."""
    desk = parts.desktop.desk
    shown = desk.selection.shown
    parts.memory.keep(desk.window, filter=desk.listing.text, selected=None if shown is None else shown.id)
    desk.window.hide()
    parts.single.release()
    desk.exporting.cancel()
    await parts.bridge.close()
    await tasks.cancel_all()
    await tasks.off(parts.reader.close)


def come_to_front(desktop: Desktop) -> None:
    """Show the window over all others."""
    window = desktop.desk.window
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()


def tell_of_trouble(desktop: Desktop, paths: Paths) -> None:
    """Say that something of ours failed, and where more is written."""
    text = words.tr("Something failed inside; the log says more: %1. Your captures are safe.")
    notice = Notice(text=text.replace("%1", str(paths.logs)), kind="failed", key="trouble")
    desktop.desk.window.notices.post(notice)


class Signals(QObject):
    """SIGINT and SIGTERM close the window. Qt's loop runs no Python in between, so a socket wakes it."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hears, self._wakes = socket.socketpair()
        self._hears.setblocking(False)
        self._wakes.setblocking(False)
        self._notifier = QSocketNotifier(self._hears.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda number, frame: None)

    def close(self) -> None:
        """Leave signals to Python again."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        self._hears.close()
        self._wakes.close()

    def _heard(self) -> None:
        self._hears.recv(64)
        self.stopped.emit()
