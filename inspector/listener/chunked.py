"""The chunked transfer coding (RFC 9112, section 7.1), read as strictly as llhttp reads it, with the trailers kept."""

import re
from collections.abc import Callable

from inspector.core.headers import NO_HEADERS, Headers
from inspector.listener.strict_head import StrictHead, Unreadable

MAX_LINE = 16 * 1024
"""Bytes of the line that begins a chunk; extensions are all that makes it long."""

MAX_TRAILERS = 64 * 1024
"""Bytes of all trailers together."""

_SIZE = re.compile(rb"0*([0-9A-Fa-f]{1,16})(?:;[\t\x20-\x7e\x80-\xff]*)?")
_END = b"\r\n"


class Chunked:
    """Takes the framing off a body that comes in pieces of any size."""

    __slots__ = ("_left", "_opened", "_pending", "_trailing", "trailers", "unread")

    def __init__(self) -> None:
        self._pending = b""
        self._left = 0
        self._opened = False
        self._trailing = False
        self.trailers: Headers = NO_HEADERS
        self.unread = b""
        """When the framing is broken: the bytes from the broken place on."""

    def feed(self, data: bytes, take: Callable[[bytes], None]) -> bytes | None:
        """Give content to `take`; returns what follows the body once it is whole, else None. Raises Unreadable."""
        data = self._pending + data if self._pending else data
        self._pending = b""
        at = 0
        while not self._trailing:
            if self._left:
                content = data[at : at + self._left]
                if content:
                    take(content)
                at += len(content)
                self._left -= len(content)
                if self._left:
                    return None
            start = at
            at = self._line(data, at)
            if at == start:
                self._pending = data[at:]
                return None
        return self._trailers(data, at)

    def _line(self, data: bytes, at: int) -> int:
        """Read the line that begins the next chunk; returns where its content begins, or `at` while it is not whole."""
        start = at
        if self._opened:
            if not _END.startswith(data[at : at + 2]):
                raise self._broken("A chunk is longer than its size says", data, at)
            start = at + 2
        end = data.find(b"\n", start)
        if end < 0:
            if len(data) - start > MAX_LINE:
                raise self._broken("The line before a chunk is too long", data, at)
            return at
        if not data.endswith(b"\r", start, end):
            raise self._broken("A chunk size is not followed by CRLF", data, at)
        size = _SIZE.fullmatch(data, start, end - 1)
        if size is None:
            raise self._broken("Invalid character in chunk size", data, at)
        self._opened = True
        self._left = int(size[1], 16)
        self._trailing = self._left == 0
        return end + 1

    def _trailers(self, data: bytes, at: int) -> bytes | None:
        if data.startswith(_END, at):
            return data[at + 2 :]
        end = data.find(b"\r\n\r\n", at)
        block = data[at:] if end < 0 else data[at : end + 4]
        if len(block) > MAX_TRAILERS:
            raise self._broken("The trailers are too long", data, at)
        if end < 0:
            if b"\n" in block.replace(_END, b""):
                raise self._broken("A trailer is not followed by CRLF", data, at)
            self._pending = block
            return None
        try:
            # A trailer is a field like any other, so the parser of heads reads it, behind a request line of our own.
            read = StrictHead().feed(b"GET / HTTP/1.0\r\n" + block)
        except Unreadable as error:
            raise self._broken(f"A trailer cannot be read: {error}", data, at) from None
        assert read is not None
        self.trailers = Headers(read[0].raw_headers)
        return data[end + 4 :]

    def _broken(self, reason: str, data: bytes, at: int) -> Unreadable:
        self.unread = data[at:]
        return Unreadable(reason)
