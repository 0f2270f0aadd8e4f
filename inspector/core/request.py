"""A request as it arrived: what the listener makes and what a capture keeps for good."""

from dataclasses import dataclass
from datetime import datetime

from inspector.core.body import NO_BODY, Body
from inspector.core.headers import NO_HEADERS, Headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One HTTP/1.x request, byte for byte.

    `head` is the request line and the header fields as they came, up to and with the empty line; `body` is the content
    without chunk framing, never decompressed. Where the bytes are no request that could be read, `malformed` says why;
    `method`, `target` and `headers` are filled as far as readable, and `head + body` are all bytes that came.
    """

    received_at: datetime
    head: bytes
    method: str
    target: str
    http_version: str
    remote: str
    """Address and port of the sender: `127.0.0.1:53122`, `[::1]:53122`."""
    tls: str | None = None
    headers: Headers = NO_HEADERS
    trailers: Headers = NO_HEADERS
    body: Body = NO_BODY
    complete: bool = True
    """False where the sender broke off or a limit cut the body."""
    malformed: str | None = None

    @property
    def path(self) -> str:
        """The path of the target, still encoded, without query; also of an absolute target."""
        return split_target(self.target)[1]

    @property
    def query(self) -> str:
        """What follows the first `?` of the target, still encoded."""
        return split_target(self.target)[2]

    @property
    def host(self) -> str:
        """Host and port that the sender asked for: of an absolute target, else the Host field, else empty."""
        return split_target(self.target)[0] or self.headers.get("host") or ""

    @property
    def content_type(self) -> str:
        """The media type in lower case without parameters, or empty."""
        return (self.headers.get("content-type") or "").partition(";")[0].strip().lower()


def split_target(target: str) -> tuple[str, str, str]:
    """Host (of an absolute target, else empty), path and query of a request target (RFC 9112, section 3.2)."""
    host = ""
    if not target.startswith("/"):
        scheme, _, rest = target.partition("://")
        if rest and scheme.isalnum():
            end = min(place for place in (rest.find("/"), rest.find("?"), len(rest)) if place >= 0)
            host, target = rest[:end], rest[end:]
    path, _, query = target.partition("?")
    return host, path, query
