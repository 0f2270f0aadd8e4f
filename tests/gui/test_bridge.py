"""The window's end of the pipe, with a real engine behind it."""

import asyncio
import logging
import os
import signal

import pytest

from inspector.core.errors import InspectorError
from inspector.core.messages import Captured, Changed, Dispatched, Health, MarkRead, SetResponse, StopListening
from inspector.core.paths import Paths
from inspector.core.response import Response
from inspector.gui.bridge import NO_NEWS, Bridge, News, with_fact
from tests.gui.stage import Loop, until


def test_facts_of_a_burst_are_merged() -> None:
    """A thousand arrivals become one piece of news."""
    news = NO_NEWS
    for fact in (
        Captured(last_id=1, count=1), Captured(last_id=5, count=4), Changed(ids=(1,)), Changed(ids=(2,)),
        Dispatched(id=1, capture_id=1), Health(refused=1), Health(refused=2),
    ):  # fmt: skip
        news = with_fact(news, fact)

    assert news == News(
        captured=Captured(last_id=5, count=5),
        changed=Changed(ids=(1, 2)),
        dispatched=(Dispatched(id=1, capture_id=1),),
        health=Health(refused=2),
    )


async def send(address: str, count: int = 1) -> bytes:
    """Post to a listener over one connection; gives the last response's first line."""
    host, _, port = address.removeprefix("http://").rpartition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    line = b""
    for _ in range(count):
        writer.write(b"POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok")
        head = await reader.readuntil(b"\r\n\r\n")
        line = head.partition(b"\r\n")[0]
        length = next(int(field.split(b":")[1]) for field in head.split(b"\r\n") if field.startswith(b"Content-Length"))
        await reader.readexactly(length)
    writer.close()
    await writer.wait_closed()
    return line


def test_the_engine_starts_answers_tells_and_ends(loop: Loop, paths: Paths) -> None:
    """What arrives is news, wishes are answered, errors are sentences, and closing leaves no process."""
    heard: list[News] = []

    async def life() -> None:
        bridge = Bridge(paths, host=None, port=0)
        bridge.news.connect(heard.append)
        await bridge.start()
        await until(lambda: bridge.health.listening)

        assert (await send(bridge.health.listening[0], 5)).startswith(b"HTTP/1.1 200")
        await until(lambda: sum(news.captured.count for news in heard if news.captured) == 5)
        assert await bridge.ask(MarkRead(ids=(1,))) is None
        await until(lambda: any(news.changed for news in heard))
        with pytest.raises(InspectorError, match=r"."):
            await bridge.ask(SetResponse(response=Response(status=200)), seconds=0.0)

        process = bridge.process_id
        await bridge.close()
        assert process is not None
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
        with pytest.raises(InspectorError, match="not running"):
            await bridge.ask(MarkRead(ids=None))

    loop.run(life())


@pytest.mark.logs(logging.WARNING)
def test_an_engine_that_dies_is_started_again_as_it_was(loop: Loop, paths: Paths) -> None:
    """After kill -9 it listens on the same port and tells senders the same; who waited gets a sentence."""
    deaths: list[bool] = []

    async def life() -> None:
        bridge = Bridge(paths, host=None, port=0)
        bridge.died.connect(deaths.append)
        back = asyncio.Event()
        bridge.back.connect(back.set)
        await bridge.start()
        await until(lambda: bridge.health.listening)
        address = bridge.health.listening[0]
        await bridge.ask(SetResponse(response=Response(status=503)))

        assert bridge.process_id is not None
        os.kill(bridge.process_id, signal.SIGSTOP)
        waiting = asyncio.ensure_future(bridge.ask(StopListening()))
        await asyncio.sleep(0)
        os.kill(bridge.process_id, signal.SIGKILL)
        with pytest.raises(InspectorError, match="stopped before it answered"):
            await waiting
        await asyncio.wait_for(back.wait(), 20)
        await until(lambda: bridge.health.response is not None and bridge.health.listening)

        assert bridge.health.listening[0] == address
        assert (await send(address)).startswith(b"HTTP/1.1 503")
        await bridge.close()

    loop.run(life(), seconds=60)

    assert deaths == [True]


def test_a_store_that_cannot_be_used_is_not_tried_again(loop: Loop, paths: Paths) -> None:
    """The engine says why and ends; the window keeps its sentence."""
    deaths: list[bool] = []
    paths.store.mkdir(parents=True)

    async def life() -> None:
        bridge = Bridge(paths, host=None, port=0)
        bridge.died.connect(deaths.append)
        await bridge.start()
        with pytest.raises(InspectorError) as asked_too_early:
            await bridge.ask(MarkRead(ids=None))
        await until(lambda: deaths)
        assert bridge.health.problem
        assert str(asked_too_early.value) == bridge.health.problem
        await bridge.close()

    loop.run(life())

    assert deaths == [False]


def test_what_stays_off_is_started_again_when_the_user_asks(loop: Loop, paths: Paths) -> None:
    """Once what was wrong is mended; while it runs, asking again changes nothing."""
    deaths: list[bool] = []
    paths.store.mkdir(parents=True)

    async def life() -> None:
        bridge = Bridge(paths, host=None, port=0)
        bridge.died.connect(deaths.append)
        await bridge.start()
        await until(lambda: deaths)
        paths.store.rmdir()
        bridge.restart()
        await until(lambda: bridge.health.listening)
        running = bridge.process_id
        bridge.restart()
        assert (bridge.health.problem, bridge.process_id) == (None, running)
        await bridge.close()

    loop.run(life())

    assert deaths == [False]
