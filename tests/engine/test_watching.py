"""A file that people edit."""

import asyncio
from pathlib import Path

from inspector.engine.watching import watch


async def test_every_change_is_noticed(tmp_path: Path) -> None:
    """One that comes, one that is written anew, one that goes; and nothing where nothing changed."""
    file = tmp_path / "settings.toml"
    noticed = asyncio.Queue[bool]()

    async def note() -> None:
        noticed.put_nowait(file.exists())

    task = asyncio.ensure_future(watch(file, note, pause=0.005))
    await asyncio.sleep(0.02)
    assert noticed.empty()
    file.write_text("port = 1")
    assert await asyncio.wait_for(noticed.get(), 5)
    file.with_suffix(".part").write_text("port = 9000")
    file.with_suffix(".part").replace(file)
    assert await asyncio.wait_for(noticed.get(), 5)
    file.unlink()
    assert not await asyncio.wait_for(noticed.get(), 5)
    task.cancel()
