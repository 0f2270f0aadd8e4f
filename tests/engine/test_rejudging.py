"""Captures are judged again when a secret comes."""

import asyncio

import pytest

from inspector.core.secret import Secret
from inspector.core.secret_wishes import AddSecret, RemoveSecret, SecretAdded
from inspector.core.verdict import Judgement, Verdict
from inspector.engine.rejudging import Tally
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

    assert answer == SecretAdded(kept="session", judged_again=120, matched=120)
    async with asyncio.timeout(60):
        while (await running.capture(ids[0])).judgement.verdict.status != "valid":
            await asyncio.sleep(0.02)
    verdicts = [(await running.capture(id)).judgement.verdict for id in ids]
    assert {(verdict.status, verdict.secret) for verdict in verdicts} == {("valid", "staging")}


async def test_a_wrong_secret_is_told_and_can_be_forgotten(running: Running) -> None:
    """Nothing is matched by it; without it the captures wait for a secret again."""
    _, id = await running.post(EVENT, "/", signed())

    answer = await fulfil(running.engine, AddSecret(provider="stripe", name="wrong", value="garbage"))

    assert answer == SecretAdded(kept="session", judged_again=1, matched=0)
    assert (await running.capture(id or 0)).judgement.verdict.status == "invalid"
    await fulfil(running.engine, RemoveSecret(provider="stripe", name="wrong"))
    async with asyncio.timeout(60):
        while (await running.capture(id or 0)).judgement.verdict.status != "no-secret":
            await asyncio.sleep(0.02)


def test_what_is_still_to_be_read_is_undecided() -> None:
    """A match is one of this secret, also where the signature is too old."""
    tally = Tally(secret="staging")
    for verdict in (
        Verdict(status="valid", matches=True, secret="staging"),
        Verdict(status="invalid", matches=True, secret="staging", cause="timestamp-stale"),
        Verdict(status="valid", matches=True, secret="other"),
        Verdict(status="invalid", matches=False, final=False),
        Verdict(status="unknown", final=False),
    ):
        tally.add(Judgement(provider="stripe", verdict=verdict))

    assert (tally.matched, tally.decided) == (2, 4)
