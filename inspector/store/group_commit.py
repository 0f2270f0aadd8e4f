"""Puts the store behind an event loop: what waits at the end of a turn of the loop is kept in one transaction.

On the loop's own thread: in WAL mode without a sync a commit costs less than handing it to another thread. What would
block it, another process that writes, is waited for with timers instead.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import TypeAlias

from inspector.core.capture import Arrival
from inspector.core.errors import InspectorError, ResourceError, StoreBusyError
from inspector.store.body_files import discard
from inspector.store.connection import BUSY_SECONDS
from inspector.store.kept import Kept as Kept
from inspector.store.store import Store

log = logging.getLogger(__name__)

BATCH = 256
"""Most captures of one transaction; more than that wait for the next turn."""

PAUSES = (0.0005, 0.001, 0.002, 0.004, 0.008)
"""Seconds between two tries while another process writes."""

Done: TypeAlias = Callable[[Kept | InspectorError], None]


class GroupCommit:
    """Collects arrivals and says to each what became of it, in the order in which they came."""

    def __init__(self, store: Store) -> None:
        self.on_batch: Callable[[int, int], None] | None = None
        """Told the last id and the number of captures, after their `done`."""
        self._store = store
        self._waiting: list[tuple[Arrival, Done]] = []
        self._scheduled = False
        self._tries = 0
        self._give_up_at = 0.0

    def add(self, arrival: Arrival, done: Done) -> None:
        """Keep an arrival; `done` is called once, after its commit or with the error that took its place."""
        self._waiting.append((arrival, done))
        if not self._scheduled:
            self._scheduled = True
            asyncio.get_running_loop().call_soon(self._flush)

    async def drain(self) -> None:
        """Return once nothing waits."""
        while self._waiting or self._scheduled:
            await asyncio.sleep(PAUSES[0])

    def _flush(self) -> None:
        batch = self._waiting[:BATCH]
        try:
            kept = self._store.keep([arrival for arrival, _ in batch], patience=0)
        except StoreBusyError as error:
            if self._wait(error):
                return
        except InspectorError as error:
            self._take(batch)
            refuse(batch, error)
        except Exception:
            log.exception("A batch of captures could not be stored")
            self._take(batch)
            self._keep_singly(batch)
        else:
            self._take(batch)
            self._tell(batch, kept)
        self._tries = 0
        self._go_on()

    def _take(self, batch: list[tuple[Arrival, Done]]) -> None:
        del self._waiting[: len(batch)]

    def _go_on(self) -> None:
        self._scheduled = bool(self._waiting)
        if self._scheduled:
            asyncio.get_running_loop().call_soon(self._flush)

    def _wait(self, error: StoreBusyError) -> bool:
        """Try again shortly, or after five seconds refuse all that wait; False then."""
        now = time.monotonic()
        if not self._tries:
            self._give_up_at = now + BUSY_SECONDS
        if now >= self._give_up_at:
            batch, self._waiting = self._waiting, []
            refuse(batch, error)
            return False
        pause = PAUSES[min(self._tries, len(PAUSES) - 1)]
        self._tries += 1
        asyncio.get_running_loop().call_later(pause, self._flush)
        return True

    def _keep_singly(self, batch: list[tuple[Arrival, Done]]) -> None:
        """One capture that makes us fail must not cost the others their place."""
        for one in batch:
            try:
                kept = self._store.keep([one[0]])
            except InspectorError as error:
                refuse([one], error)
            except Exception:
                log.exception("A capture could not be stored")
                refuse([one], ResourceError("Something failed while a request was stored; the log says what."))
            else:
                self._tell([one], kept)

    def _tell(self, batch: list[tuple[Arrival, Done]], kept: list[Kept]) -> None:
        for (_, done), one in zip(batch, kept, strict=True):
            call(done, one)
        if self.on_batch is not None:
            self.on_batch(kept[-1].id, len(kept))


def refuse(batch: list[tuple[Arrival, Done]], error: InspectorError) -> None:
    """Tell the senders, and make room: their large bodies will never be stored."""
    for arrival, done in batch:
        discard(arrival.request.body)
        call(done, error)


def call(done: Done, outcome: Kept | InspectorError) -> None:
    """One receiver that fails does not cost the others their word."""
    try:
        done(outcome)
    except Exception:
        log.exception("Telling the outcome of a capture failed")
