"""Timers, senders that do not read, and how a connection ends."""

import asyncio
from pathlib import Path

from inspector.core.response import DEFAULT_RESPONSE, Response
from inspector.listener.limits import Limits
from tests.listener.served import never, serving, with_response

POST = b"POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n"


async def test_a_slow_head_is_told_408(tmp_path: Path) -> None:
    """The time runs from the head's first byte, also when others trickle in; kept as incomplete."""
    async with serving(tmp_path, limits=Limits(head_timeout=0.15)) as served:
        sender = await served.connect()
        for at in range(40):
            await sender.send(POST[at : at + 1])
            await asyncio.sleep(0.01)
            if served.requests:
                break
        told = await sender.told()
        (request,) = await served.came(1)

        assert (told.status, told.closes) == (408, True)
        assert POST.startswith(request.head)
        assert (request.complete, request.malformed) == (False, None)


async def test_a_body_without_a_byte_is_told_408(tmp_path: Path) -> None:
    """The time runs from the last byte, so a slow body is taken and a stopped one is not."""
    async with serving(tmp_path, limits=Limits(body_timeout=0.6)) as served:
        slow = await served.connect()
        await slow.send(POST, *(b"%d" % number for number in range(5)), pause=0.15)
        assert (await slow.told()).status == 200
        stopped = await served.connect()
        await stopped.send(POST + b"12")
        told = await stopped.told()
        _, request = await served.came(2)

        assert (told.status, told.closes) == (408, True)
        assert (request.body.content, request.complete) == (b"12", False)


async def test_an_idle_connection_is_closed_without_a_word(tmp_path: Path) -> None:
    """After the keep-alive time, before the first request and between two; who awaits a response is not idle."""
    async with serving(tmp_path, never, limits=Limits(keep_alive=0.5)) as served:
        silent, used, waiting = [await served.connect() for _ in range(3)]
        await used.send(POST + b"12345")
        await served.came(1)
        served.exchanges[0].respond(DEFAULT_RESPONSE, 1)
        await waiting.send(POST + b"12345")
        assert (await used.told()).status == 200
        assert await silent.rest() == b""
        assert await used.rest() == b""
        await served.came(2)

        assert served.exchanges[1].is_open
        served.exchanges[1].respond(DEFAULT_RESPONSE, 2)
        assert (await waiting.told()).status == 200


async def test_a_sender_that_does_not_read_is_not_read_either(tmp_path: Path) -> None:
    """Large responses do not pile up: a request is taken when the response before is on its way. All arrive."""
    async with serving(tmp_path, with_response(Response(body=b"r" * 2**20))) as served:
        sender = await served.connect(receives=2**16)
        await sender.send(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 50)
        await asyncio.sleep(0.1)
        assert len(served.requests) < 20
        for _ in range(50):
            assert len((await sender.told()).body) == 2**20
        await served.came(50)


async def test_a_sender_that_never_reads_is_given_up(tmp_path: Path) -> None:
    """Its connection is closed after the time of a silent body."""
    async with serving(tmp_path, with_response(Response(body=b"r" * 2**23)), limits=Limits(body_timeout=0.2)) as served:
        sender = await served.connect(receives=2**16)
        await sender.send(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        sender.writer.transport.pause_reading()  # type: ignore[attr-defined]
        async with asyncio.timeout(5):
            while served.listener.connections:
                await asyncio.sleep(0.01)


async def test_what_is_pipelined_waits_outside_while_a_response_is_awaited(tmp_path: Path) -> None:
    """A sender cannot fill the memory with a request whose turn has not come; it is read later."""
    size = 32 * 2**20
    async with serving(tmp_path, never, limits=Limits(large=2 * size)) as served:
        sender = await served.connect()
        await sender.send(POST + b"12345" + POST.replace(b" 5", b" %d" % size))
        await served.came(1)
        writing = asyncio.ensure_future(sender.send(b"a" * size))
        await asyncio.sleep(0.2)
        assert not writing.done()
        for number in (1, 2):
            await served.came(number)
            served.exchanges[-1].respond(DEFAULT_RESPONSE, number)
            assert (await sender.told()).status == 200
        await writing

        assert served.requests[1].body.size == size


async def test_what_follows_the_last_request_does_not_cost_its_response(tmp_path: Path) -> None:
    """Bytes behind a request that closes the connection are no request, and the response is read all the same."""
    async with serving(tmp_path) as served:
        sender = await served.connect()
        await sender.send(POST[:-2] + b"Connection: close\r\n\r\n12345" + POST + b"12345" * 20_000)
        assert (await sender.told()).status == 200
        assert await sender.rest() == b""
        await served.came(1)


async def test_a_refusal_is_read_by_a_sender_that_goes_on_sending(tmp_path: Path) -> None:
    """The connection is not reset under its sender: what it still sends is thrown away for a while."""
    async with serving(tmp_path, limits=Limits(max_body=1000)) as served:
        sender = await served.connect()
        await sender.send(POST.replace(b" 5", b" 900000"), *[b"a" * 9000] * 100, pause=0)
        assert (await sender.told()).status == 413
        assert await sender.rest() == b""
        await served.came(1)
