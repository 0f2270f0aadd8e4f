"""The head of a message: read leniently, and written for requests that did not come over a socket of ours."""

from collections.abc import Iterable
from dataclasses import dataclass

from inspector.core.headers import Headers, Pair, to_text

OWS = b" \t"
"""Optional white space around a field's value (RFC 9110, section 5.6.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What can be read of a request's head; empty where it cannot."""

    method: str
    target: str
    http_version: str
    headers: Headers


def read_head(head: bytes) -> Head:
    """Read a request line and fields from bytes of any quality; never raises.

    For every head that the listener accepts this gives exactly what its strict parser gave, so a stored head needs no
    second copy of its fields. Lines without a colon are left out; a folded line belongs to the field before it.
    """
    lines = head.split(b"\n")
    method, target, version = _request_line(lines[0].rstrip(b"\r"))
    return Head(method=method, target=target, http_version=version, headers=Headers(_fields(lines[1:])))


def _request_line(line: bytes) -> tuple[str, str, str]:
    first, _, rest = line.partition(b" ")
    target, space, protocol = rest.rpartition(b" ")
    if not space or not protocol.upper().startswith(b"HTTP/"):
        target, protocol = rest, b""
    if not first or not first.isascii() or not first.decode().isprintable() or not target:
        return "", "", ""
    return first.decode(), to_text(target.strip()), protocol[5:].decode("latin-1")


def _fields(lines: Iterable[bytes]) -> list[Pair]:
    pairs: list[Pair] = []
    for raw in lines:
        line = raw.rstrip(b"\r")
        if not line:
            break
        if line[:1] in (b" ", b"\t") and pairs:
            name, value = pairs[-1]
            pairs[-1] = (name, value + b" " + line.strip(OWS))
            continue
        name, colon, value = line.partition(b":")
        if colon and name:
            pairs.append((name, value.strip(OWS)))
    return pairs


def write_head(method: str, target: str, headers: Headers, http_version: str = "1.1") -> bytes:
    """The bytes of a request's head for a request that was imported or made here."""
    line = f"{method} {target} HTTP/{http_version}\r\n".encode("utf-8", "surrogateescape")
    return line + b"".join(name + b": " + value + b"\r\n" for name, value in headers) + b"\r\n"
