"""Background work on the event loop: kept, named, and its failure logged."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TypeAlias

from inspector.core.errors import InspectorError

Refused: TypeAlias = Callable[[InspectorError], None]
"""Gets what a coroutine raises for the user."""

log = logging.getLogger(__name__)


class Tasks:
    """The running tasks of one owner, who cancels them when it stops."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def spawn(
        self, work: Coroutine[None, None, None], *, name: str, refused: Refused | None = None
    ) -> asyncio.Task[None]:
        """Start a coroutine; its failure is logged under its name and goes no further.

        What it raises for the user goes to `refused` instead, where there is one.
        """
        task = asyncio.create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(partial(self._ended, refused))
        return task

    async def cancel(self) -> None:
        """Cancel everything that still runs and wait until it has ended."""
        running = tuple(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _ended(self, refused: Refused | None, task: "asyncio.Task[None]") -> None:
        self._running.discard(task)
        if task.cancelled() or (error := task.exception()) is None:
            return
        if refused is not None and isinstance(error, InspectorError):
            refused(error)
        else:
            log.error("%s failed", task.get_name(), exc_info=error)
