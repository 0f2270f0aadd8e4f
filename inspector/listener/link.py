"""The transport's side of a connection: who is there, when reading rests, what the time demands, and how it ends."""

import asyncio
from enum import Enum, auto
from typing import cast

from inspector.core.response import Response, refusal
from inspector.listener.room import Room

BACKLOG = 64 * 1024
"""Bytes that wait for an earlier response before the sender is made to wait."""

LINGER = 2.0
"""Seconds in which a sender that was refused can read why."""


class State(Enum):
    """What a connection does at present."""

    READY = auto()
    """Waits for a head, or reads one."""
    BODY = auto()
    SETTLING = auto()
    """The last bytes of a large body go to the disk."""
    WAITING = auto()
    """The request was handed over; its response is awaited."""
    DISCARDING = auto()
    """The last response went out, and what still comes is thrown away: closing at once could take the response."""
    CLOSED = auto()


READY, BODY, SETTLING, WAITING, DISCARDING, CLOSED = State
# Looking a member up in its class costs 0.1 µs on Python 3.11, six times a request.


class Link(asyncio.Protocol):
    """Flow control, timers and closing. What the bytes mean is for Connection, which fills in the first four."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._transport: asyncio.Transport | None = None
        self._state = READY
        self._input = b""
        self._eof = False
        self._blocked = False
        self._paused = False
        self.remote = ""
        self.since = 0.0
        """The loop's time when the present state was entered, or its last byte came; as coarse as the room's tick."""

    def cut(self, response: Response) -> None:
        """End a request that is not whole: it is handed over as far as it came, with the response that refuses it."""
        raise NotImplementedError

    @property
    def has_begun(self) -> bool:
        """Some of a head has come, but not all of it."""
        raise NotImplementedError

    def _pump(self) -> None:
        raise NotImplementedError

    def _is_behind(self) -> bool:
        """The disk is slower than the sender."""
        raise NotImplementedError

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The sender is there."""
        # uvloop's transports are asyncio's in all but ancestry.
        self._transport = cast(asyncio.Transport, transport)
        self.remote = _address(transport.get_extra_info("peername"))
        self._room.join(self)
        self.since = self._room.tick

    def pause_writing(self) -> None:
        """The sender does not read what it was told; nothing more of it is taken meanwhile."""
        self._blocked = True
        self._steer()

    def resume_writing(self) -> None:
        """The sender reads again."""
        self._blocked = False
        self.since = self._room.tick
        self._pump()

    @property
    def is_connected(self) -> bool:
        """Somebody is at the other end."""
        return self._transport is not None and not self._transport.is_closing()

    def abort(self) -> None:
        """Close at once, whatever waits to be written."""
        self._state = CLOSED
        if self._transport is not None:
            self._transport.abort()

    def sweep(self, now: float) -> None:
        """Do what the time demands."""
        limits, waited, state = self._room.limits, now - self.since, self._state
        if self._blocked or state is CLOSED:
            if waited > limits.body_timeout:
                self.abort()
        elif state is READY:
            if self.has_begun and waited > limits.head_timeout:
                self.cut(refusal(408, f"The head was not whole within {limits.head_timeout:g} seconds."))
            elif not self.has_begun and waited > limits.keep_alive:
                self._close(lingering=False)
        elif state is BODY:
            if not self._paused and waited > limits.body_timeout:
                self.cut(refusal(408, f"No byte of the body came for {limits.body_timeout:g} seconds."))
        elif state is DISCARDING and waited > LINGER:
            self.abort()

    def rank(self) -> int | None:
        """How easily it is missed: an idle connection first, one that waits for its response never."""
        if self._state is READY:
            return 1 if self.has_begun else 0
        return {DISCARDING: 0, BODY: 2}.get(self._state)

    def leave(self) -> None:
        """Make way for another connection."""
        if self._state is BODY or self.has_begun:
            self.cut(refusal(503, "Too many connections are open; try again."))
        elif self._state is DISCARDING:
            self.abort()
        else:
            self._close(lingering=False)

    def _steer(self) -> None:
        """Let the sender wait, or go on."""
        transport = self._transport
        if transport is None or transport.is_closing():
            return
        pause = self._blocked or len(self._input) > BACKLOG or self._is_behind()
        if pause and not self._paused:
            self._paused = True
            transport.pause_reading()
        elif self._paused and not pause:
            self._paused = False
            self.since = self._room.tick
            transport.resume_reading()

    def _close(self, *, lingering: bool) -> None:
        """End after what is still to be written; `lingering` where the sender may not be done with sending."""
        transport = self._transport
        self._input = b""
        if transport is None or transport.is_closing():
            self._state = CLOSED
        elif lingering and not self._eof:
            self._state = DISCARDING
            transport.write_eof()
            self._steer()
        else:
            self._state = CLOSED
            transport.close()


def _address(peer: object) -> str:
    """`127.0.0.1:53122` or `[::1]:53122`."""
    if not isinstance(peer, tuple) or len(peer) < 2:
        return ""
    host, port = str(peer[0]), peer[1]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
