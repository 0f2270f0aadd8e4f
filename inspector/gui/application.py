"""The program's window: painted first, and only then the rest of it is loaded and the engine started."""

import asyncio
import signal
import socket

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from inspector import __version__
from inspector.core.paths import Paths
from inspector.core.settings import Settings
from inspector.gui import loop, theme, words
from inspector.gui.collecting import Collecting
from inspector.gui.faces import faces_of
from inspector.gui.memory import Memory
from inspector.gui.models.captures_model import CapturesModel
from inspector.gui.single_window import SingleWindow
from inspector.gui.trouble import Trouble
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.notice_bar import Notice
from inspector.log_file import start_log
from inspector.providers.registry import PROVIDERS

NAME = "webhook-inspector"
USUAL_STORE = "captures.db"


def run(paths: Paths, settings: Settings, *, host: str | None, port: int | None) -> int:
    """Open the window and stay until it is closed; returns the exit code of the program."""
    start_log(paths.logs)
    app = make_application()
    single = SingleWindow(paths.server_name)
    if not single.claim():
        return 0
    window, memory = make_window(paths), Memory(paths.config)
    memory.load()
    memory.restore(window)
    theme.apply(app, settings.theme)
    window.show()
    signals, trouble, collecting = Signals(), Trouble(), Collecting()
    trouble.failed.connect(lambda: tell_of_trouble(window, paths))

    async def life() -> int:
        await painted(window)
        # Imported here: what the window does is half of all that is loaded, and nothing of it is needed to paint it.
        from inspector.gui.life import build, live  # noqa: PLC0415

        parts = build(window, paths, settings, host=host, port=port, single=single, memory=memory)
        collecting.start()
        return await live(parts, signals)

    trouble.start()
    try:
        return loop.run(app, life)
    finally:
        signals.close()
        collecting.stop()
        trouble.stop()


def make_application() -> QApplication:
    """The QApplication; the window's closing does not end it, the order of the end does.

    The look is put on after the window is made: every part that is added to one that has a style sheet is styled anew.
    """
    present = QApplication.instance()
    app = present if isinstance(present, QApplication) else QApplication([NAME])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("Webhook Inspector")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName(NAME)
    app.setQuitOnLastWindowClosed(False)
    app.setStyle("fusion")
    app.setFont(theme.THEME.fonts.text)
    return app


def make_window(paths: Paths) -> MainWindow:
    """The window with nothing in it."""
    usual = paths.store.name == USUAL_STORE and not paths.temporary
    return MainWindow(
        model=CapturesModel(),
        faces=faces_of((provider.id, provider.name) for provider in PROVIDERS),
        providers=[provider.id for provider in PROVIDERS],
        store="" if usual else words.tr("temporary store") if paths.temporary else paths.store.name,
    )


class FirstPaint(QObject):
    """`came` in the turn of the loop after a widget was painted first."""

    came = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self.came.connect(self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The event comes before the painting."""
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            asyncio.get_running_loop().call_soon(self.came.emit)
        return False


async def painted(window: MainWindow) -> None:
    """Wait until a window that is being shown has been painted."""
    done = asyncio.Event()
    first = FirstPaint(window)
    first.came.connect(done.set)
    await done.wait()


def tell_of_trouble(window: MainWindow, paths: Paths) -> None:
    """Say that something of ours failed, and where more is written."""
    text = words.tr("Something failed inside; the log says more: %1. Your captures are safe.")
    notice = Notice(text=text.replace("%1", str(paths.logs)), kind="failed", key="trouble")
    window.notices.post(notice)


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
