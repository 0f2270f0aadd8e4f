"""Prints captures as they are stored, each once its verdict is complete."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue

from inspector.core.capture import Capture
from inspector.core.filter.matcher import matches
from inspector.core.filter.tree import Filter
from inspector.core.messages import Captured, Changed, Fact
from inspector.engine.engine import Engine
from inspector.engine.reading import plain

AT_ONCE = 200
"""Captures read from the store in one go."""


class Printing:
    """Follows an engine's facts; hands every own capture that matches to `show` and counts it.

    `show` runs on a thread of its own: whoever reads our output slowly must not hold up the senders.
    """

    def __init__(self, engine: Engine, tree: Filter, show: Callable[[Capture], None]) -> None:
        self.count = 0
        self._more = asyncio.Event()
        self._engine = engine
        self._tree = tree
        self._show = show
        self._line: list[int] = []
        self._unexplained: set[int] = set()
        self._idle = True
        self._waiting = 0
        self._broken = False
        self._wake = asyncio.Event()
        self._shown: SimpleQueue[Capture] = SimpleQueue()
        self._stop_following: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Follow from now on, until the engine stops."""
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._print, args=(loop,), name="printing", daemon=True).start()
        self._stop_following = self._engine.facts.subscribe(self._hear)
        self._engine.tasks.spawn(self._run(), name="printing")

    async def wait_for(self, count: int | None) -> None:
        """Return once so many were shown, never for None. Raises BrokenPipeError when nobody reads them any more."""
        while count is None or self.count < count:
            self._more.clear()
            await self._more.wait()
            if self._broken:
                raise BrokenPipeError

    async def _run(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            self._idle = False
            while self._line:
                part, self._line = self._line[:AT_ONCE], self._line[AT_ONCE:]
                for capture in await self._engine.reading.run(lambda reader, part=part: list(reader.captures(part))):  # type: ignore[misc]
                    self._take(capture)
            self._idle = True

    async def finish(self, seconds: float = 5.0) -> None:
        """Give what is still being explained or written a moment, then follow no more."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while loop.time() < end and (self._line or self._unexplained or not self._idle or self._waiting):
            await asyncio.sleep(0.02)
        self._stop_following()

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, Captured):
            self._line.extend(range(fact.last_id - fact.count + 1, fact.last_id + 1))
            self._wake.set()
        elif isinstance(fact, Changed) and fact.ids and (explained := self._unexplained.intersection(fact.ids)):
            self._unexplained -= explained
            self._line.extend(explained)
            self._wake.set()

    def _take(self, capture: Capture) -> None:
        if not capture.judgement.verdict.final:
            self._unexplained.add(capture.id)
        elif matches(self._tree, capture, decode=plain):
            self._waiting += 1
            self._shown.put(capture)

    def _print(self, loop: asyncio.AbstractEventLoop) -> None:
        with suppress(RuntimeError):  # the loop has ended, so nobody counts any more
            while True:
                try:
                    self._show(self._shown.get())
                except OSError:
                    self._broken = True
                loop.call_soon_threadsafe(self._counted)

    def _counted(self) -> None:
        self._waiting -= 1
        self.count += 1
        self._more.set()
