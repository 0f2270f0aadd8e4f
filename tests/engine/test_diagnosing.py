"""Why a signature failed is searched behind the writer."""

import asyncio

import pytest

from inspector.core.messages import Changed
from inspector.core.secret import Secret
from tests.engine.conftest import EVENT, SECRET, Running, signed


@pytest.fixture
def secrets() -> tuple[Secret, ...]:
    """A secret that was pasted with a line break."""
    return (Secret(provider="stripe", name="pasted", value=SECRET + b"\n"),)


async def test_the_cause_follows_the_response(running: Running) -> None:
    """The sender is answered at once; some moments later the capture has its proved cause, and that is announced."""
    _, id = await running.post(EVENT, "/", signed())
    async with asyncio.timeout(20):
        while not any(isinstance(fact, Changed) and fact.ids == (id,) for fact in running.facts):
            await asyncio.sleep(0.02)

    verdict = (await running.capture(id)).judgement.verdict
    assert verdict.final
    assert (verdict.status, verdict.cause) == ("invalid", "secret-whitespace")
    assert "pasted" in verdict.explanation
