"""A real listener on a free port, what it handed over, and senders that speak in raw bytes."""

import asyncio
import re
import socket
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from inspector.core.head import read_head
from inspector.core.request import Request
from inspector.core.response import DEFAULT_RESPONSE, Response
from inspector.listener.exchange import Exchange
from inspector.listener.limits import Limits
from inspector.listener.listener import Listener

PATIENCE = 10.0
"""Seconds after which a test gives up; nothing takes as long."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """A response as the sender reads it."""

    status: int
    head: bytes
    body: bytes

    @property
    def fields(self) -> list[bytes]:
        """The header fields as lines."""
        return self.head.split(b"\r\n")[1:-2]

    @property
    def closes(self) -> bool:
        """It announces the end of the connection."""
        return b"Connection: close" in self.fields


class Sender:
    """One connection to the listener."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @property
    def address(self) -> str:
        """Our own end, as the listener names it."""
        host, port = self.writer.get_extra_info("sockname")[:2]
        return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

    async def send(self, *pieces: bytes, pause: float = 0.005) -> None:
        """Send pieces one by one, each in a packet of its own."""
        for number, piece in enumerate(pieces):
            if number:
                await asyncio.sleep(pause)
            self.writer.write(piece)
            await self.writer.drain()

    async def told(self, *, without_body: bool = False) -> Told:
        """Read one response; `without_body` where the request was HEAD."""
        async with asyncio.timeout(PATIENCE):
            head = await self.reader.readuntil(b"\r\n\r\n")
            status = int(head.split()[1])
            length = re.search(rb"\r\nContent-Length: (\d+)", head)
            wanted = int(length[1]) if length and not without_body else 0
            return Told(status=status, head=head, body=await self.reader.readexactly(wanted))

    async def rest(self) -> bytes:
        """Read until the listener closes."""
        async with asyncio.timeout(PATIENCE):
            return await self.reader.read()

    def end(self) -> None:
        """Send no more, but go on reading."""
        self.writer.write_eof()

    def reset(self) -> None:
        """Break the connection off, so that the other end sees an error."""
        connection: socket.socket = self.writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


@dataclass
class Served:
    """A running listener and all that it handed over."""

    folder: Path
    respond: Callable[["Served", Request, Exchange], None]
    limits: Limits
    listener: Listener = field(init=False)
    requests: list[Request] = field(default_factory=list)
    exchanges: list[Exchange] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    urls: tuple[str, ...] = ()
    senders: AsyncExitStack = field(default_factory=AsyncExitStack)

    def __post_init__(self) -> None:
        self.listener = Listener(
            on_request=self.take, limits=self.limits, bodies=lambda: self.folder, on_trouble=self.troubles.append
        )

    @property
    def port(self) -> int:
        """The port of all addresses."""
        return int(self.urls[0].rpartition(":")[2])

    def take(self, request: Request, exchange: Exchange) -> None:
        """Called by the listener for each request."""
        if request.malformed is None:
            # A stored head is read again by the lenient reader, which must then say the same.
            again = read_head(request.head)
            assert (again.method, again.target) == (request.method, request.target)
            assert (again.http_version, again.headers) == (request.http_version, request.headers)
        self.requests.append(request)
        self.exchanges.append(exchange)
        self.respond(self, request, exchange)

    async def connect(self, host: str = "127.0.0.1", *, receives: int | None = None) -> Sender:
        """A new connection; `receives` is the size of its receive buffer in bytes."""
        connection = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        if receives:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receives)
        connection.setblocking(False)
        try:
            await asyncio.get_running_loop().sock_connect(connection, (host, self.port))
        except OSError:
            connection.close()
            raise
        reader, writer = await asyncio.open_connection(sock=connection, limit=2**20)
        self.senders.push_async_callback(_hang_up, writer)
        return Sender(reader, writer)

    async def ask(self, *pieces: bytes) -> Told:
        """Send pieces on a connection of their own and read one response."""
        sender = await self.connect()
        await sender.send(*pieces)
        return await sender.told()

    async def came(self, count: int) -> list[Request]:
        """Wait until that many requests were handed over, and a moment more, in which no other may come."""
        async with asyncio.timeout(PATIENCE):
            while len(self.requests) < count:
                await asyncio.sleep(0.002)
        await asyncio.sleep(0.02)
        assert len(self.requests) == count
        return self.requests

    def parts(self) -> list[Path]:
        """The files of large bodies."""
        return sorted(self.folder.glob("*")) if self.folder.exists() else []


def at_once(served: Served, request: Request, exchange: Exchange) -> None:
    """Respond as the engine does for a fixed response: the refusal where there is one."""
    exchange.respond(exchange.refusal or DEFAULT_RESPONSE, len(served.requests))


def never(served: Served, request: Request, exchange: Exchange) -> None:
    """Leave the response to the test."""


def with_response(response: Response) -> Callable[[Served, Request, Exchange], None]:
    """Respond always so."""
    return lambda served, request, exchange: exchange.respond(response, len(served.requests))


@asynccontextmanager
async def serving(
    folder: Path,
    respond: Callable[[Served, Request, Exchange], None] = at_once,
    *,
    host: str = "127.0.0.1",
    limits: Limits | None = None,
) -> AsyncIterator[Served]:
    """A listener on a free port, stopped at the end with every sender hung up."""
    served = Served(folder=folder / "bodies", respond=respond, limits=limits or Limits())
    served.urls = await served.listener.start(host, 0)
    try:
        async with served.senders:
            yield served
    finally:
        await served.listener.stop()


async def _hang_up(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()
    await asyncio.sleep(0)
