"""Why a signature failed is searched behind the writer."""

import asyncio
from dataclasses import replace

import pytest

from inspector.core.body import Body
from inspector.core.capture import Arrival, Origin
from inspector.core.errors import ResourceError
from inspector.core.messages import Changed
from inspector.core.secret import Secret
from inspector.providers.judging import judge
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


async def test_an_edited_resend_is_told_from_a_riddle(running: Running) -> None:
    """The capture that was sent again is looked at: its body had this signature."""
    secret = Secret(provider="stripe", name="good", value=SECRET)
    engine = running.engine
    engine.secrets.take({"stripe": (secret,)})
    _, id = await running.post(EVENT, "/", signed())
    original = await running.capture(id)
    edited = replace(original.request, body=Body.of(EVENT.replace(b"paid", b"void")))
    origin = Origin(kind="resend", of=original.id)
    [kept] = engine.store.keep([Arrival(request=edited, judgement=judge(edited, engine.basis()), origin=origin)])
    [lost] = engine.store.keep(
        [Arrival(request=edited, judgement=judge(edited, engine.basis()), origin=replace(origin, of=999))]
    )
    for one in (kept.id, lost.id):
        engine.diagnosing.add(one)
    async with asyncio.timeout(20):
        while not engine.diagnosing.is_idle:
            await asyncio.sleep(0.02)

    assert f"signature of capture {original.id}" in (await running.capture(kept.id)).judgement.verdict.explanation
    assert (await running.capture(lost.id)).judgement.verdict.cause == "unexplained"


async def test_a_process_that_was_lost_is_tried_once_more(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time it explains; one that is lost twice is left, and holds up nobody."""
    engine = running.engine
    call = engine.worker.call
    lost: list[float] = []

    async def lose(seconds: float, *args: object) -> object:
        if len(lost) < losses:
            lost.append(seconds)
            raise ResourceError("The process that does the heavy work ended by itself; try again.")
        return await call(seconds, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(engine.worker, "call", lose)
    for losses, explained in ((1, True), (2, False)):
        lost.clear()
        _, id = await running.post(EVENT, "/", signed())
        async with asyncio.timeout(30):
            while not engine.diagnosing.is_idle or not lost:
                await asyncio.sleep(0.01)
        assert len(lost) == losses
        assert (await running.capture(id)).judgement.verdict.final is explained


async def test_what_another_secret_has_decided_meanwhile_stays(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search began with the secrets of before; what it found does not take the place of the newer verdict."""
    engine = running.engine
    call = engine.worker.call
    good = Secret(provider="stripe", name="good", value=SECRET)

    async def answer_late(seconds: float, *args: object) -> object:
        found: object = await call(seconds, *args)  # type: ignore[arg-type]
        if engine.secrets.current["stripe"] != (good,):
            engine.secrets.take({"stripe": (good,)})
            await engine.rejudging.run(await engine.rejudging.judgeable("stripe"))
        return found

    monkeypatch.setattr(engine.worker, "call", answer_late)
    _, id = await running.post(EVENT, "/", signed())
    async with asyncio.timeout(20):
        while not engine.diagnosing.is_idle or not (await running.capture(id)).judgement.verdict.final:
            await asyncio.sleep(0.02)

    verdict = (await running.capture(id)).judgement.verdict
    assert (verdict.status, verdict.secret) == ("valid", "good")
