"""Background work on the store."""

import asyncio
from dataclasses import replace
from pathlib import Path

from inspector import settings_file
from inspector.core.capture import Arrival
from inspector.core.secret import Secret
from inspector.engine.engine import Engine
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.store.store import Store
from tests.cli.conftest import stripe
from tests.engine.conftest import EVENT, SECRET, Running, paths_in


async def test_settings_changed_by_another_process_are_taken(running: Running, tmp_path: Path) -> None:
    """After another process wrote settings and said so in the store, this one follows within seconds."""
    settings_file.change(running.engine.paths.settings, lambda settings: replace(settings, max_body=1234))
    other = Store.open(tmp_path / "captures.db")
    other.bump_settings()
    other.close()

    async with asyncio.timeout(60):
        while running.engine.settings.max_body != 1234:
            await asyncio.sleep(0.05)
    status, _ = await running.post(b"x" * 2000)
    assert status == 413


async def test_failures_that_another_process_left_are_explained(tmp_path: Path) -> None:
    """A capture whose cause was not found before its process ended gets it from the next one."""
    store = Store.open(tmp_path / "captures.db")
    secret = Secret(provider="stripe", name="pasted", value=SECRET + b"\n")
    request = stripe(EVENT)
    store.keep([Arrival(request=request, judgement=judge(request, Basis(secrets={"stripe": (secret,)})))])
    store.close()

    engine = Engine(paths_in(tmp_path), secrets=[secret])
    await engine.start()
    try:
        async with asyncio.timeout(20):
            while True:
                verdict = (await engine.reading.run(lambda reader: reader.capture(1))).judgement.verdict
                if verdict.final:
                    break
                await asyncio.sleep(0.05)
    finally:
        await engine.stop()

    assert verdict.cause == "secret-whitespace"
