"""One request, one response, at any later time."""

import asyncio
from pathlib import Path

from inspector.core.response import DEFAULT_RESPONSE, Response
from tests.listener.served import never, serving, with_response

GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


async def test_it_is_answered_once(tmp_path: Path) -> None:
    """A second response is nothing, also while the next request waits."""
    async with serving(tmp_path, never) as served:
        sender = await served.connect()
        await sender.send(GET + GET)
        await served.came(1)
        first = served.exchanges[0]
        before = first.is_open
        first.respond(Response(body=b"one"), 1)
        first.respond(Response(body=b"two"), 1)
        assert (before, first.is_open) == (True, False)
        await served.came(2)
        first.respond(Response(body=b"three"), 1)
        served.exchanges[1].respond(Response(body=b"four"), 2)

        assert [(await sender.told()).body for _ in range(2)] == [b"one", b"four"]


async def test_what_is_told_to_be_sent_is_sent(tmp_path: Path) -> None:
    """`sent_headers` are the fields on the wire, then the number; so too when the connection is to close."""
    async with serving(tmp_path, never) as served:
        for number, fields in enumerate((b"", b"Connection: close\r\n"), 1):
            sender = await served.connect()
            await sender.send(GET[:-2] + fields + b"\r\n")
            await served.came(number)
            exchange = served.exchanges[-1]
            headers = exchange.sent_headers(DEFAULT_RESPONSE)
            exchange.respond(DEFAULT_RESPONSE, 4711)
            told = await sender.told()

            assert told.fields == [b"%b: %b" % pair for pair in headers] + [b"X-Capture-Id: 4711"]
            assert told.closes == bool(fields)


async def test_a_sender_that_is_gone_closes_it(tmp_path: Path) -> None:
    """Nobody can read a response any more, and responding is nothing."""
    async with serving(tmp_path, never) as served:
        sender = await served.connect()
        await sender.send(GET)
        await served.came(1)
        sender.reset()
        async with asyncio.timeout(5):
            while served.exchanges[0].is_open:
                await asyncio.sleep(0.002)
        served.exchanges[0].respond(DEFAULT_RESPONSE, 1)
        served.exchanges[0].drop()


async def test_it_can_be_dropped(tmp_path: Path) -> None:
    """The connection ends without a word."""
    async with serving(tmp_path, never) as served:
        sender = await served.connect()
        await sender.send(GET)
        await served.came(1)
        served.exchanges[0].drop()

        try:
            said = await sender.rest()
        except ConnectionResetError:
            said = b""
        assert said == b""
        assert not served.exchanges[0].is_open


async def test_head_and_empty_statuses_keep_the_connection_in_step(tmp_path: Path) -> None:
    """After a response without content the next one is found where it should be."""
    async with serving(tmp_path, with_response(Response(status=204, body=b"never sent"))) as served:
        sender = await served.connect()
        await sender.send(GET + b"HEAD" + GET[3:] + GET)
        for _ in range(3):
            told = await sender.told(without_body=True)
            assert (told.status, b"Content-Length" in told.head) == (204, False)
