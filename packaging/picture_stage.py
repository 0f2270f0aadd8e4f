"""Drives the window of the program to a state and paints it."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from inspector.core.secret_wishes import AddSecret
from inspector.gui import life
from inspector.gui.views.palette import Palette

Keep = Callable[[str, QImage], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """`states` names the pictures to keep, None all of them; without `history` only the few last captures are sent."""

    states: frozenset[str] | None
    history: int

    def has(self, state: str) -> bool:
        """Whether this picture is kept."""
        return self.states is None or state in self.states


class Stage:
    """One window, and where its pictures go."""

    def __init__(self, parts: life.Parts, wanted: Wanted, keep: Keep) -> None:
        self.parts = parts
        self.desk = parts.desktop.desk
        self.wanted = wanted
        self._save = keep
        self.window = self.desk.window

    async def dialog(self, name: str, picture: str) -> None:
        self.do(name)
        await self.until(lambda: bool(self.over()))
        await self.keep(picture, over=True)
        self.close_over()
        await self.until(lambda: not self.over())

    def over(self) -> list[QWidget]:
        tops = [widget for widget in QApplication.topLevelWidgets() if widget is not self.window]
        return [widget for widget in (*tops, *self.window.findChildren(Palette)) if widget.isVisible()]

    def close_over(self) -> None:
        for widget in self.over():
            widget.close()

    def do(self, name: str) -> None:
        self.parts.desktop.actions.by_name[name].trigger()

    async def listening(self) -> str:
        await self.until(lambda: bool(self.desk.asking.engine.health.listening))
        return self.desk.asking.engine.health.listening[0]

    async def add(self, provider: str, value: str) -> None:
        await self.parts.bridge.ask(AddSecret(provider=provider, name="production", value=value))

    async def rows(self, count: int) -> None:
        await self.until(lambda: self.window.model.rowCount() >= count)

    async def open(self, number: int, words: str) -> None:
        row = self.window.model.row_of(number)
        if row is None:
            raise LookupError(f"Capture {number} is not in the list.")
        self.window.table.selectRow(row)
        await self.until(lambda: self.said(words))

    def said(self, words: str) -> bool:
        return any(words in label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    async def until(self, holds: Callable[[], bool], seconds: float = 60.0) -> None:
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError("The window did not come to the state that was to be painted.")
            await asyncio.sleep(0.05)

    async def keep(self, state: str, *, over: bool = False) -> None:
        """Paint the window, or with `over` all that stands on the screen where the window is."""
        if not self.wanted.has(state):
            return
        await asyncio.sleep(1.2)  # notices, counts and the list settle
        self._save(state, self._on_screen() if over else self.window.grab().toImage())

    def _on_screen(self) -> QImage:
        area = self.window.geometry()
        screen = self.window.screen()
        return screen.grabWindow(0, area.x(), area.y(), area.width(), area.height()).toImage()
