"""A whole window with a real engine behind it, for what keys and menus do: captures that came by its port, a target."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QWidget

from inspector.core.capture import Capture
from inspector.core.filter.parser import parse
from inspector.core.filter.tree import All
from inspector.gui.commands.desk import Desk
from inspector.gui.life import Parts
from inspector.gui.views.detail.text_view import TextView
from inspector.gui.views.main_window import MainWindow
from tests.gui.stage import is_front, until

D = TypeVar("D", bound=QWidget)
COUNT = 6
"""Captures that are there when a check begins."""
MARK = "nothing was copied"
"""What the clipboard holds until a check puts something there."""


@dataclass
class Scene:
    """The window, and `act`: the press of a key or the click in a menu whose effect is checked."""

    parts: Parts
    target: str
    folder: Path
    act: Callable[[], Awaitable[None]]
    bodies: list[bytes] = field(default_factory=list)
    """What the target was sent."""

    @property
    def desk(self) -> Desk:
        """The controllers."""
        return self.parts.desktop.desk

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self.desk.window

    @property
    def text(self) -> TextView:
        """The body as text."""
        return self.window.detail.body.text

    @property
    def clipboard(self) -> str:
        """What is on the clipboard, empty where a check put nothing there."""
        text = QGuiApplication.clipboard().text()
        return "" if text == MARK else text

    @property
    def url(self) -> str:
        """Where the engine listens."""
        return self.parts.bridge.health.listening[0]

    async def listens(self) -> None:
        """Wait for the engine."""
        await until(lambda: self.parts.bridge.health.listening)
        await until(lambda: self.parts.bridge.health.keyring)

    async def ready(self) -> None:
        """Bring the window to where every check begins: six captures, the last but one selected, nothing open."""
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()
        window, desk = self.window, self.desk
        if window.isFullScreen():
            window.showNormal()
        await until(lambda: is_front(window))
        QGuiApplication.clipboard().setText(MARK)
        desk.filtering.choose("")
        missing = COUNT - await self.count("")
        if missing > 0:
            await self.post(missing)
        there = await self.count("")
        await until(lambda: window.model.rowCount() == there == window.total)
        desk.following.resume()
        await self.select(1)
        for notice in window.notices.notices():
            window.notices.withdraw(notice.key)

    async def select(self, row: int) -> Capture:
        """Select the capture of a row and wait until it is in the detail."""
        self.window.table.setFocus()
        id = self.window.model.id_at(row)
        self.window.table.select_id(id)
        await until(lambda: self.desk.selection.shown is not None and self.desk.selection.shown.id == id)
        await until(self.window.table.hasFocus)
        # Looking at it marks it as read, which is news by itself.
        await until(lambda: self.desk.selection.shown is not None and not self.desk.selection.shown.unread)
        assert self.desk.selection.shown is not None
        return self.desk.selection.shown

    async def press(self, key: str) -> None:
        """Press a key where the keyboard is."""
        widget = QApplication.focusWidget() or self.window
        QTest.keySequence(widget, QKeySequence(key))

    async def stored(self) -> Capture:
        """The selected capture as it is in the store."""
        return await self.parts.reader.capture(self.id)

    async def count(self, filter: str) -> int:
        """How many captures in the store match."""
        return await self.parts.reader.count(parse(filter) if filter else All())

    async def exists(self, id: int) -> bool:
        """Whether the store lists this capture."""
        return bool(await self.parts.reader.summaries((id,)))

    @property
    def id(self) -> int:
        """The selected capture."""
        current = self.window.table.current_id()
        assert current is not None
        return current

    async def holds(self, ask: Callable[[], Awaitable[object]]) -> None:
        """Wait until what is asked of the store is so."""
        async with asyncio.timeout(20):
            while not await ask():
                await asyncio.sleep(0.01)

    async def dialog(self, kind: type[D]) -> D:
        """The dialog of a kind, once it is open."""
        found: list[D] = []

        def there() -> bool:
            found[:] = [one for one in self.window.findChildren(kind) if one.isVisible()]
            return bool(found)

        await until(there)
        return found[0]

    async def choose_file(self, path: Path) -> None:
        """Name a file in the dialog that asks for one."""
        dialog = await self.dialog(QFileDialog)
        dialog.filesSelected.emit([str(path)])
        dialog.fileSelected.emit(str(path))
        dialog.reject()

    async def write(self, dialog: QDialog, text: str, button: str) -> None:
        """Write into the field of a dialog and press a button."""
        entry = dialog.findChild(QLineEdit)
        assert entry is not None
        entry.setText(text)
        self.click(dialog, button)

    def click(self, dialog: QDialog, text: str) -> None:
        """Press a button of a dialog."""
        button = next(one for one in dialog.findChildren(QPushButton) if one.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    async def post(self, count: int = 1) -> None:
        """Send webhooks to the listener, as GitHub does."""
        before = await self.count("")
        host, _, port = self.url.removeprefix("http://").rpartition(":")
        for number in range(count):
            body = json.dumps({"zen": "Half measures", "number": before + number, "other": "measures"}).encode()
            await status_of(host, int(port), body)
        newest = (await self.parts.reader.part(All(), limit=1)).ids[0]
        await until(lambda: self.window.model.row_of(newest) is not None)

    async def told(self) -> int:
        """The status that a sender is told now; its capture is removed again."""
        host, _, port = self.url.removeprefix("http://").rpartition(":")
        return await status_of(host, int(port), b"{}")


async def status_of(host: str, port: int, body: bytes, fields: str = "X-GitHub-Event: push") -> int:
    """Post one event and read the status that comes back."""
    reader, writer = await asyncio.open_connection(host, port)
    head = (
        f"POST /hooks/github HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Type: application/json\r\n"
        f"{fields}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    writer.write(head.encode() + body)
    line = await reader.readline()
    await reader.read()
    writer.close()
    await writer.wait_closed()
    return int(line.split()[1])
