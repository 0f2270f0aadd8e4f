"""One connection that writes exact HTTP/1.1 and reads responses with aiohttp's C parser.

aiohttp's own client normalises targets, methods and repeated fields, so only its parser is used.
"""

import asyncio

from aiohttp.base_protocol import BaseProtocol
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.http_parser import HttpResponseParser, RawResponseMessage
from aiohttp.streams import StreamReader

from inspector.core.headers import Headers
from inspector.dispatch.outgoing import Outgoing
from inspector.dispatch.reply import BODY_LIMIT, Reply, late

LINE = 65536
FIELDS = 1000
TOGETHER = 65536
"""Bodies up to this many bytes go out in one piece with their head."""


class Wire(BaseProtocol):
    """A connection to one place; carries one request at a time."""

    __slots__ = ("_bytes_came", "_message", "_outgoing", "_payload", "_reply", "idle_since", "local", "name")

    def __init__(self, loop: asyncio.AbstractEventLoop, name: str) -> None:
        super().__init__(loop)
        self.name = name
        self.local = ""
        """Address and port of our end, as the listener at the other end names it."""
        self.idle_since = 0.0
        self._outgoing: Outgoing | None = None
        self._reply: asyncio.Future[Reply] | None = None
        self._message: RawResponseMessage | None = None
        self._payload: StreamReader | None = None
        self._bytes_came = False

    @property
    def is_open(self) -> bool:
        """Whether another request can be written; the other end may still have closed it unseen."""
        return self.transport is not None and not self.transport.is_closing()

    def close(self) -> None:
        """Close at once; what is not yet written is lost."""
        if self.transport is not None:
            self.transport.abort()

    async def carry(self, outgoing: Outgoing, seconds: float) -> Reply:
        """Write a request and read its response, for so many seconds. Raises OSError where the body cannot be read."""
        self._outgoing, self._message, self._payload, self._bytes_came = outgoing, None, None, False
        self._reply = self._loop.create_future()
        self._parser = HttpResponseParser(
            self,
            self._loop,
            BODY_LIMIT // 2,  # the reader asks for a pause above twice this
            max_line_size=LINE,
            max_field_size=LINE,
            max_headers=FIELDS,
            response_with_body=not outgoing.is_head,
            read_until_eof=True,
            auto_decompress=False,
        )
        limit = self._loop.call_later(seconds, self._be_late)
        try:
            await self._write(outgoing, self._reply)
            return await self._reply
        finally:
            limit.cancel()
            self._reply = None

    async def _write(self, outgoing: Outgoing, reply: asyncio.Future[Reply]) -> None:
        transport = self.transport
        if transport is None:
            self._end_without_response()
            return
        content = outgoing.body.content
        if content is not None and len(content) <= TOGETHER:
            transport.write(outgoing.head + b"".join(outgoing.pieces()))
            return
        transport.write(outgoing.head)
        for piece in outgoing.pieces():
            # A response in the middle of the body ends the request: 413, 401 and the like.
            if reply.done() or transport.is_closing():
                return
            transport.write(piece)
            try:
                await (self._drain_helper() if self.writing_paused else asyncio.sleep(0))
            except ConnectionError:
                return  # connection_lost makes the reply

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """asyncio: the connection stands."""
        super().connection_made(transport)
        address = transport.get_extra_info("sockname")
        self.local = f"[{address[0]}]:{address[1]}" if ":" in address[0] else f"{address[0]}:{address[1]}"

    def data_received(self, data: bytes) -> None:
        """asyncio: bytes of a response; without a request of ours they make the connection unusable."""
        reply = self._reply
        if reply is None or reply.done() or self._parser is None:
            self.close()
            return
        self._bytes_came = True
        try:
            messages, _, _ = self._parser.feed_data(data)
        except HttpProcessingError as error:
            self._end(_unreadable(self.name, error.message))
            return
        final = [found for found in messages if found[0].code >= 200 or found[0].code == 101]
        if final and self._message is None:
            self._message, self._payload = final[0]
        if self._payload is None:
            return
        if self._payload.total_bytes > BODY_LIMIT:
            self._end(f"The response is longer than {BODY_LIMIT >> 20} MiB; the rest was not read.")
        elif self._payload.is_eof():
            self._end(None, whole=len(final) < 2)

    def pause_reading(self) -> None:
        """The parser's reader holds all that is kept of a body; `data_received` ends the response."""

    def resume_reading(self, resume_parser: bool = True) -> None:
        """Nothing was paused."""

    def eof_received(self) -> None:
        """asyncio: the other end will send no more, which ends a response without a length."""
        self._finish_at_eof()

    def connection_lost(self, exc: BaseException | None) -> None:
        """asyncio: the connection is gone; what came is all there is."""
        self._finish_at_eof()
        self._parser = None
        super().connection_lost(exc)

    def _finish_at_eof(self) -> None:
        if self._reply is None or self._reply.done():
            return
        if not self._bytes_came:
            self._end_without_response()
            return
        if self._message is None or self._parser is None:
            self._end(f"{self.name} broke off inside the head of its response.")
            return
        try:
            self._parser.feed_eof()
        except HttpProcessingError:
            got = self._payload.total_bytes if self._payload is not None else 0
            self._end(f"{self.name} broke off its response after {got} bytes of its body.")
        else:
            self._end(None)

    def _be_late(self) -> None:
        self._end(late(self.name))
        self.close()

    def _end_without_response(self) -> None:
        self._end(f"{self.name} closed the connection without a response.", silent=True)

    def _end(self, problem: str | None, *, whole: bool = False, silent: bool = False) -> None:
        """Make the reply of what came."""
        if self._reply is None or self._reply.done():
            return
        message, payload, outgoing = self._message, self._payload, self._outgoing
        reusable = (
            whole and problem is None and message is not None and not message.should_close and message.code != 101
        )
        self._reply.set_result(
            Reply(
                status=None if message is None else message.code,
                headers=Headers(() if message is None else message.raw_headers),
                body=b"" if payload is None else payload.read_nowait()[:BODY_LIMIT],
                problem=problem,
                reusable=reusable and outgoing is not None and outgoing.keeps_alive,
                silent=silent,
            )
        )


def _unreadable(name: str, message: str) -> str:
    reason = message.strip().partition("\n")[0].rstrip(":") or "it cannot be read"
    return f"{name} did not answer with HTTP that can be read: {reason}."
