"""Captures for tests, made from the bytes of a request."""

from datetime import UTC, datetime

from inspector.core.body import Body
from inspector.core.capture import Capture
from inspector.core.head import read_head
from inspector.core.headers import NO_HEADERS, Headers
from inspector.core.request import Request

AT = datetime(2026, 11, 23, 8, 21, 11, 123456, UTC)


def request_of(head: bytes, body: bytes = b"", *, trailers: Headers = NO_HEADERS) -> Request:
    """A request as the listener makes it from these bytes."""
    read = read_head(head)
    return Request(
        received_at=AT,
        head=head,
        method=read.method,
        target=read.target,
        http_version=read.http_version,
        remote="127.0.0.1:53122",
        headers=read.headers,
        trailers=trailers,
        body=Body.of(body),
    )


def capture_of(head: bytes, body: bytes = b"", *, id: int = 17, trailers: Headers = NO_HEADERS) -> Capture:
    """A capture of these bytes that nobody judged."""
    return Capture(id=id, request=request_of(head, body, trailers=trailers))


def head_of(*lines: bytes) -> bytes:
    """A head of these lines."""
    return b"".join(line + b"\r\n" for line in lines) + b"\r\n"
