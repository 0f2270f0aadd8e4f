"""Runs checks one after another in one window over one engine, and gathers what failed."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu

from inspector.gui import tasks
from inspector.gui.life import Parts, live
from inspector.gui.signals import Signals
from tests.gui.stage import Loop
from tests.gui.whole.scene import Scene

LONGEST = 240.0
"""Seconds after which a whole run is broken off."""

Check = Callable[[Scene], Awaitable[None]]
Act = Callable[[Scene], Awaitable[None]]
Turn = tuple[str, Act, Check]
"""What is tried, how it is done, and what shows that it happened."""


def play(loop: Loop, parts: Parts, folder: Path, turns: Callable[[Scene], Iterable[Turn]]) -> dict[str, str]:
    """Every turn that failed, with why; the window is gone afterwards."""
    window = parts.desktop.desk.window
    signals = Signals()
    failed: dict[str, str] = {}

    async def nothing() -> None:
        """Before the first turn there is nothing to do."""

    async def every() -> None:
        scene = Scene(parts=parts, target="", folder=folder, act=nothing)
        server = await asyncio.start_server(lambda reader, writer: take(scene.bodies, reader, writer), "127.0.0.1", 0)
        scene.target = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        try:
            await scene.listens()
            scene.desk.habits.name_target(scene.target)
            await scene.ready()
            for name, act, check in turns(scene):
                scene.act = partial(act, scene)
                await one(scene, name, check, failed)
        finally:
            server.close()
            window.close()

    async def life() -> None:
        window.show()
        tasks.spawn(every(), name="checks")
        await live(parts, signals)

    loop.run(life(), seconds=LONGEST)
    signals.close()
    return failed


async def one(scene: Scene, name: str, check: Check, failed: dict[str, str]) -> None:
    """One turn, from the beginning that all have."""
    try:
        await scene.ready()
        await check(scene)
    except Exception as error:
        ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "effects" in frame.filename]
        told = [notice.text for notice in scene.window.notices.notices()]
        failed[name] = f"{type(error).__name__} {error}: {ours[-1].line if ours else 'before'}; the window says {told}"
    for menu in scene.window.findChildren(QMenu):
        menu.hide()


async def take(bodies: list[bytes], reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Keep the body of a request and say 200."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")
    )
    bodies.append(await reader.readexactly(length))
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    await writer.drain()
    writer.close()
