"""What a connection makes of bytes: requests handed over exactly as they came, one at a time, and answered in order."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inspector.core.request import Request
from inspector.core.response import DEFAULT_RESPONSE, Response
from inspector.listener.exchange import Exchange
from tests.listener.served import Served, never, serving

HEAD = b"POST /hooks?x=1&y HTTP/1.1\r\nHost: a:1\r\nX-A:  b \r\nx-a:\tc\r\nContent-Length: 5\r\n\r\n"


async def test_a_request_is_handed_over_as_it_came(tmp_path: Path) -> None:
    """Head and body byte for byte, fields in order with case and repeats, the sender's address, the time of arrival."""
    before = datetime.now(UTC)
    async with serving(tmp_path) as served:
        sender = await served.connect()
        await sender.send(HEAD + b"\0\xff{}\n")
        told = await sender.told()
        (request,) = await served.came(1)

        assert request.head == HEAD
        assert request.body.content == b"\0\xff{}\n"
        assert (request.method, request.target, request.http_version) == ("POST", "/hooks?x=1&y", "1.1")
        assert request.headers.pairs == (
            (b"Host", b"a:1"), (b"X-A", b"b"), (b"x-a", b"c"), (b"Content-Length", b"5"),
        )  # fmt: skip
        assert request.remote == sender.address
        assert before <= request.received_at <= before + timedelta(seconds=10)
        assert (request.complete, request.malformed, request.tls) == (True, None, None)
        assert told.status == 200
        assert told.body == b"ok"


async def test_pieces_of_any_size_make_the_same_request(tmp_path: Path) -> None:
    """A head and a body that come byte by byte are the same as in one piece."""
    message = HEAD + b"12345"
    async with serving(tmp_path) as served:
        sender = await served.connect()
        await sender.send(*(message[at : at + 1] for at in range(len(message))), pause=0)
        await sender.told()
        await sender.send(message[:70], message[70:-2], message[-2:])
        await sender.told()
        first, second = await served.came(2)

        assert (first.head, first.body) == (second.head, second.body) == (HEAD, first.body)
        assert first.body.content == b"12345"


async def test_keep_alive_serves_many_requests(tmp_path: Path) -> None:
    """A connection takes one request after another, whatever their framing."""
    async with serving(tmp_path) as served:
        sender = await served.connect()
        for body in (b"12345", b"abcde", b""):
            head = HEAD if body else b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
            await sender.send(head + body)
            assert (await sender.told()).status == 200
        await sender.send(
            b"PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n" + HEAD + b"vwxyz"
        )
        await sender.told()
        await sender.told()
        requests = await served.came(5)

        assert [request.body.content for request in requests] == [b"12345", b"abcde", b"", b"hi", b"vwxyz"]
        assert len({request.remote for request in requests}) == 1


async def test_pipelined_requests_are_answered_in_order(tmp_path: Path) -> None:
    """The next request is handed over when the one before was answered, so responses cannot change places."""
    async with serving(tmp_path, never) as served:
        sender = await served.connect()
        await sender.send(b"".join(b"GET /%d HTTP/1.1\r\nHost: x\r\n\r\n" % number for number in range(3)))
        for number in range(3):
            requests = await served.came(number + 1)
            assert requests[-1].target == f"/{number}"
            served.exchanges[-1].respond(Response(body=b"%d" % number), number)
            assert (await sender.told()).body == b"%d" % number


async def test_hundreds_of_pipelined_requests_answered_at_once(tmp_path: Path) -> None:
    """Answering inside the call that hands over does not pile up calls."""
    async with serving(tmp_path) as served:
        sender = await served.connect()
        await sender.send(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 3000)
        for _ in range(3000):
            await sender.told()
        await served.came(3000)


async def test_half_close_after_the_body_is_answered(tmp_path: Path) -> None:
    """A sender that ends its side after the request reads its response, then the end."""
    async with serving(tmp_path, never) as served:
        sender = await served.connect()
        await sender.send(HEAD + b"12345" + HEAD + b"67890")
        sender.end()
        for number in (1, 2):
            await served.came(number)
            assert served.exchanges[-1].is_open
            served.exchanges[-1].respond(DEFAULT_RESPONSE, number)
        said = await sender.rest()

        assert said.count(b"HTTP/1.1 200 OK\r\n") == 2
        assert said.endswith(b"X-Capture-Id: 2\r\n\r\nok")


async def test_a_request_that_breaks_off_is_one_incomplete_capture(tmp_path: Path) -> None:
    """In the head, in the body, in a chunk: kept as far as it came, and told so where somebody still reads."""
    chunked = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    cases = {
        b"PO": (b"PO", b"", ""),
        b"POST /a HTTP/1.1\r\nHost: x\r\nX-": (b"POST /a HTTP/1.1\r\nHost: x\r\nX-", b"", "POST"),
        HEAD + b"123": (HEAD, b"123", "POST"),
        chunked + b"5\r\n12": (chunked, b"12", "POST"),
        chunked + b"5\r\n12345\r\n0\r\nX: y\r\n": (chunked, b"12345", "POST"),
    }
    for sent, (head, body, method) in cases.items():
        for brutal in (False, True):
            async with serving(tmp_path) as served:
                sender = await served.connect()
                await sender.send(sent)
                await asyncio.sleep(0.01)
                if brutal:
                    sender.reset()
                else:
                    sender.end()
                    told = await sender.told()
                    assert (told.status, told.closes) == (400, True)
                (request,) = await served.came(1)

                assert (request.head, request.body.content) == (head, body)
                assert (request.method, request.complete, request.malformed) == (method, False, None)
                assert served.exchanges[0].refusal is not None
                assert not served.exchanges[0].is_open


async def test_a_whole_request_before_one_that_breaks_off(tmp_path: Path) -> None:
    """What was whole is handed over and answered; the rest is one incomplete capture, also when the sender is gone."""
    for brutal in (False, True):
        async with serving(tmp_path, never) as served:
            sender = await served.connect()
            await sender.send(HEAD + b"12345" + HEAD + b"12")
            await served.came(1)
            if brutal:
                sender.reset()
            else:
                sender.end()
                served.exchanges[0].respond(DEFAULT_RESPONSE, 1)
                assert (await sender.told()).status == 200
            first, second = await served.came(2)

            assert (first.complete, second.complete) == (True, False)
            assert second.body.content == b"12"
            served.exchanges[1].respond(DEFAULT_RESPONSE, 2)


async def test_a_connection_without_a_request_is_nothing(tmp_path: Path) -> None:
    """An empty connection, a lone CRLF, and silence after a request make no capture."""
    async with serving(tmp_path) as served:
        for sent in (b"", b"\r\n", b"\r\n\r\n"):
            sender = await served.connect()
            await sender.send(sent)
            sender.end()
            assert await sender.rest() == b""
        sender = await served.connect()
        await sender.send(b"\r\n" + HEAD + b"12345\r\n")
        assert (await sender.told()).status == 200
        sender.reset()
        (request,) = await served.came(1)

        assert request.head == HEAD


async def test_old_and_special_requests(tmp_path: Path) -> None:
    """HTTP/1.0 with and without keep-alive, HEAD, OPTIONS *, an absolute target, an odd but whole target."""
    async with serving(tmp_path) as served:
        sender = await served.connect()
        await sender.send(b"GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        assert b"Connection: keep-alive" in (await sender.told()).fields
        await sender.send(b"HEAD /b HTTP/1.1\r\nHost: x\r\n\r\n")
        told = await sender.told(without_body=True)
        assert b"Content-Length: 2" in told.fields
        for line in (b"OPTIONS * HTTP/1.1", b"POST http://u@h:1/p?#f HTTP/1.1", b"GET //a/%2F/../b?? HTTP/1.1"):
            await sender.send(line + b"\r\nHost: x\r\n\r\n")
            assert (await sender.told()).status == 200
        await sender.send(b"GET /z HTTP/1.0\r\n\r\n")
        assert (await sender.told()).closes
        assert await sender.rest() == b""
        requests = await served.came(6)

        assert [request.target for request in requests] == [
            "/a", "/b", "*", "http://u@h:1/p?#f", "//a/%2F/../b??", "/z",
        ]  # fmt: skip
        assert [request.http_version for request in requests] == ["1.0", "1.1", "1.1", "1.1", "1.1", "1.0"]


async def test_connect_and_upgrades_are_requests_like_others(tmp_path: Path) -> None:
    """Nobody is switched to another protocol; the connection goes on with HTTP."""
    async with serving(tmp_path) as served:
        sender = await served.connect()
        for head in (
            b"CONNECT a:1 HTTP/1.1\r\nHost: x\r\n\r\n",
            b"GET /ws HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n",
            b"POST /h2 HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: h2c\r\nContent-Length: 2\r\n\r\nhi",
            b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        ):
            await sender.send(head)
            assert (await sender.told()).status == 200
        requests = await served.came(4)

        assert [request.method for request in requests] == ["CONNECT", "GET", "POST", "GET"]
        assert requests[2].body.content == b"hi"


@pytest.mark.logs(logging.ERROR)
async def test_a_failure_of_the_receiver_is_told_and_logged(tmp_path: Path) -> None:
    """Our own bug answers 500 and closes, and the next connection is served."""

    def fail(served: Served, request: Request, exchange: Exchange) -> None:
        raise RuntimeError("a bug")

    async with serving(tmp_path, fail) as served:
        told = await served.ask(HEAD + b"12345")

        assert told.status == 500
