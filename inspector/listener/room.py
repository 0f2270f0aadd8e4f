"""What all connections of a listener share, and the one clock that watches them."""

import asyncio
import heapq
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from inspector.core.request import Request
from inspector.core.response import Response
from inspector.listener.exchange import Exchange
from inspector.listener.limits import Limits

log = logging.getLogger(__name__)

_MANY = 16
_GRACE = 1.0
"""Seconds for which nobody is asked to leave: a connection that was just taken in is about to send its request."""

_FEWEST_SECONDS = 0.02
_MOST_SECONDS = 1.0


class Guest(Protocol):
    """A connection as the room sees it."""

    since: float

    def sweep(self, now: float) -> None:
        """Do what the time demands."""

    def rank(self) -> int | None:
        """How easily it is missed, 0 first; None for one that waits for its response and must stay."""

    def leave(self) -> None:
        """Make way for another."""

    def cut(self, response: Response) -> None:
        """End a request that is not whole."""

    def abort(self) -> None:
        """Close at once."""


class Room:
    """The connections of a listener. Timers are one sweep over all, never a timer a request."""

    def __init__(
        self, *, on_request: Callable[[Request, Exchange], None], limits: Limits, bodies: Callable[[], Path],
        on_trouble: Callable[[str], None],
    ) -> None:  # fmt: skip
        self.on_request = on_request
        self.on_trouble = on_trouble
        self.bodies = bodies
        self.guests: set[Guest] = set()
        self.settling = 0
        """Requests that wait for the disk before they can be handed over."""
        self.capacity = 1000
        """How many connections may be open."""
        self.is_closing = False
        self.tick = 0.0
        """The loop's time at the last sweep or arrival."""
        self._sweeper: asyncio.TimerHandle | None = None
        self._executor: ThreadPoolExecutor | None = None
        self.set_limits(limits)

    def set_limits(self, limits: Limits) -> None:
        """Take other limits, from the next request on."""
        self.limits = limits
        self.small = min(limits.large, limits.max_body)
        """Bodies up to this size that came with their head need no gathering."""
        shortest = min(limits.head_timeout, limits.body_timeout, limits.keep_alive)
        self._interval = max(_FEWEST_SECONDS, min(_MOST_SECONDS, shortest / 5))

    @property
    def executor(self) -> ThreadPoolExecutor:
        """The threads that write large bodies; started with the first."""
        if self._executor is None:
            self._executor = ThreadPoolExecutor(4, thread_name_prefix="body")
        return self._executor

    def join(self, guest: Guest) -> None:
        """A connection is there."""
        loop = asyncio.get_running_loop()
        self.tick = loop.time()
        self.guests.add(guest)
        if self._sweeper is None:
            self._sweeper = loop.call_later(self._interval, self._sweep)

    def quit(self, guest: Guest) -> None:
        """A connection is gone."""
        self.guests.discard(guest)

    @property
    def is_full(self) -> bool:
        """Another connection could take the last open file."""
        return len(self.guests) >= self.capacity

    def make_way(self) -> None:
        """Ask the connections that are missed least to leave: idle ones first, the oldest of them first of all."""
        latest = asyncio.get_running_loop().time() - _GRACE
        ranked = (
            (rank, guest.since, id(guest), guest)
            for guest in self.guests
            if guest.since <= latest and (rank := guest.rank()) is not None
        )
        for *_, guest in heapq.nsmallest(_MANY, ranked):
            guest.leave()

    def dismiss(self) -> None:
        """Ask the idle ones to leave."""
        for guest in tuple(self.guests):
            if guest.rank() == 0:
                guest.leave()

    def close(self) -> None:
        """No sweep and no writing any more, until the next connection."""
        if self._sweeper is not None:
            self._sweeper.cancel()
            self._sweeper = None
        if self._executor is not None:
            self._executor.shutdown(wait=False)
            self._executor = None

    def _sweep(self) -> None:
        loop = asyncio.get_running_loop()
        self.tick = now = loop.time()
        self._sweeper = loop.call_later(self._interval, self._sweep) if self.guests else None
        for guest in tuple(self.guests):
            try:
                guest.sweep(now)
            except Exception:
                log.exception("A connection could not be swept")
