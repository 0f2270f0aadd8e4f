"""Connections are taken in as long as there is a place, and a place is made when there is none."""

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from tests.listener.served import PATIENCE, Sender, serving

GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"

PROGRAM = """
import asyncio, os, resource, sys, uvloop
from pathlib import Path
from inspector.core.response import DEFAULT_RESPONSE
from inspector.listener.limits import Limits
from inspector.listener.listener import Listener

async def main(files, held):
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    listener = Listener(
        on_request=lambda request, exchange: exchange.respond(exchange.refusal or DEFAULT_RESPONSE, None),
        limits=Limits(), bodies=Path, on_trouble=lambda text: print(text, file=sys.stderr, flush=True),
    )
    urls = await listener.start("127.0.0.1", 0)
    kept = [os.open(os.devnull, os.O_RDONLY) for _ in range(held)]
    print(urls[0].rpartition(":")[2], flush=True)
    await asyncio.to_thread(sys.stdin.read)

uvloop.run(main(int(sys.argv[1]), int(sys.argv[2])))
"""


@asynccontextmanager
async def program(files: int, held: int) -> AsyncIterator[tuple[int, AsyncExitStack, "asyncio.subprocess.Process"]]:
    """A listener in a process that may open `files` files and holds some of them for other things."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, str(files), str(held),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    async with AsyncExitStack() as senders:
        yield int(await process.stdout.readline()), senders, process
    process.kill()
    await process.communicate()


async def connect(port: int, senders: AsyncExitStack) -> Sender:
    """One more connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)

    async def hang_up() -> None:
        writer.transport.abort()
        await asyncio.sleep(0)

    senders.push_async_callback(hang_up)
    return Sender(reader, writer)


@pytest.mark.asyncio(loop_factories=["asyncio"])
@pytest.mark.skipif(sys.platform == "win32", reason="no limit of open files there")
async def test_more_slow_connections_than_may_be_open_leave_the_rest_answered() -> None:
    """The oldest of those that have sent half a head make way, and are told so; a whole request is answered."""
    async with program(128, 0) as (port, senders, _):
        slow = [await connect(port, senders) for _ in range(110)]
        for sender in slow:
            await sender.send(b"POST / HTTP/1.1\r\nHost")
        async with asyncio.timeout(PATIENCE):
            fast = await connect(port, senders)
            await fast.send(GET)
            assert (await fast.told()).status == 200
        assert (await slow[0].told()).status == 503


@pytest.mark.asyncio(loop_factories=["asyncio"])
@pytest.mark.skipif(sys.platform == "win32", reason="no limit of open files there")
async def test_no_descriptor_left_is_no_end() -> None:
    """When the system refuses before the count is full, idle connections make way too, and somebody is told."""
    async with program(128, 80) as (port, senders, process):
        idle = [await connect(port, senders) for _ in range(60)]
        async with asyncio.timeout(PATIENCE):
            fast = await connect(port, senders)
            await fast.send(GET)
            assert (await fast.told()).status == 200
            assert await idle[0].rest() == b""
        assert process.stderr is not None
        assert b"open no more connections" in await process.stderr.readline()


async def test_many_at_once_are_all_taken_in(tmp_path: Path) -> None:
    """A burst of connections is answered without the stall of asyncio's own server."""
    async with serving(tmp_path) as served:
        start = time.monotonic()
        told = await asyncio.gather(*(served.ask(GET) for _ in range(300)))

        assert {one.status for one in told} == {200}
        assert time.monotonic() - start < PATIENCE
        await served.came(300)
