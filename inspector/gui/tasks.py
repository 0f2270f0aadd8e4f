"""Background work of the window: the only place of it that starts a task or hands work to a thread."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar
from weakref import WeakSet

from inspector.core.tasks import Refused, Tasks

P = ParamSpec("P")
T = TypeVar("T")

_TASKS = Tasks()
_ENDED: "WeakSet[asyncio.AbstractEventLoop]" = WeakSet()
"""Loops that may still run for a moment, but start nothing any more."""
_THREADS = ThreadPoolExecutor(4, thread_name_prefix="off")


def spawn(work: Coroutine[None, None, None], *, name: str, refused: Refused | None = None) -> None:
    """Start a coroutine on the running loop; it is kept until it ends, and its failure is logged under its name.

    `refused` gets what it raises for the user instead.
    After `end` or the end of the loop nothing is started any more: what a last signal of Qt asks for comes too late.
    """
    if _runs():
        _TASKS.spawn(work, name=name, refused=refused)
    else:
        work.close()


async def off(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What the function returns; it runs on a thread, so that files and keyrings never hold up the window."""
    return await asyncio.wrap_future(_THREADS.submit(function, *args, **kwargs))


async def end() -> None:
    """Cancel what still runs and wait for its end; nothing is started any more on this loop."""
    _ENDED.add(asyncio.get_running_loop())
    await _TASKS.cancel()


def _runs() -> bool:
    """Whether the loop runs and still takes tasks: Qt may paint or signal once more after the end."""
    try:
        return asyncio.get_running_loop() not in _ENDED
    except RuntimeError:
        return False
