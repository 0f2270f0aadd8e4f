"""What is done in the background: purging, sweeping, and learning what other processes wrote."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from inspector.core.errors import InspectorError
from inspector.engine.diagnosing import Diagnosing
from inspector.engine.reading import Reading
from inspector.store.jobs import JobsLock
from inspector.store.store import Store

log = logging.getLogger(__name__)

PAUSE = 1.0
"""Seconds between two looks; each look costs some microseconds."""
BETWEEN_STEPS = 0.005
"""Seconds for the senders between two steps of a purge."""
LEFT_OVER = 50
"""Captures without a cause, left by a process that ended, taken up at a time."""


class Housekeeping:
    """One loop; the jobs of the whole store are done only by the process that holds the lock for them."""

    def __init__(
        self,
        *,
        store: Store,
        reading: Reading,
        lock: JobsLock,
        on_settings: Callable[[], Awaitable[None]],
        diagnosing: Diagnosing,
        settings_seq: int,
    ) -> None:
        self._store = store
        self._reading = reading
        self._lock = lock
        self._on_settings = on_settings
        self._diagnosing = diagnosing
        self._settings_seq = settings_seq

    async def run(self) -> None:
        """Work until cancelled."""
        swept = False
        while True:
            try:
                if self._lock.acquire():
                    if not swept:
                        self._store.sweep_bodies()
                        swept = True
                    if self._diagnosing.is_idle:
                        await self._take_up()
                    await self._purge()
                seen = await self._reading.run(lambda reader: reader.settings_seq())
                if seen != self._settings_seq:
                    self._settings_seq = seen
                    await self._on_settings()
            except InspectorError as error:
                log.info("Housekeeping waits: %s", error)
            await asyncio.sleep(PAUSE)

    async def _take_up(self) -> None:
        for id in await self._reading.run(lambda reader: reader.pending(LEFT_OVER)):
            self._diagnosing.add(id)

    async def _purge(self) -> None:
        while self._store.purge_step():
            await asyncio.sleep(BETWEEN_STEPS)
