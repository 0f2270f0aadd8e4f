"""Background work on the store."""

import asyncio
from dataclasses import replace
from pathlib import Path

from inspector import settings_file
from inspector.store.store import Store
from tests.engine.conftest import Running


async def test_settings_changed_by_another_process_are_taken(running: Running, tmp_path: Path) -> None:
    """After another process wrote settings and said so in the store, this one follows within seconds."""
    settings_file.change(running.engine.paths.settings, lambda settings: replace(settings, max_body=1234))
    other = Store.open(tmp_path / "captures.db")
    other.bump_settings()
    other.close()

    async with asyncio.timeout(10):
        while running.engine.settings.max_body != 1234:
            await asyncio.sleep(0.05)
    status, _ = await running.post(b"x" * 2000)
    assert status == 413
