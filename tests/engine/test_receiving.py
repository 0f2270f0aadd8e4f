"""The way of a request: judge, keep, decide, respond, announce."""

import asyncio
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from inspector.core.messages import Captured
from inspector.core.response import Response
from inspector.store.reader import Reader
from tests.engine.conftest import EVENT, Running, signed


async def test_answered_means_stored(running: Running, tmp_path: Path) -> None:
    """When the response is there, another connection finds the capture, judged, with that response."""
    status, id = await running.post(EVENT, "/hooks", signed())

    reader = Reader(tmp_path / "captures.db")
    capture = reader.capture(id or 0)
    reader.close()
    assert status == 200
    assert (capture.judgement.provider, capture.judgement.event) == ("stripe", "invoice.paid")
    assert (capture.judgement.verdict.status, capture.judgement.verdict.secret) == ("valid", "staging")
    assert capture.response is not None
    assert (capture.response.status, capture.response.by) == (200, "default")
    assert capture.response.duration_ms is not None
    assert capture.response.headers.get("X-Capture-Id") == str(id)


async def test_it_is_announced(running: Running) -> None:
    """Each batch is one fact, whose counts add up."""
    await asyncio.gather(*(running.post(b"x") for _ in range(20)))

    assert sum(fact.count for fact in running.facts if isinstance(fact, Captured)) == 20


async def test_a_subscriber_that_fails_costs_nobody_a_response(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """The sender gets its response and the other subscribers hear of it."""

    def broken(fact: object) -> None:
        raise RuntimeError("a broken subscriber")

    running.engine.facts.subscribe(broken)
    with caplog.at_level("ERROR"):
        status, _ = await running.post(b"x")

    assert status == 200
    assert "a broken subscriber" in caplog.text


async def test_the_response_that_was_chosen(running: Running) -> None:
    """It is what senders get and what is stored, until the default is chosen again."""
    running.engine.respond_with(Response(status=503, body=b"later"))
    status, id = await running.post(b"x")
    running.engine.respond_with(None)

    response = (await running.capture(id)).response
    assert status == 503
    assert response is not None
    assert (response.status, response.body) == (503, b"later")
    assert (await running.post(b"x"))[0] == 200


async def test_a_refused_request_is_kept_with_its_refusal(running: Running) -> None:
    """What cannot be read is answered 400 and stands in the store with the reason and the response."""
    address = urlsplit(running.url)
    with socket.create_connection((address.hostname, address.port), timeout=5) as connection:
        await asyncio.to_thread(connection.sendall, b"GET / HTTP/1.1\r\nno colon here\r\n\r\n")
        answer = await asyncio.to_thread(connection.recv, 4096)

    capture = await running.capture(1)
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert capture.request.malformed
    assert capture.response is not None
    assert (capture.response.status, capture.response.by) == (400, "limit")


async def test_a_sender_that_broke_off_has_no_response(running: Running) -> None:
    """It is kept as far as it came; no response is recorded, as none could be given."""
    address = urlsplit(running.url)
    with socket.create_connection((address.hostname, address.port), timeout=5) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    async with asyncio.timeout(5):
        while not running.facts or not isinstance(running.facts[-1], Captured):
            await asyncio.sleep(0.01)

    capture = await running.capture(1)
    assert not capture.request.complete
    assert capture.request.body.read() == b"abc"
    assert capture.response is None
