"""A request on its way in: its head is read, or was found unreadable, and the rest is still coming."""

from collections.abc import Callable
from datetime import datetime

from aiohttp.http_parser import RawRequestMessage

from inspector.core.body import Body
from inspector.core.head import read_head
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.core.response import Response, refusal
from inspector.listener.chunked import Chunked
from inspector.listener.intake import Intake
from inspector.listener.strict_head import Unreadable

RAW = 1024 * 1024
"""Bytes of a chunked body that are kept with their framing too, in case that turns out to be broken."""

_START = 64 * 1024
_LAST_CHUNK = b"0\r\n\r\n"


class Incoming:
    """A request whose head was read and whose body comes."""

    __slots__ = (
        "_chunked", "_head", "_left", "_max_body", "_message", "_raw", "_received_at", "_remote", "_version", "intake",
        "is_over", "is_watched", "refusal",
    )  # fmt: skip
    is_complete_when_ended = False
    """A sender that ends before the body is whole has broken off."""

    def __init__(
        self, message: RawRequestMessage, head: bytes, version: str, received_at: datetime, remote: str, *,
        length: int | None, max_body: int, intake: Intake,
    ) -> None:  # fmt: skip
        """`length` is the announced size of the body, None where it is chunked."""
        self._message = message
        self._head = head
        self._version = version
        self._received_at = received_at
        self._remote = remote
        self._left = length
        self._chunked = Chunked()
        self._raw: bytearray | None = bytearray() if length is None else None
        self._max_body = max_body
        self.intake = intake
        self.is_over = False
        """More came than is kept."""
        self.is_watched = False
        """A timer waits for the sender to pause, since the request will be refused anyway."""
        self.refusal: Response | None = None
        if length is not None and length > max_body:
            self.refusal = too_large(max_body)

    def feed(self, data: bytes) -> bytes | None:
        """Take what came; returns what follows the body once that is whole, else None. Raises Unreadable."""
        if self._left is None:
            if self._raw is not None:
                self._raw += data
                if len(self._raw) > RAW:
                    self._raw = None
            return self._chunked.feed(data, self._take)
        piece = data if len(data) <= self._left else data[: self._left]
        if piece:
            self._take(piece)
            self._left -= len(piece)
        return None if self._left else data[len(piece) :]

    def request(self, body: Body, *, complete: bool) -> Request:
        """The request with the body as far as it came."""
        message = self._message
        return Request(
            received_at=self._received_at, head=self._head, method=message.method, target=message.path,
            http_version=self._version, remote=self._remote, headers=Headers(message.raw_headers),
            trailers=self._chunked.trailers, body=body, complete=complete,
        )  # fmt: skip

    def salvage(self, error: Unreadable, fresh_intake: Callable[[], Intake]) -> tuple["Salvage", bytes]:
        """Go on as a malformed request whose body keeps its framing; with the bytes that it has to take first."""
        bare = self.request(Body.of(b""), complete=True)
        if self._raw is not None and not self.is_over:
            return Salvage(bare, str(error), fresh_intake(), self._max_body), bytes(self._raw)
        reason = f"{error}; the framing of the chunks before is left out, as the body is large"
        return Salvage(bare, reason, self.intake, self._max_body), self._chunked.unread

    def _take(self, piece: bytes) -> None:
        room = self._max_body - self.intake.size
        if len(piece) > room:
            self.is_over = True
            self.refusal = too_large(self._max_body)
            piece = piece[:room]
        self.intake.add(piece)


class Salvage:
    """Bytes that are no request, gathered until the sender seems to be done.

    `bare` is the request as far as it was read. Where its head could not be, all bytes stand in the body, as they came.
    """

    __slots__ = ("_bare", "_max_body", "_start", "_total", "intake", "is_over", "is_watched", "refusal")
    is_complete_when_ended = True

    def __init__(self, bare: Request, reason: str, intake: Intake, max_body: int, status: int = 400) -> None:
        self._bare = Request(
            received_at=bare.received_at, head=bare.head, method=bare.method, target=bare.target,
            http_version=bare.http_version, remote=bare.remote, headers=bare.headers, malformed=reason,
        )  # fmt: skip
        self._start = bytearray()
        self._total: int | None = None
        self._max_body = max_body
        self.intake = intake
        self.is_over = False
        self.is_watched = False
        self.refusal: Response | None = refusal(status, f"This is no HTTP request: {reason}.")

    def feed(self, data: bytes) -> bytes | None:
        """Take what came; empty bytes when the request seems to be whole, else None."""
        room = self._max_body - self.intake.size
        self.is_over = self.is_over or len(data) > room
        self.intake.add(data[:room])
        if self._bare.head or self._total == -1:
            return b"" if data.endswith(_LAST_CHUNK) else None
        if self._total is None:
            self._start += data[: _START - len(self._start)]
            self._total = _lenient_total(bytes(self._start))
        if self._total == -1:
            return b"" if data.endswith(_LAST_CHUNK) else None
        return b"" if self._total is not None and self.intake.size >= self._total else None

    def request(self, body: Body, *, complete: bool) -> Request:
        """The malformed request, with method and target where a request line can be made out."""
        bare = self._bare
        readable = read_head(body.read(_START)) if not bare.head else None
        return Request(
            received_at=bare.received_at, head=bare.head, method=readable.method if readable else bare.method,
            target=readable.target if readable else bare.target, remote=bare.remote,
            http_version=readable.http_version if readable else bare.http_version, headers=bare.headers, body=body,
            complete=complete, malformed=bare.malformed,
        )  # fmt: skip


def too_large(max_body: int) -> Response:
    """The refusal of a body above the limit."""
    return refusal(
        413, f"The body is larger than the {max_body:,} bytes that are taken here; raise the limit in the settings."
    )


def _lenient_total(start: bytes) -> int | None:
    """How many bytes an unreadable request seems to have; -1 for chunked, None while its head has no end."""
    ends = [at + len(mark) for mark in (b"\r\n\r\n", b"\n\n") if (at := start.find(mark)) >= 0]
    if not ends:
        return None
    head = read_head(start)
    if "chunked" in (head.headers.get("transfer-encoding") or "").lower():
        return -1
    length = head.headers.get("content-length") or ""
    return min(ends) + (int(length) if length.isascii() and length.isdigit() and len(length) < 19 else 0)
