"""Searches why signatures failed: in the worker process, behind the writer, one capture after another."""

import asyncio
import logging
import math
import time
from collections import deque
from collections.abc import Callable

from inspector.core.capture import Capture
from inspector.core.errors import InspectorError, NothingError, ResourceError
from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.engine.reading import Reading, plain
from inspector.providers.basis import Basis
from inspector.providers.diagnosis import diagnose
from inspector.providers.edited import told_of_editing
from inspector.providers.judging import judge
from inspector.store.store import Store
from inspector.worker import Worker

log = logging.getLogger(__name__)

SECONDS = 15.0
"""A diagnosis limits itself to a fifth of a second, but a process has to start first; past this it counts as lost."""


class Diagnosing:
    """A line of captures whose failure is not explained yet."""

    def __init__(
        self,
        *,
        store: Store,
        reading: Reading,
        worker: Worker,
        basis: Callable[[], Basis],
        on_explained: Callable[[int], None],
    ) -> None:
        self._store = store
        self._reading = reading
        self._worker = worker
        self._basis = basis
        self._on_explained = on_explained
        self._line: deque[int] = deque()
        self._standing: set[int] = set()
        self._again: set[int] = set()
        """Those that stand in line for the second and last time."""
        self._more = asyncio.Event()

    def add(self, id: int) -> None:
        """Put a capture in line, once."""
        if id not in self._standing:
            self._standing.add(id)
            self._line.append(id)
            self._more.set()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            await self._more.wait()
            self._more.clear()
            await self.drain()

    async def drain(self, seconds: float = math.inf) -> None:
        """Explain what stands in line now, for so long at most; the rest stays marked as unexplained in the store."""
        end = time.monotonic() + seconds
        while self._line and time.monotonic() < end:
            await self._next()

    @property
    def is_idle(self) -> bool:
        """Nothing stands in line."""
        return not self._standing

    async def _next(self) -> None:
        id = self._line.popleft()
        try:
            if not await self._explain(id):
                self._line.append(id)
                return
        except ResourceError as error:
            log.info("Capture %d was not explained: %s", id, error)
            if id not in self._again:
                # The process was lost for another reason than this capture, perhaps.
                self._again.add(id)
                self._line.append(id)
                return
        except InspectorError as error:
            log.info("Capture %d was not explained: %s", id, error)
        self._again.discard(id)
        self._standing.discard(id)

    async def _explain(self, id: int) -> bool:
        """False where another secret came meanwhile: what was found no longer counts, and is not kept."""
        capture = await self._reading.run(lambda reader: reader.capture(id))
        if capture.judgement.verdict.final:
            return True
        before, basis = await self._original(capture), self._basis()
        judgement = await self._worker.call(SECONDS, explained, capture.request, capture.judgement, basis, before)
        if self._basis() is not basis:
            return False
        self._store.record_judgements([(id, judgement)])
        self._on_explained(id)
        return True

    async def _original(self, capture: Capture) -> Capture | None:
        """What was sent again, where a capture came from here."""
        of = capture.origin.of
        if capture.origin.kind != "resend" or of is None:
            return None
        try:
            return await self._reading.run(lambda reader: reader.capture(of))
        except NothingError:
            return None  # it was removed meanwhile


def explained(request: Request, judgement: Judgement, basis: Basis, before: Capture | None = None) -> Judgement:
    """Runs in the worker: the judgement with the cause that was proved, or `unexplained`.

    `before` is the capture that was sent again from here, perhaps edited. The judgement may be older than the basis.
    """
    now = judge(request, basis)
    if now.verdict.final:
        return now
    judgement = diagnose(request, judgement, basis, decode=plain)
    return judgement if before is None else told_of_editing(request, judgement, basis, before.request, before.id)
