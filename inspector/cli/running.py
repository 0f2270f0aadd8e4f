"""Runs the asynchronous part of a command, and stops it in order on Ctrl+C or SIGTERM."""

import asyncio
import signal
import sys
from collections.abc import Coroutine
from typing import TypeVar

from inspector.engine_process import new_loop_factory

T = TypeVar("T")

STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def run(work: Coroutine[None, None, T]) -> T:
    """Run a coroutine to its end; a signal cancels it, so that its `finally` blocks close what is open.

    Raises KeyboardInterrupt behind Ctrl+C.
    """
    with asyncio.Runner(loop_factory=new_loop_factory()) as runner:
        return runner.run(_until_signal(work))


async def _until_signal(work: Coroutine[None, None, T]) -> T:
    if sys.platform == "win32":
        return await work
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    stopped: list[int] = []

    def stop(number: int) -> None:
        stopped.append(number)
        task.cancel()

    for number in STOPPING:
        loop.add_signal_handler(number, stop, number)
    try:
        return await task
    except asyncio.CancelledError:
        if stopped:
            raise KeyboardInterrupt from None
        raise
    finally:
        for number in STOPPING:
            loop.remove_signal_handler(number)
