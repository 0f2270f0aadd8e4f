"""What goes out for a capture: its head as it came, but for the fields that the way to the target decides."""

from collections.abc import Iterator
from dataclasses import dataclass

from inspector.core.body import Body
from inspector.core.headers import Headers, Pair
from inspector.core.request import Request, split_target
from inspector.dispatch.targets import Place

LAST_CHUNK = b"0\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A request ready for the wire."""

    head: bytes
    body: Body
    changed: tuple[str, ...]
    """Fields that differ from the capture's."""
    chunked: bool
    trailers: Headers
    is_head: bool
    """Its response has no body."""
    keeps_alive: bool

    def pieces(self) -> Iterator[bytes]:
        """The bytes of the body as they go out, framed where it is chunked. Raises OSError when its file is gone."""
        if not self.chunked:
            yield from self.body.chunks()
            return
        for chunk in self.body.chunks():
            yield b"%x\r\n%b\r\n" % (len(chunk), chunk)
        yield LAST_CHUNK + b"".join(b"%b: %b\r\n" % pair for pair in self.trailers) + b"\r\n"


def outgoing(request: Request, place: Place) -> Outgoing:
    """Write the head of a request for a target (RFC 9112).

    Method, target, order, case, repeats and values stay as captured. Host, Content-Length, Transfer-Encoding,
    Connection and Expect belong to the way and are set anew where they stand.
    """
    fields = _Fields(request, place)
    version = b"1.1" if fields.modern else b"1.0"
    lines = [b"%b %b HTTP/%b" % (request.method.encode(), target_of(request, place), version)]
    lines += [b"%b: %b" % pair for pair in fields.pairs]
    return Outgoing(
        head=b"\r\n".join(lines) + b"\r\n\r\n",
        body=request.body,
        changed=tuple(fields.changed),
        chunked=fields.chunked,
        trailers=request.trailers,
        is_head=request.method == "HEAD",
        keeps_alive=fields.keeps_alive,
    )


def target_of(request: Request, place: Place) -> bytes:
    """The request target: the captured bytes where the URL asks for the captured path, else what the URL asks for."""
    captured = captured_target(request)
    authority, path, query = split_target(request.target)
    asked = path + ("?" + query if "?" in request.target else "")
    if authority and place.rest == asked:
        origin = f"{place.scheme}://{place.authority}".encode()
        return origin + captured.partition(b"://")[2][len(authority.encode()) :]
    if place.rest == asked or (not place.rest and not asked.startswith(("/", "?"))):
        return captured
    wanted = place.rest.partition("#")[0]
    wanted = wanted if wanted.startswith("/") else "/" + wanted
    return b"".join(b"%c" % byte if 0x20 < byte < 0x7F else b"%%%02X" % byte for byte in wanted.encode())


def captured_target(request: Request) -> bytes:
    """The request target as it stands in the request line, byte for byte."""
    line = request.head.partition(b"\n")[0].rstrip(b"\r")
    return line.partition(b" ")[2].rpartition(b" ")[0].strip() or request.target.encode()


class _Fields:
    """Goes once over the captured fields and sets those of the way anew, each where it stands."""

    def __init__(self, request: Request, place: Place) -> None:
        self.changed: list[str] = []
        self.modern = request.http_version != "1.0"
        self.keeps_alive = self.modern
        self.size = request.body.size
        self.chunked = self.modern and b"chunked" in (request.headers.raw("transfer-encoding") or b"").lower()
        self.authority = place.authority.encode()
        self.pairs: list[Pair] = []
        seen: set[bytes] = set()
        for pair in request.headers:
            name = pair[0].lower()
            value = self._value(name, pair[1], name in seen) if name in OF_THE_WAY else pair[1]
            if value is not None:
                self.pairs.append((pair[0], value))
            if value != pair[1]:
                self._note(pair[0])
            seen.add(name)
        if self.modern and b"host" not in seen:
            self.pairs.insert(0, (b"Host", self.authority))
            self._note(b"Host")
        if self.size and not self.chunked and b"content-length" not in seen:
            self.pairs.append((b"Content-Length", b"%d" % self.size))
            self._note(b"Content-Length")

    def _value(self, name: bytes, value: bytes, repeated: bool) -> bytes | None:
        """The new value of a field of the way, or None where it is left out."""
        if name == b"host":
            return None if repeated else self.authority
        if name == b"content-length":
            return None if self.chunked or repeated else b"%d" % self.size
        if name == b"transfer-encoding":
            return value if self.chunked else None
        if name == b"connection":
            return self._connection(value)
        return None

    def _connection(self, value: bytes) -> bytes:
        wanted = b"keep-alive" if self.modern else b"close"
        return value if value.lower() == wanted else wanted

    def _note(self, name: bytes) -> None:
        text = name.decode("latin-1")
        if text not in self.changed:
            self.changed.append(text)


OF_THE_WAY = frozenset({b"host", b"content-length", b"transfer-encoding", b"connection", b"expect"})
