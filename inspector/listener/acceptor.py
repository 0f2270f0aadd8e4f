"""Takes connections in, without ever running out of open files."""

import asyncio
import errno
import logging
import socket

from inspector.listener.connection import Connection
from inspector.listener.room import Room

log = logging.getLogger(__name__)

BATCH = 64
"""Connections taken in at once; well below the reserve of descriptors."""

PAUSE = 0.02
"""Seconds between two looks whether a place has become free."""

_NO_ROOM = frozenset((errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM))


async def accept(listening: socket.socket, room: Room) -> None:
    """Take in connections until cancelled.

    Not the server of asyncio: that takes in as many as come, and stalls for a second when no descriptor is left.
    """
    loop = asyncio.get_running_loop()
    while True:
        try:
            first, _ = await loop.sock_accept(listening)
        except OSError as error:
            if error.errno in _NO_ROOM:
                room.make_way()
                room.on_trouble(
                    "The system lets this program open no more connections; close some, or raise its limit of files."
                )
            await asyncio.sleep(PAUSE)
            continue
        outside = {first}
        try:
            while room.is_full:
                # Nobody is asked to leave before somebody knocks.
                room.make_way()
                await asyncio.sleep(PAUSE)
            outside.update(_waiting(listening, min(BATCH, room.capacity - len(room.guests)) - 1))
            if len(outside) == 1:
                await _connect(loop, first, room, outside)
            else:
                await asyncio.gather(*(_connect(loop, connection, room, outside) for connection in tuple(outside)))
        finally:
            # The listener is being stopped: who was not let in yet sees the connection closed.
            for connection in outside:
                connection.close()


def _waiting(listening: socket.socket, most: int) -> list[socket.socket]:
    arrived: list[socket.socket] = []
    while len(arrived) < most:
        try:
            connection, _ = listening.accept()
        except OSError:
            # None waits, or none can be opened; the next await tells which.
            break
        connection.setblocking(False)
        arrived.append(connection)
    return arrived


async def _connect(
    loop: asyncio.AbstractEventLoop, connection: socket.socket, room: Room, outside: set[socket.socket]
) -> None:
    """Let a connection in; it leaves `outside` unless it was lost on the way."""
    try:
        await loop.connect_accepted_socket(lambda: Connection(room), connection)
        outside.discard(connection)
    except Exception:
        # A sender that is gone already must not end the taking in of others.
        log.debug("A connection was lost on its way in", exc_info=True)
