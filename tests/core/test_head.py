"""Reading a head leniently, with the strict parser as the measure of what it accepts."""

import asyncio
from collections.abc import Iterator

import pytest
from aiohttp.base_protocol import BaseProtocol
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.http_parser import HttpRequestParser, RawRequestMessage
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.core.head import Head, read_head, write_head
from inspector.core.headers import NO_HEADERS, Headers, to_text

LINES = st.tuples(
    st.sampled_from((b"GET", b"POST", b"PATCH", b"DELETE")),
    st.sampled_from((b" ", b"  ", b" \t")),
    st.sampled_from((b"/", b"//a", b"/%2F?", b"/a?b=c#f", b"*", b"http://h:1/x?y", b"/" + b"a" * 300)),
    st.sampled_from((b" ", b"  ")),
    st.sampled_from((b"HTTP/1.1", b"HTTP/1.0", b"http/1.1")),
).map(b"".join)
NAMES = st.sampled_from((b"Host", b"host", b"X-A", b"x", b"!#$%&'*+-.^_`|~9", b"X Y", b"", b"Caf\xc3\xa9"))
VALUES = st.lists(
    st.sampled_from((b"a", b" ", b"\t", b":", b"\xe9", b"\xc3\xa9", b"\xa0", b"\x85", b"\x0b", b"\x7f", b'"', b"\r")),
    max_size=6,
).map(b"".join)
FIELDS = st.lists(
    st.tuples(NAMES, st.sampled_from((b":", b": ", b" :", b":\t", b"")), VALUES).map(b"".join), max_size=5
)


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """The parser wants one, though it never uses it here."""
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def strictly(loop: asyncio.AbstractEventLoop, head: bytes) -> RawRequestMessage | None:
    """What the listener's parser makes of a head; None where it refuses it."""
    parser = HttpRequestParser(
        BaseProtocol(loop),
        loop,
        2**16,
        max_line_size=65536,
        max_field_size=65536,
        max_headers=1000,
        auto_decompress=False,
    )
    try:
        messages, _, _ = parser.feed_data(head)
    except HttpProcessingError:
        return None
    return messages[0][0] if messages else None


@settings(max_examples=500)
@given(line=LINES, fields=FIELDS)
def test_reads_what_the_strict_parser_accepts_as_it_does(
    loop: asyncio.AbstractEventLoop, line: bytes, fields: list[bytes]
) -> None:
    """A stored head needs no second copy of its fields: reading it again gives the very same."""
    head = b"\r\n".join([line, b"Host: x", *fields]) + b"\r\n\r\n"
    message = strictly(loop, head)

    if message is not None:
        version = f"{message.version.major}.{message.version.minor}"
        expected = Head(
            method=message.method, target=message.path, http_version=version, headers=Headers(message.raw_headers)
        )
        assert read_head(head) == expected


def test_the_strict_parser_accepts_something(loop: asyncio.AbstractEventLoop) -> None:
    """Else the test above would say nothing."""
    message = strictly(loop, b"GET /%2F? HTTP/1.1\r\nHost: x\r\nX-A:  \xe9 b \t\r\n\r\n")

    assert message is not None
    assert message.raw_headers == ((b"Host", b"x"), (b"X-A", b"\xe9 b"))


@given(head=st.binary(max_size=60))
def test_any_bytes_can_be_read(head: bytes) -> None:
    """A port scanner or a TLS hello is no reason to fail; what is read can be shown as text."""
    read = read_head(head)

    assert bool(read.method) == bool(read.target)
    read.target.encode()
    read.headers.texts()


@pytest.mark.parametrize(
    ("line", "method", "target", "version"),
    [
        (b"BREW /pot HTTP/1.1", "BREW", "/pot", "1.1"),
        (b"GET /caf\xc3\xa9 HTTP/1.1", "GET", "/café", "1.1"),
        (b"GET /caf\xe9 HTTP/1.1", "GET", "/café", "1.1"),
        (b"GET /a b HTTP/1.1", "GET", "/a b", "1.1"),
        (b"GET /", "GET", "/", ""),
        (b"GET / FTP/1.1", "GET", "/ FTP/1.1", ""),
        (b"GET", "", "", ""),
        (b"GET  HTTP/1.1", "", "", ""),
        (b"", "", "", ""),
        (b"\x16\x03\x01 x", "", "", ""),
        (b"PRI * HTTP/2.0", "PRI", "*", "2.0"),
    ],
)
def test_request_lines_that_are_none(line: bytes, method: str, target: str, version: str) -> None:
    """What was refused still shows its method and target as far as they can be read."""
    read = read_head(line + b"\r\nHost: x\r\n\r\n")

    assert (read.method, read.target, read.http_version) == (method, target, version)
    assert read.headers.get("host") == "x"


def test_fields_of_a_refused_head() -> None:
    """Bare line feeds, folded lines and lines without a colon are read as far as they make sense."""
    read = read_head(b"GET / HTTP/1.1\nA: 1\n  2\n\t3\nnothing\n: no name\nB:4\r\n\r\nC: in the body\r\n")

    assert read.headers.pairs == ((b"A", b"1 2 3"), (b"B", b"4"))


def test_a_first_line_that_is_folded_belongs_to_nothing() -> None:
    """Space before the first field does not make it a part of the request line."""
    assert read_head(b"GET / HTTP/1.1\r\n A: 1\r\n\r\n").headers == Headers([(b" A", b"1")])


@given(
    method=st.sampled_from(("GET", "BREW")),
    target=st.sampled_from(("/", "/a?b", "/é", "http://h/x")),
    fields=st.lists(
        st.tuples(st.sampled_from((b"A", b"b-c")), st.sampled_from((b"", b"1", b"\xe9 x", b"a:b"))), max_size=4
    ),
    version=st.sampled_from(("1.0", "1.1")),
)
def test_what_is_written_is_read_back(
    method: str, target: str, fields: list[tuple[bytes, bytes]], version: str
) -> None:
    """A head that was made here, for an import, stands in the store like one that came."""
    head = write_head(method, target, Headers(fields), version)

    assert head.endswith(b"\r\n\r\n")
    assert read_head(head) == Head(method=method, target=target, http_version=version, headers=Headers(fields))


def test_a_written_head_is_plain() -> None:
    """One space behind the colon and nothing added."""
    assert write_head("GET", "/", NO_HEADERS) == b"GET / HTTP/1.1\r\n\r\n"
    assert write_head("GET", "/", Headers.of(("A", "b"))) == b"GET / HTTP/1.1\r\nA: b\r\n\r\n"
    assert to_text(write_head("GET", "/\udce9", NO_HEADERS)) == "GET /é HTTP/1.1\r\n\r\n"
