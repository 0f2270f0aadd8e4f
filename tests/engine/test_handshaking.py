"""Handshakes over a socket: each is answered as its provider documents it, and nobody gets anything signed."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from inspector.core.capture import Capture
from inspector.core.headers import Headers
from inspector.engine.engine import Engine
from tests.engine.conftest import paths_in
from tests.providers.handshakes.asking import ASKED, Asking, xero, zoom


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a sender got."""

    status: int
    headers: Headers
    body: bytes


@dataclass
class Endpoint:
    """An engine that listens, asked over bare sockets."""

    engine: Engine
    port: int

    async def ask(self, asking: Asking) -> Told:
        """Send it on a connection of its own, with its secrets stored, and expected where it has to be."""
        self.engine.secrets.take({asking.provider: asking.stored()} if asking.secrets else {})
        self.engine.handshaking.expected_provider = asking.provider if asking.expected else ""
        return await self.send(asking)

    async def send(self, asking: Asking) -> Told:
        """Send it, whatever is stored and expected."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        head = asking.head().replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
        writer.write(head + asking.body)
        answer = await asyncio.wait_for(reader.read(), 5)
        writer.close()
        first, _, body = answer.partition(b"\r\n\r\n")
        lines = first.split(b"\r\n")
        pairs = [line.split(b": ", 1) for line in lines[1:]]
        return Told(status=int(lines[0].split()[1]), headers=Headers((n, v) for n, v in pairs), body=body)

    async def last(self) -> Capture:
        """The newest capture."""
        ids = await self.engine.reading.run(lambda reader: reader.last_id())
        return await self.engine.reading.run(lambda reader: reader.capture(ids))


@pytest.fixture
async def endpoint(tmp_path: Path) -> AsyncIterator[Endpoint]:
    """An engine that listens, and is stopped behind the test."""
    engine = Engine(paths_in(tmp_path))
    await engine.start()
    address = (await engine.listen(port=0))[0]
    while not engine.health.settings_seq:  # the vault is read once; then a test says what is in it
        await asyncio.sleep(0.01)
    yield Endpoint(engine, int(address.rpartition(":")[2]))
    await engine.stop()


async def test_every_documented_handshake_gets_its_documented_answer(endpoint: Endpoint) -> None:
    """Status, Content-Type, fields and body, byte for byte; the capture says what was told and why."""
    for asking in ASKED:
        told = await endpoint.ask(asking)
        capture = await endpoint.last()

        assert (told.status, told.body) == (asking.status, asking.answer), asking
        assert told.headers.get("Content-Type") == asking.content_type, asking
        assert told.headers.get("X-Content-Type-Options") == "nosniff"
        assert told.headers.get("Transfer-Encoding") is None
        for name, value in asking.headers.items():
            assert told.headers.get(name) == value, asking
        response = capture.response
        assert response is not None
        assert (response.by, response.status, response.body) == (
            "handshake",
            told.status,
            asking.answer or response.body,
        )
        assert response.why
        assert capture.judgement.handshake == asking.kind
        assert capture.judgement.provider == (asking.provider if asking.known else None)


async def test_what_is_signed_is_answered_where_it_is_valid(endpoint: Endpoint) -> None:
    """Zoom's token is signed only for Zoom; Xero is told 200 for a good signature and 401 for a wrong one."""
    asking = zoom()
    told = await endpoint.ask(asking)
    assert (told.status, told.headers.get("Content-Type"), told.body) == (200, asking.content_type, asking.answer)

    good, bad = await endpoint.ask(xero()), await endpoint.ask(xero(secret=b"another", status=401))
    assert [(told.status, told.body) for told in (good, bad)] == [(200, b""), (401, b"")]
