"""A listener that understands little HTTP: it keeps the very bytes that came and says what it was told to."""

import asyncio
import re
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """One request as it came: its head with the empty line, its body as framed on the wire, and whose it was."""

    head: bytes
    framed: bytes
    remote: str
    connection: int

    @property
    def line(self) -> bytes:
        """The request line."""
        return self.head.partition(b"\r\n")[0]

    @property
    def fields(self) -> list[bytes]:
        """The header fields as lines."""
        return self.head.split(b"\r\n")[1:-2]

    @property
    def body(self) -> bytes:
        """The body without chunk framing."""
        return unframed(self.framed) if is_chunked(self.head) else self.framed


Answer = Callable[[Recorded], bytes | None]
"""Bytes to say, or None to close without a word; bytes that begin with `!` close the connection after the rest."""


Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Recorder:
    """Everything that came, and where to send more."""

    port: int = 0
    requests: list[Recorded] = field(default_factory=list)
    connections: int = 0
    answer: Answer = lambda request: OK

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read requests of one connection until it ends."""
        self.connections += 1
        number = self.connections
        host, port = writer.get_extra_info("peername")[:2]
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            framed = await read_framed(reader, head)
            request = Recorded(head=head, framed=framed, remote=f"{host}:{port}", connection=number)
            self.requests.append(request)
            said = self.answer(request)
            writer.write((said or b"").removeprefix(b"!"))
            await writer.drain()
            if said is None or said.startswith(b"!"):
                break


def is_chunked(head: bytes) -> bool:
    """Whether a head announces chunks."""
    return re.search(rb"\r\ntransfer-encoding:[^\r]*chunked", head, re.IGNORECASE) is not None


async def read_framed(reader: asyncio.StreamReader, head: bytes) -> bytes:
    """The body on the wire that a head announces."""
    if is_chunked(head):
        framed = bytearray()
        while True:
            line = await reader.readuntil(b"\r\n")
            framed += line
            if int(line, 16) == 0:
                break
            framed += await reader.readexactly(int(line, 16) + 2)
        while not framed.endswith(b"\r\n\r\n"):
            framed += await reader.readuntil(b"\r\n")
        return bytes(framed)
    length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.IGNORECASE)
    return await reader.readexactly(int(length[1])) if length else b""


def unframed(framed: bytes) -> bytes:
    """The content of chunks."""
    content, place = bytearray(), 0
    while True:
        end = framed.index(b"\r\n", place)
        size = int(framed[place:end], 16)
        if size == 0:
            return bytes(content)
        content += framed[end + 2 : end + 2 + size]
        place = end + 2 + size + 2


@asynccontextmanager
async def serving(serve: Serve, context: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """A server on a free port of this machine, gone with all its connections at the end."""
    writers: set[asyncio.StreamWriter] = set()

    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.add(writer)
        try:
            await serve(reader, writer)
        except (asyncio.IncompleteReadError, OSError):
            pass  # the client went away
        finally:
            writer.close()
            writers.discard(writer)

    server = await asyncio.start_server(one, "127.0.0.1", 0, limit=2**23, ssl=context)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        while writers:
            for writer in writers:
                writer.transport.abort()
            await asyncio.sleep(0.001)


@asynccontextmanager
async def recording(answer: Answer = lambda request: OK) -> AsyncIterator[Recorder]:
    """A recorder that listens on a free port of this machine."""
    recorder = Recorder(answer=answer)
    async with serving(recorder.serve) as recorder.port:
        yield recorder
