"""An engine of its own for a test, listening on a free port."""

import hashlib
import hmac
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest

from inspector.core import clock
from inspector.core.capture import Capture
from inspector.core.messages import Fact
from inspector.core.paths import Paths
from inspector.core.secret import Secret
from inspector.engine.engine import Engine

SECRET = b"whsec_test_secret"
STRIPE = Secret(provider="stripe", name="staging", value=SECRET)
EVENT = b'{"id":"evt_1","object":"event","type":"invoice.paid"}'


def paths_in(folder: Path) -> Paths:
    """Everything of a program below one folder."""
    return Paths(store=folder / "captures.db", config=folder / "config", logs=folder / "logs")


@dataclass
class Running:
    """An engine with its address and every fact it published."""

    engine: Engine
    url: str
    facts: list[Fact] = field(default_factory=list)

    async def post(self, body: bytes, path: str = "/", headers: dict[str, str] | None = None) -> tuple[int, int | None]:
        """Send a request; gives the status and the capture's id."""
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.url + path, data=body, headers=headers or {}) as response,
        ):
            id = response.headers.get("X-Capture-Id")
            return response.status, None if id is None else int(id)

    async def capture(self, id: int | None) -> Capture:
        """A capture as it stands in the store."""
        assert id is not None
        return await self.engine.reading.run(lambda reader: reader.capture(id))


Start = Callable[..., "AsyncIterator[Running]"]


def signed(body: bytes = EVENT, *, secret: bytes = SECRET, age_s: int = 1) -> dict[str, str]:
    """The header fields by which Stripe signs a body now."""
    at = int(clock.now().timestamp()) - age_s
    digest = hmac.new(secret, b"%d." % at + body, hashlib.sha256).hexdigest()
    return {"Stripe-Signature": f"t={at},v1={digest}", "Content-Type": "application/json"}


@pytest.fixture
def secrets() -> tuple[Secret, ...]:
    """Secrets of the session; a test may say others."""
    return (STRIPE,)


@pytest.fixture
async def running(tmp_path: Path, secrets: tuple[Secret, ...]) -> AsyncIterator[Running]:
    """An engine that listens, and is stopped behind the test."""
    engine = Engine(paths_in(tmp_path), secrets=secrets)
    facts: list[Fact] = []
    engine.facts.subscribe(facts.append)
    await engine.start()
    addresses = await engine.listen(port=0)
    yield Running(engine, addresses[0], facts)
    await engine.stop()
