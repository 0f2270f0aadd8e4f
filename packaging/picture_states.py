"""The states of the window that are painted: what is done to come to each, in the order in which they are taken."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from inspector.core.messages import AddSecret
from inspector.gui import life
from inspector.gui.views.palette import Palette
from picture_events import BEHIND_THE_PUSH, EVENTS, FAILING, FIRST, LAST, SECRETS, send, send_history, send_odd

Keep = Callable[[str, QImage], None]
UNKNOWN_AT_FIRST = ("github", "shopify")
"""Providers whose secret nobody gave yet."""
PAGES = ("overview", "headers", "signature", "response", "sent-to", "raw")
DIALOGS: tuple[tuple[str, str], ...] = (
    ("edit", "edit"),
    ("sample", "sample"),
    ("resend-other", "target"),
    ("note", "note"),
    ("keys", "keys"),
    ("palette", "palette"),
    ("preferences", "preferences"),
    ("secrets", "secrets"),
    ("log", "log"),
    ("report", "report"),
    ("places", "places"),
    ("about", "about"),
)
"""Commands that open something over the window, each with the name of its picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """`states` names the pictures to keep, None all of them; without `history` only the few last captures are sent."""

    states: frozenset[str] | None
    history: int

    def has(self, state: str) -> bool:
        """Whether this picture is kept."""
        return self.states is None or state in self.states


class Session:
    """Drives one window through its states."""

    def __init__(self, parts: life.Parts, wanted: Wanted, keep: Keep) -> None:
        self._parts = parts
        self._desk = parts.desktop.desk
        self._wanted = wanted
        self._save = keep
        self.window = self._desk.window

    async def run(self) -> None:
        """Take every picture, then close the window."""
        try:
            await self._take()
        finally:
            self.window.close()

    async def _take(self) -> None:
        url = await self._listening()
        await self._keep("empty")
        if self._wanted.states == frozenset(("empty",)):
            return
        target = await asyncio.to_thread(start_target)
        self._desk.habits.name_target(f"localhost:{target.server_port}")
        try:
            await self._with_captures(url)
        finally:
            await asyncio.to_thread(stop_target, target)

    async def _with_captures(self, url: str) -> None:
        first = self._wanted.history
        for provider, value in SECRETS.items():
            if provider not in UNKNOWN_AT_FIRST:
                await self._add(provider, value)
        await self._send(url, first)
        await self._rows(first + EVENTS)
        await self._open(first + EVENTS - BEHIND_THE_PUSH, "signed this")
        await self._keep("no-secret")
        await self._add("github", SECRETS["github"] + "\n")
        await self._until(lambda: self._said("line break"))
        await self._keep("not-valid")
        await self._add("github", SECRETS["github"])
        await self._until(lambda: self._said("Valid"))
        await self._keep("valid")
        if self._wanted.states is None:
            await self._all(first, url)

    async def _send(self, url: str, history: int) -> None:
        """The history, then what is looked at; what is sent while the response is 500 comes again as a retry."""
        await asyncio.to_thread(send_history, url, history)
        await asyncio.to_thread(send, url, FIRST)
        await asyncio.to_thread(send_odd, url)
        await self._respond(500)
        await asyncio.to_thread(send, url, FAILING)
        await self._respond(200)
        await asyncio.to_thread(send, url, LAST)

    async def _respond(self, status: int) -> None:
        self._run(f"respond-{status}")
        health = self._desk.asking.engine
        await self._until(lambda: (health.health.response.status if health.health.response else 200) == status)

    async def _all(self, first: int, url: str) -> None:
        """What the README does not show."""
        for _ in range(2):
            self._run("resend")
            await asyncio.sleep(0.5)
        for number, page in enumerate(PAGES, 1):
            self._run(f"page-{number}")
            await self._keep(f"page-{page}")
        self._run("page-1")
        for name, picture in DIALOGS:
            await self._dialog(name, picture)
        await self._menus()
        await self._filters()
        await self._many(first)
        self._run("freeze")
        await asyncio.to_thread(send, url, LAST)
        await self._keep("frozen")
        self._run("freeze")
        self._run("follow")
        self._run("listen")
        await self._until(lambda: not self._desk.asking.engine.health.listening)
        await self._keep("stopped")

    async def _dialog(self, name: str, picture: str) -> None:
        self._run(name)
        await self._until(lambda: bool(self._over()))
        await self._keep(picture, over=True)
        self._close_over()
        await self._until(lambda: not self._over())

    async def _menus(self) -> None:
        table = self.window.table
        row = table.visualRect(table.currentIndex())
        self._parts.desktop.actions.open_row_menu(table.viewport().mapToGlobal(row.center()), 4)
        await self._keep("menu-row", over=True)
        self._close_over()
        for action in self.window.menuBar().actions():
            menu = action.menu()
            if isinstance(menu, QMenu):
                at = self.window.menuBar().actionGeometry(action).bottomLeft()
                menu.popup(self.window.menuBar().mapToGlobal(at + QPoint(0, 1)))
                await self._keep(f"menu-{action.text().replace('&', '').lower()}", over=True)
                self._close_over()

    async def _filters(self) -> None:
        for text, picture in (
            ("signature:invalid OR provider:github", "filtered"),
            ("event:nothing.like.this", "filter-hides-all"),
            ("status:>=4oo (", "filter-not-read"),
        ):
            self._desk.filtering.choose(text)
            await self._keep(picture)
            self._desk.filtering.choose("")
            await asyncio.sleep(0.3)

    async def _many(self, first: int) -> None:
        await self._rows(first + EVENTS)
        self.window.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.window.table.selectAll()
        await self._keep("many-selected")
        self._run("resend")
        await self._keep("many-sending", over=True)
        await asyncio.sleep(4)
        await self._keep("many-sent", over=True)
        self._close_over()
        self.window.table.clearSelection()
        await self._keep("nothing-selected")

    def _over(self) -> list[QWidget]:
        tops = [widget for widget in QApplication.topLevelWidgets() if widget is not self.window]
        return [widget for widget in (*tops, *self.window.findChildren(Palette)) if widget.isVisible()]

    def _close_over(self) -> None:
        for widget in self._over():
            widget.close()

    def _run(self, name: str) -> None:
        self._parts.desktop.actions.by_name[name].trigger()

    async def _listening(self) -> str:
        await self._until(lambda: bool(self._desk.asking.engine.health.listening))
        return self._desk.asking.engine.health.listening[0]

    async def _add(self, provider: str, value: str) -> None:
        await self._parts.bridge.ask(AddSecret(provider=provider, name="production", value=value))

    async def _rows(self, count: int) -> None:
        await self._until(lambda: self.window.model.rowCount() >= count)

    async def _open(self, number: int, words: str) -> None:
        row = self.window.model.row_of(number)
        if row is None:
            raise LookupError(f"Capture {number} is not in the list.")
        self.window.table.selectRow(row)
        await self._until(lambda: self._said(words))

    def _said(self, words: str) -> bool:
        return any(words in label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    async def _until(self, holds: Callable[[], bool], seconds: float = 60.0) -> None:
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError("The window did not come to the state that was to be painted.")
            await asyncio.sleep(0.05)

    async def _keep(self, state: str, *, over: bool = False) -> None:
        """Paint the window, or with `over` all that stands on the screen where the window is."""
        if not self._wanted.has(state):
            return
        await asyncio.sleep(1.2)  # notices, counts and the list settle
        self._save(state, self._on_screen() if over else self.window.grab().toImage())

    def _on_screen(self) -> QImage:
        area = self.window.geometry()
        screen = self.window.screen()
        return screen.grabWindow(0, area.x(), area.y(), area.width(), area.height()).toImage()


class Target(BaseHTTPRequestHandler):
    """Takes what is resent, but for what GitLab sent."""

    def do_POST(self) -> None:
        """Answer as a small application does."""
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        refused = "gitlab" in self.path
        self.send_response(422 if refused else 200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b'{"error": "unknown project"}' if refused else b'{"received": true}')

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal."""


def start_target() -> ThreadingHTTPServer:
    """A local server to resend to, on the usual port where that is free."""
    try:
        server = ThreadingHTTPServer(("127.0.0.1", 3000), Target)
    except OSError:
        server = ThreadingHTTPServer(("127.0.0.1", 0), Target)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def stop_target(server: ThreadingHTTPServer) -> None:
    """Close it."""
    server.shutdown()
    server.server_close()
