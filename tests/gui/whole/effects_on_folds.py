"""What folding repeats does in the window."""

import asyncio

from tests.gui.stage import until
from tests.gui.whole.scene import Scene

DELIVERY = (
    b"POST /hooks/github HTTP/1.1\r\nHost: x\r\nX-GitHub-Event: ping\r\nX-GitHub-Delivery: %b\r\n"
    b"Connection: close\r\nContent-Length: 2\r\n\r\n{}"
)


async def deliver(s: Scene, name: bytes, times: int) -> int:
    """Send one delivery of GitHub so many times; gives the id of its first arrival."""
    host, _, port = s.url.removeprefix("http://").rpartition(":")
    for _ in range(times):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(DELIVERY % name)
        await reader.read()
        writer.close()
    return (await s.parts.reader.part(s.desk.listing.tree)).ids[times - 1]


async def fold_repeats(s: Scene) -> None:
    """Repeats stand under their first arrival, and then in their places again."""
    first = await deliver(s, b"folded-by-key", 3)
    await until(lambda: s.window.model.row_of(first) == 2)
    s.window.table.select_id(first + 1)
    await s.act()
    await until(lambda: s.window.model.row_of(first) == 0)
    await until(lambda: s.window.table.current_id() == first)
    assert s.desk.habits.settings.fold_repeats
    s.desk.folding.toggle()
    await until(lambda: s.window.model.row_of(first) == 2)


async def fold_one(s: Scene) -> None:
    """The repeats of the selected delivery stand below it."""
    s.desk.folding.toggle()
    first = await deliver(s, b"unfolded-by-key", 2)
    await until(lambda: s.window.model.row_of(first) == 0)
    await s.select(0)
    await until(lambda: s.desk.folding.possible)
    await s.act()
    await until(lambda: s.window.model.row_of(first + 1) == 1)
    s.desk.folding.toggle()
    await until(lambda: s.window.model.row_of(first) == 1)
