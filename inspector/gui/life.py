"""What happens behind the window: the engine is started, the store read; at the end all of it ends in order."""

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from inspector.core.errors import InspectorError
from inspector.core.messages import Erase
from inspector.core.paths import Paths
from inspector.core.settings import Settings
from inspector.gui import plain, tasks, words
from inspector.gui.bridge import Bridge, News
from inspector.gui.desktop import Desktop, make_desk
from inspector.gui.memory import Memory
from inspector.gui.opening import Opened
from inspector.gui.reader import CaptureReader
from inspector.gui.signals import Signals
from inspector.gui.single_window import NOTHING, Asked, SingleWindow
from inspector.gui.views.main_window import MainWindow
from inspector.log_file import erase_log


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What lives as long as the window."""

    desktop: Desktop
    bridge: Bridge
    reader: CaptureReader
    memory: Memory
    single: SingleWindow


def build(
    window: MainWindow,
    paths: Paths,
    settings: Settings,
    opened: Opened,
    *,
    host: str | None,
    port: int | None,
    single: SingleWindow,
    memory: Memory,
) -> Parts:
    """Make every part behind a window and connect them; nothing runs yet."""
    reader, bridge = opened.reader, Bridge(paths, host=host, port=port)
    desktop = Desktop(make_desk(window, opened, bridge, paths=paths, settings=settings, host=host, port=port), reader)
    desktop.connect_bridge(bridge)
    desktop.desk.copying.prefer(memory.copied_as)
    single.raised.connect(lambda asked: answer_start(desktop, asked))
    return Parts(desktop=desktop, bridge=bridge, reader=reader, memory=memory, single=single)


async def live(parts: Parts, signals: Signals, asked: Asked = NOTHING) -> int:
    """Start the engine; end in order when it is closed or the program is told to stop."""
    window = parts.desktop.desk.window
    closed = asyncio.Event()
    window.closed.connect(closed.set)
    signals.stopped.connect(window.close)
    if not window.isVisible():
        # It was closed again while this was being loaded.
        closed.set()
    first = FirstHealth(parts)
    parts.bridge.news.connect(first.hear)
    try:
        await parts.bridge.start()
        parts.desktop.desk.stores.remember()
        do(parts.desktop, asked)
        await closed.wait()
    finally:
        # Also where something of ours fails: an engine that is left behind is waited for without end.
        await end(parts)
    return 0


class FirstHealth(QObject):
    """The engine's first word means that the store is there and up to date: what could not be read is read then."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._heard = False
        parts.desktop.desk.selection.restore(parts.memory.selected)
        parts.desktop.counting.recount()

    def hear(self, news: News) -> None:
        """Read, or read what came since."""
        if news.health is None or self._heard:
            return
        self._heard = True
        desktop = self._parts.desktop
        if desktop.desk.listing.is_read:
            desktop.desk.listing.captured()
        else:
            desktop.desk.listing.reload()
        desktop.counting.recount()


async def end(parts: Parts) -> None:
    """Stop listening, let the engine finish its writes, end every thread; in this order."""
    desk = parts.desktop.desk
    shown, wanted = desk.selection.shown, desk.erasing.wanted
    parts.memory.keep(
        desk.window,
        filter=desk.listing.text,
        selected=None if shown is None else shown.id,
        copied_as=desk.copying.last,
    )
    desk.window.hide()
    parts.single.release()
    desk.exporting.cancel()
    desk.packing.close()
    if wanted is not None:
        await erase(parts, wanted)
        return
    await parts.bridge.close()
    await tasks.end()
    await tasks.off(parts.reader.close)


async def erase(parts: Parts, wanted: Erase) -> None:
    """End everything that uses what is to be removed, have the engine remove it as its last act, and say what stays."""
    paths = parts.desktop.desk.paths
    await tasks.end()
    await tasks.off(parts.reader.close)
    refused = ""
    try:
        await parts.bridge.erase(wanted)
    except InspectorError as error:
        refused = str(error)
    await parts.bridge.close()
    if wanted.settings:
        await tasks.off(erase_log, paths.logs)
    if refused:
        await last_word(refused)


async def last_word(sentence: str) -> None:
    """Show a sentence after the window has gone, and wait until it is read."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, words.tr("Webhook Inspector"), plain.block(sentence))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(QMessageBox.StandardButton.Close)
    read = asyncio.Event()
    box.finished.connect(read.set)
    box.open()
    await read.wait()


def answer_start(desktop: Desktop, asked: Asked) -> None:
    """The program was started again for this store."""
    if asked.token:
        # Qt reads it there when the window is to be activated.
        os.environ["XDG_ACTIVATION_TOKEN"] = asked.token
    come_to_front(desktop.desk.window)
    do(desktop, asked)


def do(desktop: Desktop, asked: Asked) -> None:
    """Do what a start of the program was asked."""
    if asked.filter:
        desktop.desk.filtering.choose(asked.filter)
    desktop.desk.dropping.take_files([Path(file) for file in asked.files])


def come_to_front(window: MainWindow) -> None:
    """Show the window over all others, and its dialogs over it."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.raise_()
    (QApplication.activeModalWidget() or window).activateWindow()
