"""Responses made ready for the wire once, and sent many times."""

from dataclasses import dataclass
from typing import Literal

from inspector.core.headers import Headers, Pair
from inspector.core.response import Response, reason

Persistence = Literal["", "close", "keep-alive"]
"""The Connection field that the sender needs to see; HTTP/1.1 stays open without one."""

_FRAMING = frozenset((b"content-length", b"transfer-encoding", b"connection"))
_MANY = 64
_prepared: "dict[tuple[int, Persistence, bool], Prepared]" = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A response as bytes, but for the number of its capture."""

    response: Response
    headers: Headers
    """Every field that goes out, but X-Capture-Id."""
    before: bytes
    """Up to and with `X-Capture-Id: `."""
    after: bytes
    """The empty line and the content."""

    def write(self, capture_id: int | None) -> bytes:
        """The bytes of the message."""
        if capture_id is None:
            return self.before[: self.before.rindex(b"\n") + 1] + self.after[2:]
        return b"%b%d%b" % (self.before, capture_id, self.after)


def prepare(response: Response, persistence: Persistence, *, without_content: bool = False) -> Prepared:
    """Make a response ready; `without_content` for HEAD. The same response gives the same object."""
    key = (id(response), persistence, without_content)
    known = _prepared.get(key)
    if known is not None and known.response is response:
        return known
    if len(_prepared) >= _MANY:
        _prepared.clear()
    made = _prepared[key] = _make(response, persistence, without_content)
    return made


def _make(response: Response, persistence: Persistence, without_content: bool) -> Prepared:
    status = response.status
    bodiless = status < 200 or status in (204, 304)
    pairs: list[Pair] = [
        (_one_line(name), _one_line(value)) for name, value in response.headers if name.lower() not in _FRAMING
    ]
    if not bodiless:
        pairs.append((b"Content-Length", b"%d" % len(response.body)))
    if "x-content-type-options" not in response.headers:
        pairs.append((b"X-Content-Type-Options", b"nosniff"))
    if persistence:
        pairs.append((b"Connection", persistence.encode()))
    line = f"HTTP/1.1 {status} {reason(status)}\r\n".encode()
    fields = b"".join(b"%b: %b\r\n" % pair for pair in pairs)
    content = b"" if bodiless or without_content else response.body
    return Prepared(
        response=response,
        headers=Headers(pairs),
        before=line + fields + b"X-Capture-Id: ",
        after=b"\r\n\r\n" + content,
    )


def _one_line(raw: bytes) -> bytes:
    """A field cannot hold a line's end: it would begin a field, or a response, that nobody asked for."""
    return raw.replace(b"\r", b" ").replace(b"\n", b" ")
