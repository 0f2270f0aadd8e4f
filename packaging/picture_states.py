"""The states of the window that are painted: what is done to come to each, in the order in which they are taken."""

import asyncio
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from picture_events import BEHIND_THE_PUSH, EVENTS, FAILING, FIRST, LAST, SECRETS, send, send_history, send_odd
from picture_signing import take_signing
from picture_stage import Stage

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


class Session(Stage):
    """Drives one window through its states."""

    async def run(self) -> None:
        """Take every picture, then close the window."""
        try:
            await self._take()
        finally:
            self.window.close()

    async def _take(self) -> None:
        url = await self.listening()
        await self.keep("empty")
        if self.wanted.states == frozenset(("empty",)):
            return
        target = await asyncio.to_thread(start_target)
        self.desk.habits.name_target(f"localhost:{target.server_port}")
        try:
            await self._with_captures(url)
        finally:
            await asyncio.to_thread(stop_target, target)

    async def _with_captures(self, url: str) -> None:
        first = self.wanted.history
        for provider, value in SECRETS.items():
            if provider not in UNKNOWN_AT_FIRST:
                await self.add(provider, value)
        await self._send(url, first)
        await self.rows(first + EVENTS)
        await self.open(first + EVENTS - BEHIND_THE_PUSH, "signed this")
        await self.keep("no-secret")
        await self.add("github", SECRETS["github"] + "\n")
        await self.until(lambda: self.said("line break"))
        await self.keep("not-valid")
        await self.add("github", SECRETS["github"])
        await self.until(lambda: self.said("Valid"))
        await self.keep("valid")
        if self.wanted.states is None:
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
        self.do(f"respond-{status}")
        health = self.desk.asking.engine
        await self.until(lambda: (health.health.response.status if health.health.response else 200) == status)

    async def _all(self, first: int, url: str) -> None:
        """What the README does not show."""
        for _ in range(2):
            self.do("resend")
            await asyncio.sleep(0.5)
        for number, page in enumerate(PAGES, 1):
            self.do(f"page-{number}")
            await self.keep(f"page-{page}")
        self.do("page-1")
        for name, picture in DIALOGS:
            await self.dialog(name, picture)
        await self._menus()
        await self._filters()
        await self._many(first)
        await take_signing(self, url, first)
        self.do("freeze")
        await asyncio.to_thread(send, url, LAST)
        await self.keep("frozen")
        self.do("freeze")
        self.do("follow")
        self.do("listen")
        await self.until(lambda: not self.desk.asking.engine.health.listening)
        await self.keep("stopped")

    async def _menus(self) -> None:
        table = self.window.table
        row = table.visualRect(table.currentIndex())
        self.parts.desktop.actions.open_row_menu(table.viewport().mapToGlobal(row.center()), 4)
        await self.keep("menu-row", over=True)
        self.close_over()
        for action in self.window.menuBar().actions():
            menu = action.menu()
            if isinstance(menu, QMenu):
                at = self.window.menuBar().actionGeometry(action).bottomLeft()
                menu.popup(self.window.menuBar().mapToGlobal(at + QPoint(0, 1)))
                await self.keep(f"menu-{action.text().replace('&', '').lower()}", over=True)
                self.close_over()

    async def _filters(self) -> None:
        for text, picture in (
            ("signature:invalid OR provider:github", "filtered"),
            ("event:nothing.like.this", "filter-hides-all"),
            ("status:>=4oo (", "filter-not-read"),
        ):
            self.desk.filtering.choose(text)
            await self.keep(picture)
            self.desk.filtering.choose("")
            await asyncio.sleep(0.3)

    async def _many(self, first: int) -> None:
        await self.rows(first + EVENTS)
        self.window.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.window.table.selectAll()
        await self.keep("many-selected")
        self.do("resend")
        await self.keep("many-sending", over=True)
        await asyncio.sleep(4)
        await self.keep("many-sent", over=True)
        self.close_over()
        self.window.table.clearSelection()
        await self.keep("nothing-selected")


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
