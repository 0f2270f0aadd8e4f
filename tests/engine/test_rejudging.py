"""Captures are judged again when a secret comes."""

import asyncio

import pytest

from inspector.core.messages import AddSecret, SecretAdded
from inspector.core.secret import Secret
from inspector.engine.wishes import fulfil
from tests.engine.conftest import EVENT, SECRET, Running, signed


@pytest.fixture
def secrets() -> tuple[Secret, ...]:
    """None yet."""
    return ()


async def test_earlier_captures_become_valid(running: Running) -> None:
    """A hundred captures without a secret are valid soon after it was given, and it says how many there are."""
    ids = [(await running.post(EVENT, "/", signed()))[1] for _ in range(120)]
    assert (await running.capture(ids[0])).judgement.verdict.status == "no-secret"

    answer = await fulfil(running.engine, AddSecret(provider="stripe", name="staging", value=SECRET.decode()))

    assert answer == SecretAdded(kept="session", judged_again=120)
    async with asyncio.timeout(10):
        while (await running.capture(ids[0])).judgement.verdict.status != "valid":
            await asyncio.sleep(0.02)
    verdicts = [(await running.capture(id)).judgement.verdict for id in ids]
    assert {(verdict.status, verdict.secret) for verdict in verdicts} == {("valid", "staging")}
