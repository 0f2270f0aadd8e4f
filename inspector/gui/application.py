"""The program's window: painted first, and only then the rest of it is loaded and the engine started."""

import asyncio
from types import ModuleType

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from inspector import __version__
from inspector.core.paths import Paths
from inspector.core.resources import resource
from inspector.core.settings import Settings
from inspector.gui import faces, loop, tasks, theme, words
from inspector.gui.collecting import Collecting
from inspector.gui.memory import Memory
from inspector.gui.models.captures_model import CapturesModel
from inspector.gui.signals import Signals
from inspector.gui.single_window import NOTHING, Asked, SingleWindow
from inspector.gui.trouble import Trouble
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.notice_bar import Notice
from inspector.log_file import start_log

NAME = "webhook-inspector"
DESKTOP_ID = "io.github.webhook_inspector.WebhookInspector"
"""By this a desktop finds the icon and the desktop file of the window."""
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
USUAL_STORE = "captures.db"


def run(paths: Paths, settings: Settings, *, host: str | None, port: int | None, asked: Asked = NOTHING) -> int:
    """Open the window and stay until it is closed; returns the exit code of the program.

    Where this store has a window already, that one comes to the front and does what was asked.
    """
    start_log(paths.logs)
    app = make_application()
    single = SingleWindow(paths.server_name)
    if not single.claim(asked):
        return 0
    window, memory = make_window(paths), Memory(paths.config)
    memory.load()
    memory.restore(window)
    theme.apply(app, settings.theme)
    window.show()
    signals, trouble, collecting = Signals(), Trouble(), Collecting()
    signals.stopped.connect(window.close)
    trouble.failed.connect(lambda: tell_of_trouble(window, paths))

    async def life() -> int:
        await painted(window)
        opened = (await tasks.off(load_opening)).open_list(window, paths, memory)
        behind = await tasks.off(load_life)
        parts = behind.build(window, paths, settings, opened, host=host, port=port, single=single, memory=memory)
        collecting.start()
        code: int = await behind.live(parts, signals, asked)
        return code

    trouble.start()
    try:
        return loop.run(app, life)
    finally:
        signals.close()
        collecting.stop()
        trouble.stop()


def load_opening() -> ModuleType:
    """What reads the list, and what its rows look like."""
    # Imported here: the window is painted without it.
    from inspector.gui import opening  # noqa: PLC0415

    faces.load()
    return opening


def load_life() -> ModuleType:
    """What works behind the window."""
    # Imported here: it is half of all that is loaded, and neither the window nor its first rows need it.
    from inspector.gui import life  # noqa: PLC0415

    return life


def make_application() -> QApplication:
    """The QApplication; the window's closing does not end it, the order of the end does.

    The look is put on after the window is made: every part that is added to one that has a style sheet is styled anew.
    """
    present = QApplication.instance()
    app = present if isinstance(present, QApplication) else QApplication([NAME])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("Webhook Inspector")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName(DESKTOP_ID)
    app.setWindowIcon(window_icon())
    app.setQuitOnLastWindowClosed(False)
    app.setStyle("fusion")
    app.setFont(theme.THEME.fonts.text)
    return app


def window_icon() -> QIcon:
    """The program's own icon, which a desktop that does not know its desktop file shows too."""
    icon = QIcon()
    for size in ICON_SIZES:
        file = resource("icons", "hicolor", f"{size}x{size}", "apps", f"{DESKTOP_ID}.png")
        icon.addFile(str(file), QSize(size, size))
    return icon


def make_window(paths: Paths) -> MainWindow:
    """The window with nothing in it."""
    return MainWindow(
        model=CapturesModel(),
        faces=faces.faces_of(),
        store=name_of(paths),
    )


def name_of(paths: Paths) -> str:
    """What the title calls a store that is not the usual one."""
    if paths.temporary:
        return words.tr("temporary store")
    if paths.store.name != USUAL_STORE:
        return paths.store.name
    return "" if paths.usual else f"{paths.store.parent.name}/{USUAL_STORE}"


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
    report = (words.tr("Report…"), window.report_wanted.emit)
    notice = Notice(text=text.replace("%1", str(paths.logs)), kind="failed", key="trouble", actions=(report,))
    window.notices.post(notice)
