"""The listener: bound to a port, it hands over each request that arrives exactly once."""

import asyncio
import logging
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from inspector.core.errors import ResourceError
from inspector.core.request import Request
from inspector.core.response import refusal
from inspector.core.tasks import Tasks
from inspector.listener.acceptor import accept
from inspector.listener.binding import base_url, bind, is_loopback
from inspector.listener.descriptors import raise_limit
from inspector.listener.exchange import Exchange
from inspector.listener.limits import Limits
from inspector.listener.room import Room

log = logging.getLogger(__name__)

HALFWAY = 1.0
"""Seconds that requests get at a stop to come in whole."""

ANSWERING = 5.0
"""Seconds that responses get at a stop to be given."""

READING = 0.3
"""Seconds that senders get at a stop to read why they were refused."""

_STEP = 0.01


class Listener:
    """Receives on one port. Belongs to one event loop."""

    def __init__(
        self, *, on_request: Callable[[Request, Exchange], None], limits: Limits, bodies: Callable[[], Path],
        on_trouble: Callable[[str], None] | None = None,
    ) -> None:  # fmt: skip
        """`on_request` must not wait; it or anybody later answers through the exchange.

        `bodies` names the folder for large bodies and is called in a worker thread. `on_trouble` gets a sentence when
        something keeps the listener from taking all that comes.
        """
        self._room = Room(on_request=on_request, limits=limits, bodies=bodies, on_trouble=on_trouble or log.warning)
        self._sockets: list[socket.socket] = []
        self._acceptors = Tasks()
        self.exposed = False
        """Other machines can reach it."""

    async def start(self, host: str, port: int, *, next_free: bool = False) -> tuple[str, ...]:
        """Listen; gives the base URLs, IPv4 first. Raises ResourceError, which names the port and what to do."""
        self._room.capacity = raise_limit()
        self._room.is_closing = False
        return self._open(await asyncio.to_thread(bind, host, port, next_free=next_free))

    async def move(self, host: str, port: int) -> tuple[str, ...]:
        """Listen at another address instead; what is under way goes on. Gives the base URLs.

        Raises ResourceError where the other cannot be had, and then listens where it did before, unless another
        program was quicker: `is_open` says so.
        """
        places = [listening.getsockname()[:2] for listening in self._sockets]
        if any(port == taken for _, taken in places):
            # All addresses and one of them cannot have the same port at once.
            await self._close()
        try:
            opened = await asyncio.to_thread(bind, host, port, next_free=False)
        except ResourceError:
            if places and not self._sockets:
                with suppress(ResourceError):
                    self._open(bind(*places[0], next_free=False))
            raise
        await self._close()
        self._room.dismiss()
        return self._open(opened)

    def _open(self, sockets: list[socket.socket]) -> tuple[str, ...]:
        self._sockets = sockets
        self.exposed = not all(is_loopback(listening.getsockname()[0]) for listening in sockets)
        urls = tuple(base_url(listening) for listening in sockets)
        for listening, url in zip(sockets, urls, strict=True):
            self._acceptors.spawn(accept(listening, self._room), name=f"accept {url}")
        return urls

    async def _close(self) -> None:
        await self._acceptors.cancel()
        for listening in self._sockets:
            listening.close()
        self._sockets = []

    @property
    def is_open(self) -> bool:
        """It listens."""
        return bool(self._sockets)

    @property
    def connections(self) -> int:
        """How many are open."""
        return len(self._room.guests)

    def set_limits(self, limits: Limits) -> None:
        """Take other limits, from the next request on."""
        self._room.set_limits(limits)

    async def stop(self) -> None:
        """Close the port, answer what was accepted, then close the connections.

        A request that is not whole after a second is handed over as far as it came.
        """
        room = self._room
        await self._close()
        room.is_closing = True
        room.dismiss()
        await _until(lambda: not room.guests, HALFWAY)
        for guest in tuple(room.guests):
            guest.cut(refusal(503, "The listener is being stopped."))
        await _until(lambda: not room.settling and all(guest.rank() == 0 for guest in room.guests), ANSWERING)
        await _until(lambda: not room.guests, READING)
        for guest in tuple(room.guests):
            guest.abort()
        await _until(lambda: not room.guests, READING)
        room.close()


async def _until(done: Callable[[], bool], seconds: float) -> None:
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while not done() and loop.time() < end:
        await asyncio.sleep(_STEP)
