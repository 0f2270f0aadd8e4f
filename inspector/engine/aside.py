"""Slow calls on a thread that nobody waits for when the program ends: a keyring may be asking the user meanwhile."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def aside(function: Callable[..., T], *arguments: object) -> T:
    """What a call gives, or the error it raises. A loop that has ended meanwhile is not told."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        try:
            result = function(*arguments)
        except BaseException as error:
            _tell(loop, future, None, error)
        else:
            _tell(loop, future, result, None)

    threading.Thread(target=run, name=f"aside {function.__name__}", daemon=True).start()
    return await future


def _tell(
    loop: asyncio.AbstractEventLoop, future: "asyncio.Future[T]", result: T | None, error: BaseException | None
) -> None:
    def settle() -> None:
        if future.cancelled():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]

    try:
        loop.call_soon_threadsafe(settle)
    except RuntimeError:
        return  # the loop ended before the call did
