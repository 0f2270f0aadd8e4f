"""Providers that the user described are followed, and captures judged again by them."""

import asyncio
from dataclasses import replace

from inspector.core.messages import Health
from inspector.engine import custom_file
from tests.engine.conftest import EVENT, Running, signed
from tests.providers.described import ACME, BODY, KEY, secret

EARLIER = {"X-Acme-Signature": "sha256=00", "X-Acme-Time": "1"}


async def told(running: Running, count: int) -> Health:
    """Wait until so many are in force."""
    async with asyncio.timeout(60):
        while len(running.engine.health.custom) != count:
            await asyncio.sleep(0.02)
    return running.engine.health


async def test_an_edited_file_counts_at_once(running: Running) -> None:
    """Earlier captures of nobody become the new provider's, others stay what they are, and go back without it."""
    _, unknown = await running.post(BODY, "/hooks/acme", EARLIER)
    _, stripe = await running.post(EVENT, "/", signed())
    path = running.engine.paths.custom_providers
    assert (await running.capture(unknown)).judgement.provider is None

    custom_file.save(path, ACME)
    await told(running, 1)
    async with asyncio.timeout(60):
        while (await running.capture(unknown)).judgement.provider is None:
            await asyncio.sleep(0.02)

    judgement = (await running.capture(unknown)).judgement
    assert (judgement.provider, judgement.event) == ("custom:acme", "order.paid")
    assert judgement.verdict.status == "no-secret"
    assert (await running.capture(stripe)).judgement.provider == "stripe"
    assert (await running.capture((await running.post(BODY, "/", EARLIER))[1])).judgement.provider == "custom:acme"

    custom_file.remove(path, "acme")
    assert await running.engine.describing.take(running.engine.basis) == 2
    assert (await running.capture(unknown)).judgement.provider is None


async def test_only_what_is_judged_otherwise_is_counted(running: Running) -> None:
    """A provider that takes a known sender's requests is asked for them too; the same file again changes nothing."""
    _, stripe = await running.post(EVENT, "/mine", signed())
    await running.post(EVENT, "/other", signed())
    describing, path = running.engine.describing, running.engine.paths.custom_providers
    custom_file.save(path, replace(ACME, recognise=("path=/mine",)))

    assert await describing.take(running.engine.basis) == 1
    assert (await running.capture(stripe)).judgement.provider == "custom:acme"
    before = describing.custom
    assert await describing.take(running.engine.basis) == 0
    assert describing.custom is before


async def test_a_problem_is_published_and_goes(running: Running) -> None:
    """What cannot be used stands in the health until it is mended."""
    path = running.engine.paths.custom_providers
    custom_file.save(path, ACME)
    good = path.read_text(encoding="utf-8")
    path.write_text(good + '\n[[provider]]\nname = "x"\n', encoding="utf-8")
    await running.engine.describing.take(running.engine.basis)

    assert "“x” cannot be used" in running.engine.health.custom_problems[0]
    assert len(running.engine.health.custom) == 1
    path.write_text(good, encoding="utf-8")
    await running.engine.describing.take(running.engine.basis)
    assert running.engine.health.custom_problems == ()


async def test_the_order_decides(running: Running) -> None:
    """Of two that fit the first one counts; another order judges again."""
    path = running.engine.paths.custom_providers
    one, two = ACME, replace(ACME, name="two")
    custom_file.save(path, one)
    custom_file.save(path, two)
    await running.engine.describing.take(running.engine.basis)
    _, id = await running.post(BODY, "/", EARLIER)
    assert (await running.capture(id)).judgement.provider == "custom:acme"

    path.write_text(custom_file.write(two) + custom_file.write(one), encoding="utf-8")
    await running.engine.describing.take(running.engine.basis)

    assert (await running.capture(id)).judgement.provider == "custom:two"


def test_the_key_is_no_part_of_the_file() -> None:
    """A recipe holds no secret."""
    assert secret().value == KEY
    assert KEY.decode() not in custom_file.write(ACME)
