"""Bodies on their way in: expectations, limits, and malformed requests that are kept whole."""

from pathlib import Path

import pytest

from inspector.listener.limits import Limits
from tests.listener.served import serving
from tests.listener.test_strict_head import REFUSED

POST = b"POST /p HTTP/1.1\r\nHost: x\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"


async def test_continue_is_sent_before_the_body_is_awaited(tmp_path: Path) -> None:
    """`Expect: 100-continue` gets its 100, in any case, then the body is read and answered."""
    for framing, body in (
        (b"Content-Length: 5\r\n\r\n", b"12345"),
        (b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n0\r\n\r\n"),
    ):
        async with serving(tmp_path) as served:
            sender = await served.connect()
            await sender.send(POST + b"Expect: 100-Continue\r\n" + framing)
            assert (await sender.told()).head == b"HTTP/1.1 100 Continue\r\n\r\n"
            assert served.requests == []
            await sender.send(body)
            assert (await sender.told()).status == 200
            await served.came(1)


async def test_nothing_to_continue(tmp_path: Path) -> None:
    """No 100 for HTTP/1.0, and none where no body is announced."""
    async with serving(tmp_path) as served:
        for head in (
            b"POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n",
            POST + b"Expect: 100-continue\r\nContent-Length: 0\r\n\r\n",
        ):
            sender = await served.connect()
            await sender.send(head, b"ok" if b"1.0" in head else b"")
            assert (await sender.told()).status == 200
        await served.came(2)


async def test_other_expectations_fail(tmp_path: Path) -> None:
    """417 for what nobody here can meet, without waiting for the body; kept as far as it came."""
    async with serving(tmp_path) as served:
        sender = await served.connect()
        await sender.send(POST + b"Expect: 100-continue, a-miracle\r\nContent-Length: 5\r\n\r\n12")
        told = await sender.told()
        (request,) = await served.came(1)

        assert (told.status, told.closes) == (417, True)
        assert (request.body.content, request.complete, request.malformed) == (b"12", False, None)


async def test_a_body_announced_too_large_is_not_asked_for(tmp_path: Path) -> None:
    """413 instead of 100, at once."""
    async with serving(tmp_path, limits=Limits(max_body=1000)) as served:
        sender = await served.connect()
        await sender.send(POST + b"Expect: 100-continue\r\nContent-Length: 1001\r\n\r\n")
        told = await sender.told()
        (request,) = await served.came(1)

        assert (told.status, told.closes) == (413, True)
        assert (request.body.size, request.complete) == (0, False)


@pytest.mark.parametrize("large", [100, 5000])
async def test_a_body_that_is_too_large_is_kept_as_far_as_it_came(tmp_path: Path, large: int) -> None:
    """413 whether announced or not, in memory or in a file, and the bytes up to the limit are kept."""
    body = bytes(range(256)) * 5
    chunked = b"".join(b"100\r\n" + body[at : at + 256] + b"\r\n" for at in range(0, 1280, 256))
    for message in (CHUNKED + chunked, POST + b"Content-Length: 1280\r\n\r\n" + body):
        async with serving(tmp_path, limits=Limits(max_body=1000, large=large)) as served:
            told = await served.ask(message[:200], message[200:])
            (request,) = await served.came(1)

            assert (told.status, told.closes) == (413, True)
            assert b"1,000 bytes" in told.body
            assert (request.body.size, request.complete, request.malformed) == (1000, False, None)
            assert request.body.read() == body[:1000]
            assert (request.body.path is not None) == (large < 1000)


async def test_a_sender_of_too_much_that_pauses_is_refused_before_the_limit(tmp_path: Path) -> None:
    """A body announced too large need not come up to the limit before its sender is told."""
    async with serving(tmp_path, limits=Limits(max_body=1000)) as served:
        told = await served.ask(POST + b"Content-Length: 99999999999999999\r\n\r\nabc")
        (request,) = await served.came(1)

        assert (told.status, request.body.content, request.complete) == (413, b"abc", False)


async def test_a_body_of_just_the_limit_is_taken(tmp_path: Path) -> None:
    """The limit itself is not too large."""
    async with serving(tmp_path, limits=Limits(max_body=1000)) as served:
        for message in (
            POST + b"Content-Length: 1000\r\n\r\n" + b"a" * 1000,
            CHUNKED + b"3e8\r\n" + b"a" * 1000 + b"\r\n0\r\n\r\n",
        ):
            assert (await served.ask(message)).status == 200


@pytest.mark.asyncio(loop_factories=["asyncio"])
@pytest.mark.parametrize("head", REFUSED)
async def test_a_refused_request_is_one_malformed_capture_with_all_its_bytes(tmp_path: Path, head: bytes) -> None:
    """400 with the parser's reason; the body holds the bytes as they came, also those that come later."""
    body = b"12345" if b"Content-Length" in head else b""
    async with serving(tmp_path) as served:
        sender = await served.connect()
        await sender.send(head, *([body] if body else []))
        told = await sender.told()
        (request,) = await served.came(1)

        assert (told.status, told.closes) == (400, True)
        assert REFUSED[head].encode() in told.body
        assert request.malformed == REFUSED[head]
        assert (request.head, request.complete) == (b"", True)
        assert request.body.content is not None
        assert request.body.content.startswith(head)
        assert (head + body).startswith(request.body.content)


async def test_method_and_target_of_a_refused_request_are_read_leniently(tmp_path: Path) -> None:
    """Where a request line can be made out it is told, else both are empty."""
    cases = {
        b"BREW /pot?x HTTP/1.1\r\n\r\n": ("BREW", "/pot?x", "1.1"),
        b"GET /\xc3\xa9 HTTP/1.0\r\n\r\n": ("GET", "/é", "1.0"),
        b"GET /bare HTTP/1.1\nHost: x\n\n": ("GET", "/bare", "1.1"),
        b"\x16\x03\x01\x02\x00 x y": ("", "", ""),
    }
    async with serving(tmp_path) as served:
        for number, (message, line) in enumerate(cases.items(), 1):
            assert (await served.ask(message)).status == 400
            request = (await served.came(number))[-1]
            assert (request.method, request.target, request.http_version) == line


async def test_a_refused_request_is_read_to_its_end(tmp_path: Path) -> None:
    """A body that comes after the refusal was clear still belongs to the request, announced or chunked."""
    for start, end in (
        (b"BREW / HTTP/1.1\r\nContent-Length: 6\r\n\r\n", (b"abc", b"def")),
        (b"BREW / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", (b"1\r\na\r\n", b"0\r\n\r\n")),
    ):
        async with serving(tmp_path) as served:
            assert (await served.ask(start, *end)).status == 400
            (request,) = await served.came(1)

            assert request.body.content == start + b"".join(end)


async def test_a_refused_request_is_bounded(tmp_path: Path) -> None:
    """Of endless garbage as much is kept as of any body, and it counts as cut."""
    async with serving(tmp_path, limits=Limits(max_body=1000)) as served:
        assert (await served.ask(b"\x16\x03" + b"g" * 5000)).status == 400
        (request,) = await served.came(1)

        assert (request.body.content, request.complete) == (b"\x16\x03" + b"g" * 998, False)


async def test_broken_chunks_are_malformed_with_their_framing(tmp_path: Path) -> None:
    """The head stays, and the body holds what came as it came, framing included."""
    framed = b"3\r\nabc\r\nzz\r\n"
    async with serving(tmp_path) as served:
        told = await served.ask(CHUNKED + framed[:5], framed[5:], b"more\r\n0\r\n\r\n")
        (request,) = await served.came(1)

        assert (told.status, told.closes) == (400, True)
        assert (request.head, request.body.content) == (CHUNKED, framed + b"more\r\n0\r\n\r\n")
        assert request.malformed == "Invalid character in chunk size"
        assert (request.method, request.target, request.complete) == ("POST", "/p", True)


async def test_broken_chunks_of_a_large_body_say_what_is_left_out(tmp_path: Path) -> None:
    """Above a mebibyte the framing before the broken place is not kept, and the reason says so."""
    chunk = b"100000\r\n" + b"a" * 2**20 + b"\r\n"
    async with serving(tmp_path) as served:
        assert (await served.ask(CHUNKED + chunk, chunk, b"zz\r\n")).status == 400
        (request,) = await served.came(1)

        assert request.body.read() == b"a" * 2**21 + b"\r\nzz\r\n"
        assert request.malformed is not None
        assert request.malformed.startswith(
            "Invalid character in chunk size; the framing of the chunks before is left out"
        )


async def test_trailers_are_kept_as_pairs_and_do_not_leak(tmp_path: Path) -> None:
    """Trailers belong to their request, in order, with case and repeats, and to no other."""
    async with serving(tmp_path) as served:
        sender = await served.connect()
        await sender.send(CHUNKED + b"1\r\na\r\n0\r\nX-Sum: 1\r\nx-sum:2 \r\n\r\n" + POST + b"\r\n")
        await sender.told()
        await sender.told()
        first, second = await served.came(2)

        assert first.trailers.pairs == ((b"X-Sum", b"1"), (b"x-sum", b"2"))
        assert first.body.content == b"a"
        assert (second.trailers.pairs, second.headers.pairs) == ((), ((b"Host", b"x"),))
