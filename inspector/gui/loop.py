"""One loop for Qt and asyncio: the only code that knows how the two are joined."""

import asyncio
import logging
from collections.abc import Callable, Coroutine

from PySide6.QtCore import QCoreApplication
from qasync import QEventLoop

# Its own records are about its inner workings, a line for each timer.
logging.getLogger("qasync").setLevel(logging.WARNING)


def new_loop(app: QCoreApplication) -> asyncio.AbstractEventLoop:
    """An asyncio loop that is driven by the application's Qt loop."""
    loop: asyncio.AbstractEventLoop = QEventLoop(app)
    return loop


def run(app: QCoreApplication, life: Callable[[], Coroutine[None, None, int]]) -> int:
    """Run the window's life until it returns its exit code."""
    with asyncio.Runner(loop_factory=lambda: new_loop(app)) as runner:
        return runner.run(life())
