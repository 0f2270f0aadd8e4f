"""Connections that wait for their next request."""

import asyncio
import socket

import pytest

from inspector.dispatch import pool as pool_module
from inspector.dispatch.pool import Pool
from inspector.dispatch.targets import parse
from tests.recorder import recording, serving


async def test_a_connection_is_given_again_while_it_is_open() -> None:
    """The newest that waits is taken, and each only once."""
    async with recording() as recorder:
        pool, place = Pool(), parse(recorder.url)
        first, second = await pool.connect(place), await pool.connect(place)
        pool.give(place, first)
        pool.give(place, second)

        assert pool.take(place) is second
        assert pool.take(place) is first
        assert pool.take(place) is None
        for wire in (first, second):
            wire.close()
        pool.close()


async def test_a_connection_that_the_other_end_closed_is_not_given() -> None:
    """It is forgotten when it is met."""

    async def close(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with serving(close) as port:
        pool, place = Pool(), parse(f"http://127.0.0.1:{port}/")
        wire = await pool.connect(place)
        pool.give(place, wire)
        while wire.is_open:
            await asyncio.sleep(0.001)

        assert pool.take(place) is None
        pool.close()


async def test_places_do_not_share_connections() -> None:
    """Another port is another server."""
    async with recording() as one, recording() as other:
        pool = Pool()
        pool.give(parse(one.url), await pool.connect(parse(one.url)))

        assert pool.take(parse(other.url)) is None
        pool.close()


async def test_a_connection_that_waits_too_long_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that wants to stop is not held up by connections without a request."""
    monkeypatch.setattr(pool_module, "IDLE_LIMIT", 0.05)
    async with recording() as recorder:
        pool, place = Pool(), parse(recorder.url)
        wire = await pool.connect(place)
        pool.give(place, wire)
        while wire.is_open:
            await asyncio.sleep(0.01)

        assert pool.take(place) is None
        pool.close()


async def test_every_address_of_a_name_is_tried() -> None:
    """localhost is two addresses, and a server often listens on one of them."""
    async with recording() as recorder:
        pool = Pool()
        wire = await pool.connect(parse(f"http://localhost:{recorder.port}/"))

        assert wire.local.startswith("127.0.0.1:")
        wire.close()


async def test_a_refused_connection_is_raised() -> None:
    """The last address's error says it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    with pytest.raises(ConnectionRefusedError):
        await Pool().connect(parse(f"http://127.0.0.1:{port}/"))


async def test_a_server_that_never_accepts_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection must stand within its limit."""
    monkeypatch.setattr(pool_module, "CONNECT_LIMIT", 0.1)
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        place = parse(f"http://127.0.0.1:{deaf.getsockname()[1]}/")
        waiting = [socket.socket() for _ in range(3)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", place.port))

        with pytest.raises(TimeoutError):
            await Pool().connect(place)
        for one in waiting:
            one.close()
