"""Reading every kind of response, over real sockets."""

import asyncio
import gzip

import pytest

from inspector.core.headers import Headers
from inspector.dispatch.outgoing import outgoing
from inspector.dispatch.reply import BODY_LIMIT, Reply
from inspector.dispatch.targets import parse
from inspector.dispatch.wire import Wire
from tests.captures import head_of, request_of
from tests.recorder import OK, Recorded, Recorder, recording, serving

CHUNKED = b"!HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
POST = head_of(b"POST /a HTTP/1.1", b"Host: x", b"Content-Length: 2")


async def _carry(recorder: Recorder, head: bytes = POST, body: bytes = b"{}", seconds: float = 10) -> Reply:
    loop = asyncio.get_running_loop()
    name = f"127.0.0.1:{recorder.port}"
    _, wire = await loop.create_connection(lambda: Wire(loop, name), "127.0.0.1", recorder.port)
    try:
        return await wire.carry(outgoing(request_of(head, body), parse(recorder.url + "/a")), seconds)
    finally:
        wire.close()


async def _reply_to(said: bytes | None, head: bytes = POST, body: bytes = b"{}") -> Reply:
    async with recording(lambda request: said) as recorder:
        return await _carry(recorder, head, body)


async def test_a_response_is_read_with_its_fields_as_they_came() -> None:
    """Order, case, repeats and bytes of fields are kept, also of a response."""
    reply = await _reply_to(b"HTTP/1.1 201 Made\r\nx-B: 1\r\nX-b: \xe9\r\nx-B: 1\r\nContent-Length: 4\r\n\r\nmade")

    assert (reply.status, reply.body, reply.problem) == (201, b"made", None)
    assert reply.headers == Headers([(b"x-B", b"1"), (b"X-b", b"\xe9"), (b"x-B", b"1"), (b"Content-Length", b"4")])
    assert reply.reusable


async def test_chunks_are_joined() -> None:
    """Sizes, extensions and trailers are no part of the body."""
    reply = await _reply_to(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nSum: 9\r\n\r\n"
    )

    assert (reply.body, reply.reusable) == (b"abcde", True)


async def test_a_body_may_end_with_the_connection() -> None:
    """A response without a length is whole when the other end closes, and then the connection is used up."""
    reply = await _reply_to(b"!HTTP/1.1 200 OK\r\n\r\nall of it")

    assert (reply.status, reply.body, reply.problem, reply.reusable) == (200, b"all of it", None, False)


async def test_a_response_to_head_has_no_body() -> None:
    """Its Content-Length tells of a body that does not come."""
    reply = await _reply_to(
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n", head_of(b"HEAD /a HTTP/1.1", b"Host: x"), b""
    )

    assert (reply.status, reply.body, reply.problem, reply.reusable) == (200, b"", None, True)


@pytest.mark.parametrize("status", [204, 304])
async def test_some_responses_never_have_a_body(status: int) -> None:
    """204 and 304 end with their head."""
    reply = await _reply_to(b"HTTP/1.1 %d X\r\nETag: 1\r\n\r\n" % status)

    assert (reply.status, reply.body, reply.problem, reply.reusable) == (status, b"", None, True)


async def test_interim_responses_are_not_the_response() -> None:
    """100 and 103 come before it."""
    reply = await _reply_to(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + OK)

    assert (reply.status, reply.body, reply.reusable) == (200, b"ok", True)


async def test_a_switch_of_protocols_ends_the_connection() -> None:
    """What follows a 101 is not HTTP."""
    reply = await _reply_to(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nbytes")

    assert (reply.status, reply.reusable) == (101, False)


async def test_content_encodings_are_left_as_they_are() -> None:
    """The body of a dispatch holds the bytes that came."""
    packed = gzip.compress(b"hello" * 100)
    reply = await _reply_to(
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%b" % (len(packed), packed)
    )

    assert reply.body == packed


async def test_a_response_is_kept_up_to_its_limit() -> None:
    """A longer one is cut, which is said, and the rest is not read."""
    reply = await _reply_to(b"!HTTP/1.1 200 OK\r\n\r\n" + b"x" * (BODY_LIMIT + 100_000))

    assert (reply.status, len(reply.body), reply.reusable) == (200, BODY_LIMIT, False)
    assert reply.problem == "The response is longer than 16 MiB; the rest was not read."


async def test_a_response_at_its_limit_is_whole() -> None:
    """The limit itself is allowed, also in chunks."""
    whole = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (
        BODY_LIMIT,
        b"x" * BODY_LIMIT,
    )
    reply = await _reply_to(whole)

    assert (len(reply.body), reply.problem, reply.reusable) == (BODY_LIMIT, None, True)


@pytest.mark.parametrize(
    ("said", "status", "body", "problem"),
    [
        (None, None, b"", "closed the connection without a response."),
        (b"!HTTP/1.1 200 O", None, b"", "broke off inside the head of its response."),
        (b"!HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour", 200, b"four", "broke off its response after 4 bytes"),
        (CHUNKED + b"4\r\nfour\r\n", 200, b"four", "after 4 bytes of its body."),
        (b"!220 mail.example.test ESMTP\r\n", None, b"", "did not answer with HTTP that can be read: "),
        (CHUNKED + b"4\r\nfour\r\nzz\r\n", None, b"", "HTTP that can be read: "),
    ],
)  # fmt: skip
async def test_a_response_that_is_not_whole_is_told(
    said: bytes | None, status: int | None, body: bytes, problem: str
) -> None:
    """What came is kept, and a sentence says what is missing."""
    reply = await _reply_to(said)

    assert (reply.status, reply.body, reply.reusable) == (status, body, False)
    assert problem in str(reply.problem)
    assert reply.silent is (said is None)


async def test_a_late_response_is_given_up() -> None:
    """What came until then is kept."""
    async with recording(lambda request: b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour") as recorder:
        reply = await _carry(recorder, seconds=0.2)

        assert (reply.status, reply.body, reply.silent) == (200, b"four", False)
        assert reply.problem == f"No whole response from 127.0.0.1:{recorder.port} within 30 s."


async def test_a_large_body_goes_out_whole() -> None:
    """Bodies that fill the socket's buffers wait until the other end reads."""
    body = bytes(range(256)) * 40_000
    head = head_of(b"POST /a HTTP/1.1", b"Host: x", b"Transfer-Encoding: chunked")
    async with recording() as recorder:
        reply = await _carry(recorder, head, body)

        assert (reply.status, recorder.requests[0].body) == (200, body)


async def test_a_response_before_the_end_of_a_body_is_read() -> None:
    """A server that refuses a large body at its head is heard; the rest of the body stays here."""

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno")
        await writer.drain()
        await reader.read()

    async with serving(refuse) as port:
        reply = await _carry(Recorder(port=port), body=b"x" * 7_000_000)

    assert (reply.status, reply.body) == (413, b"no")


async def test_bytes_that_nobody_asked_for_end_the_connection() -> None:
    """A second response, or one before a request, must never be taken for the next one's."""
    loop = asyncio.get_running_loop()
    twice = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok" * 2
    async with recording(lambda request: twice) as recorder:
        reply = await _carry(recorder)
        assert (reply.status, reply.reusable) == (200, False)

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 408 Too Slow\r\n\r\n")
        await reader.read()

    async with serving(speak) as port:
        _, wire = await loop.create_connection(lambda: Wire(loop, "x"), "127.0.0.1", port)
        async with asyncio.timeout(5):
            while wire.is_open:
                await asyncio.sleep(0.001)


async def test_the_other_end_sees_the_address_that_is_told() -> None:
    """`local` is how a listener at the other end names this connection."""
    seen: list[Recorded] = []
    loop = asyncio.get_running_loop()
    async with recording() as recorder:
        _, wire = await loop.create_connection(lambda: Wire(loop, "x"), "127.0.0.1", recorder.port)
        await wire.carry(outgoing(request_of(POST, b"{}"), parse(recorder.url)), 10)
        seen = recorder.requests
        wire.close()

    assert seen[0].remote == wire.local
