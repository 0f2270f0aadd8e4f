"""Connections that stay open between requests, per scheme, host and port."""

import asyncio
import ssl

from inspector.dispatch.reply import CONNECT_LIMIT
from inspector.dispatch.targets import Place
from inspector.dispatch.wire import Wire

IDLE_LIMIT = 4.0
"""Seconds that a connection may wait for its next request; many servers close theirs after five."""
FAMILY_LIMIT = 3.0
"""Seconds for one address where the name has others."""

Origin = tuple[str, str, int]


class Pool:
    """Gives connections and takes them back."""

    def __init__(self) -> None:
        self._idle: dict[Origin, list[Wire]] = {}
        self._tls: ssl.SSLContext | None = None
        self._sweep: asyncio.TimerHandle | None = None

    def take(self, place: Place) -> Wire | None:
        """A connection that waits and is still open, or None."""
        waiting = self._idle.get((place.scheme, place.host, place.port))
        while waiting:
            wire = waiting.pop()
            if wire.is_open:
                return wire
        return None

    def give(self, place: Place, wire: Wire) -> None:
        """Keep a connection for the next request."""
        loop = asyncio.get_running_loop()
        wire.idle_since = loop.time()
        self._idle.setdefault((place.scheme, place.host, place.port), []).append(wire)
        if self._sweep is None:
            self._sweep = loop.call_later(IDLE_LIMIT, self._close_old)

    async def connect(self, place: Place) -> Wire:
        """Open a new connection. Raises OSError: what the last address said, or TimeoutError."""
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(CONNECT_LIMIT):
            found = await loop.getaddrinfo(place.host, place.port, type=1)
            addresses = list(dict.fromkeys(address[:2] for *_, address in found))
            failure: OSError = OSError(f"{place.name} has no address")
            for number, address in enumerate(addresses, start=1):
                limit = None if number == len(addresses) else FAMILY_LIMIT
                try:
                    async with asyncio.timeout(limit):
                        return await self._open(loop, place, str(address[0]))
                except OSError as error:
                    failure = error
            raise failure

    async def _open(self, loop: asyncio.AbstractEventLoop, place: Place, address: str) -> Wire:
        secure = place.scheme == "https"
        _, wire = await loop.create_connection(
            lambda: Wire(loop, place.name),
            address,
            place.port,
            ssl=self._context() if secure else None,
            server_hostname=place.host if secure else None,
        )
        return wire

    def _context(self) -> ssl.SSLContext:
        if self._tls is None:
            self._tls = ssl.create_default_context()
            self._tls.set_alpn_protocols(["http/1.1"])
        return self._tls

    def trust(self, context: ssl.SSLContext) -> None:
        """Check certificates against a context of the caller's instead of the system's."""
        self._tls = context

    def _close_old(self) -> None:
        loop = asyncio.get_running_loop()
        oldest = loop.time() - IDLE_LIMIT
        for origin, waiting in list(self._idle.items()):
            for wire in waiting:
                if wire.idle_since <= oldest:
                    wire.close()
            self._idle[origin] = [wire for wire in waiting if wire.idle_since > oldest]
            if not self._idle[origin]:
                del self._idle[origin]
        self._sweep = loop.call_later(1.0, self._close_old) if self._idle else None

    def close(self) -> None:
        """Close every connection that waits."""
        if self._sweep is not None:
            self._sweep.cancel()
            self._sweep = None
        for waiting in self._idle.values():
            for wire in waiting:
                wire.close()
        self._idle.clear()
