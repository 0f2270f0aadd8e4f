"""Slow calls on a thread."""

import asyncio
import threading

import pytest

from inspector.core.errors import UsageError
from inspector.engine.aside import aside


async def test_it_gives_what_the_call_gives() -> None:
    """Its result, or its error; meanwhile the loop goes on."""
    go = threading.Event()
    waiting = asyncio.ensure_future(aside(go.wait, 20))
    await asyncio.sleep(0)
    assert not waiting.done()
    go.set()
    assert await waiting

    def refuse() -> None:
        raise UsageError("No.")

    with pytest.raises(UsageError):
        await aside(refuse)


def test_the_end_of_the_loop_waits_for_nobody() -> None:
    """A call that is still under way then is told nothing, and breaks nothing."""
    go = threading.Event()
    began = threading.Event()

    def ask() -> None:
        began.set()
        go.wait(20)

    async def main() -> None:
        waiting = asyncio.ensure_future(aside(ask))
        await asyncio.to_thread(began.wait, 20)
        waiting.cancel()

    asyncio.run(main())
    [thread] = [one for one in threading.enumerate() if one.name == "aside ask"]
    go.set()
    thread.join(20)
    assert not thread.is_alive()
