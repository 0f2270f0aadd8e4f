"""What folding repeats does in the window."""

import asyncio

from tests.gui.stage import until
from tests.gui.whole.scene import Scene

DELIVERY = (
    "POST /hooks/github HTTP/1.1\r\nHost: {host}\r\nX-GitHub-Event: push\r\nX-GitHub-Delivery: {name}\r\n"
    "Connection: close\r\nContent-Length: {size}\r\n\r\n{name}"
)


async def deliver(s: Scene, times: int) -> int:
    """Send a new delivery of GitHub so many times; gives the id of its first arrival."""
    host, _, port = s.url.removeprefix("http://").rpartition(":")
    before = (await s.parts.reader.part(s.desk.listing.tree, limit=1)).newest
    name = f"after-{before}"
    for _ in range(times):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(DELIVERY.format(host=f"{host}:{port}", name=name, size=len(name)).encode())
        await reader.read()
        writer.close()
    return before + 1


async def fold_repeats(s: Scene) -> None:
    """Repeats stand under their first arrival, and then in their places again."""
    first = await deliver(s, 3)
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
    first = await deliver(s, 2)
    await until(lambda: s.window.model.row_of(first) == 0)
    await until(lambda: (row := s.window.model.summary_at(0)) is not None and row.again == 1)
    await s.select(0)
    await until(lambda: s.desk.folding.possible)
    await s.act()
    await until(lambda: s.window.model.row_of(first + 1) == 1)
    s.desk.folding.toggle()
    await until(lambda: s.window.model.row_of(first) == 1)
