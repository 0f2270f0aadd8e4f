"""Raw HTTP: the head and the body of a request, byte for byte.

One capture is its bytes and nothing else (the content of a chunked body without its framing, which is not kept).
Several stand one after the other, each behind a line that says how long its parts are, so that any body can be told
apart:

    ### head=187 body=1234 received_at=2026-11-23T08:21:11.123456Z remote=127.0.0.1:53122

What is read may come from other tools and from people: with bare line feeds, with chunk framing, with a blank line too
much at the end, or several requests in a row where each tells its length.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, islice
from pathlib import Path

from inspector.core.body import Body
from inspector.core.capture import Arrival, Capture, Origin
from inspector.core.clock import from_text, to_text
from inspector.core.errors import UsageError
from inspector.core.head import read_head
from inspector.core.headers import NO_HEADERS, Headers
from inspector.core.request import Request
from inspector.formats.format import Format, Item, Refused, Strange, chunks_of, time_of
from inspector.formats.json_reading import written_head
from inspector.formats.mapped import BOM, Mapped, mapped

MARK = b"### "
MARK_LINE = re.compile(rb"### (head=\d+(?: [a-z_]+=[^ \n]*)*)\n")
REQUEST_LINE = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+ [^\s]+ HTTP/1\.[01]\r?\n")
LATER_LINE = re.compile(rb"HTTP/[23](?:\.0)?$")
HEAD_END = re.compile(rb"\r?\n\r?\n")
HEAD_LIMIT = 64 * 1024 * 1024
CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})(?:[ \t;][^\r\n]*)?\r?\n")
LINE_END = re.compile(rb"\r?\n")


def write(captures: Iterable[Capture]) -> Iterator[bytes]:
    """The bytes of one capture alone, or of several with a line before each."""
    waiting = iter(captures)
    first = list(islice(waiting, 2))
    if len(first) == 1:
        yield first[0].request.head
        yield from chunks_of(first[0])
        return
    for capture in chain(first, waiting):
        request = capture.request
        trailers = b"".join(b"%b: %b\r\n" % pair for pair in request.trailers)
        yield mark_line(request, len(trailers)) + request.head
        yield from chunks_of(capture)
        yield trailers + b"\n"


def mark_line(request: Request, trailers: int) -> bytes:
    """The line before a request that says how long its parts are and what its bytes do not."""
    said = {
        "head": str(len(request.head)),
        "body": str(request.body.size),
        "trailers": str(trailers) if trailers else "",
        "received_at": to_text(request.received_at),
        "remote": request.remote,
        "tls": request.tls or "",
        "complete": "" if request.complete else "no",
        "malformed": (request.malformed or "").encode().hex(),
    }
    words = (f"{name}={re.sub(r'[^!-~]', '', value)}" for name, value in said.items() if value)
    return MARK + " ".join(words).encode() + b"\n"


def read(path: Path) -> Iterator[Item]:
    """Every request of a file, in order."""
    written = time_of(path)
    with mapped(path) as content:
        place, number = beginning(content), 0
        while place < len(content):
            number += 1
            try:
                request, place = next_request(content, place, written)
            except Strange as strange:
                yield Refused(file=path.name, place=f"request {number}", why=str(strange))
                return
            yield Arrival(request=request, origin=Origin(kind="import", file=path.name))


def read_request(content: bytes, *, name: str, received_at: datetime) -> Request:
    """The one request that some bytes are, for example of a file named `name`. Raises UsageError."""
    try:
        request, end = next_request(content, beginning(content), received_at)
    except Strange as strange:
        raise UsageError(f"{name}: {strange}.") from None
    if end < len(content):
        raise UsageError(f"{name} holds more than one request; give one alone.")
    return request


def beginning(content: Mapped) -> int:
    """Where the first request begins: behind a byte order mark and empty lines."""
    return behind_blanks(content, len(BOM) if content[: len(BOM)] == BOM else 0)


def next_request(content: Mapped, place: int, otherwise_at: datetime) -> tuple[Request, int]:
    """The request that begins at a place, and where the next one begins. Raises Strange."""
    mark = MARK_LINE.match(content, place)
    if mark is not None:
        return marked_request(content, mark)
    if not REQUEST_LINE.match(content, place):
        line = bytes(content[place : place + 200]).split(b"\n", 1)[0].rstrip()
        if LATER_LINE.search(line):
            raise Strange("this is a request of HTTP/2 or 3; export it as HAR, or write HTTP/1.1 there")
        raise Strange("this does not begin with a request line such as “POST /path HTTP/1.1”")
    ended = HEAD_END.search(content, place, min(len(content), place + HEAD_LIMIT))
    start = ended.end() if ended else len(content)
    said = bytes(content[place:start])
    head = said if ended and b"\n" not in said.replace(b"\r\n", b"") else rewritten(said)
    read = read_head(head)
    body, trailers, complete, after = found_body(content, start, read.headers)
    request = Request(
        received_at=otherwise_at,
        head=head,
        method=read.method,
        target=read.target,
        http_version=read.http_version,
        remote="",
        headers=read.headers,
        trailers=trailers,
        body=Body.of(body),
        complete=complete,
    )
    return request, after


def marked_request(content: Mapped, mark: re.Match[bytes]) -> tuple[Request, int]:
    """A request behind a line of ours. Raises Strange."""
    said = dict(word.split("=", 1) for word in mark[1].decode("ascii", "replace").split(" "))
    try:
        sizes = [int(said.get(name) or 0) for name in ("head", "body", "trailers")]
        received_at = from_text(said["received_at"])
        malformed = bytes.fromhex(said.get("malformed", "")).decode() or None
    except (KeyError, ValueError):
        raise Strange("the line before it cannot be read") from None
    start = mark.end()
    body, trailers = start + sizes[0], start + sizes[0] + sizes[1]
    end = trailers + sizes[2]
    if end > len(content):
        raise Strange(f"it ends too early, {end - len(content)} bytes are missing")
    head = bytes(content[start:body])
    read = read_head(head)
    request = Request(
        received_at=received_at,
        head=head,
        method=read.method,
        target=read.target,
        http_version=read.http_version,
        remote=said.get("remote", ""),
        tls=said.get("tls"),
        headers=read.headers,
        trailers=read_head(b"\r\n" + bytes(content[trailers:end])).headers if sizes[2] else NO_HEADERS,
        body=Body.of(bytes(content[body:trailers])),
        complete="complete" not in said,
        malformed=malformed,
    )
    return request, end + 1


def rewritten(said: bytes) -> bytes:
    """A head with the line ends of HTTP, for one that an editor or a person wrote. Raises Strange."""
    read = read_head(said)
    return written_head(read.method, read.target, read.headers, read.http_version)


def found_body(content: Mapped, start: int, headers: Headers) -> tuple[bytes, Headers, bool, int]:
    """The body behind a head: content, trailers, whether it is whole, and where the next request begins."""
    if b"chunked" in (headers.raw("transfer-encoding") or b"").lower():
        unframed = without_chunks(content, start)
        if unframed is not None:
            return unframed[0], unframed[1], True, behind_blanks(content, unframed[2])
        return bytes(content[start:]), NO_HEADERS, True, len(content)
    length = headers.raw("content-length")
    if length is not None and length.isdigit():
        end = start + int(length)
        after = behind_blanks(content, end)
        # Rather one odd body than a request that is lost: what follows counts only where it begins like one.
        if after < len(content) and not begins_request(content, after):
            return bytes(content[start:]), NO_HEADERS, True, len(content)
        return bytes(content[start:end]), NO_HEADERS, end <= len(content), after
    after = behind_blanks(content, start)
    if length is None and after < len(content) and begins_request(content, after):
        return b"", NO_HEADERS, True, after
    return bytes(content[start:]), NO_HEADERS, True, len(content)


def begins_request(content: Mapped, place: int) -> bool:
    """Whether another request follows."""
    return bool(REQUEST_LINE.match(content, place) or MARK_LINE.match(content, place))


def behind_blanks(content: Mapped, place: int) -> int:
    """Where the next line with something on it begins; an editor ends a file with a line end."""
    while (found := LINE_END.match(content, place)) is not None:
        place = found.end()
    return min(place, len(content))


def without_chunks(content: Mapped, place: int) -> tuple[bytes, Headers, int] | None:
    """Content, trailers and end of a body in chunks; None where it is not framed to its end (RFC 9112, section 7.1)."""
    pieces: list[bytes] = []
    while (size := CHUNK_SIZE.match(content, place)) is not None:
        length = int(size[1], 16)
        place = size.end()
        if length == 0:
            end = re.compile(rb"(?:[^\r\n]+\r?\n)*\r?\n").match(content, place)
            if end is None:
                return None
            return b"".join(pieces), read_head(b"\r\n" + bytes(content[place : end.end()])).headers, end.end()
        line_end = LINE_END.match(content, place + length)
        if line_end is None:
            return None
        pieces.append(bytes(content[place : place + length]))
        place = line_end.end()
    return None


RAW = Format(name="raw", label="Raw HTTP", suffix=".http", media_type="message/http", write=write, read=read)
