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

    def put(text: str) -> None:
        part = file.with_suffix(".part")
        part.write_text(text)
        part.replace(file)

    put("port = 1")
    task = asyncio.ensure_future(watch(file, note, pause=0.005))
    await asyncio.sleep(0.05)
    assert noticed.empty()
    put("port = 9000")
    assert await asyncio.wait_for(noticed.get(), 20)
    file.unlink()
    assert not await asyncio.wait_for(noticed.get(), 20)
    put("port = 1")
    assert await asyncio.wait_for(noticed.get(), 20)
    task.cancel()
