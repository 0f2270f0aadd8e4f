"""Prints captures as they are stored, each once its verdict is complete."""

import asyncio
from collections.abc import Callable

from inspector.core.capture import Capture
from inspector.core.filter.matcher import matches
from inspector.core.filter.tree import Filter
from inspector.core.messages import Captured, Changed, Fact
from inspector.engine.engine import Engine
from inspector.engine.reading import plain

AT_ONCE = 200
"""Captures read from the store in one go."""


class Printing:
    """Follows an engine's facts; hands every own capture that matches to `show` and counts it."""

    def __init__(self, engine: Engine, tree: Filter, show: Callable[[Capture], None]) -> None:
        self.count = 0
        self.more = asyncio.Event()
        """Set whenever the count has risen."""
        self._engine = engine
        self._tree = tree
        self._show = show
        self._line: list[int] = []
        self._unexplained: set[int] = set()
        self._idle = True
        self._wake = asyncio.Event()
        engine.facts.subscribe(self._hear)

    async def run(self) -> None:
        """Print until cancelled."""
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
        """Give what is still being explained a moment to be printed."""
        end = asyncio.get_running_loop().time() + seconds
        while (self._line or self._unexplained or not self._idle) and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(0.02)

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
            return
        if matches(self._tree, capture, decode=plain):
            self._show(capture)
            self.count += 1
            self.more.set()
