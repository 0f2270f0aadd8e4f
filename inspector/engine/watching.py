"""Watches one small file that people edit by hand."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

PAUSE = 1.0
"""Seconds between two looks; each costs some microseconds."""

Mark = tuple[int, int, int] | None


def mark_of(path: Path) -> Mark:
    """What tells one content of a file from the next: its number, size and time; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


async def watch(path: Path, on_change: Callable[[], Awaitable[None]], *, pause: float = PAUSE) -> None:
    """Call `on_change` after each change of a file, until cancelled."""
    seen = mark_of(path)
    while True:
        await asyncio.sleep(pause)
        now = mark_of(path)
        if now != seen:
            seen = now
            await on_change()
