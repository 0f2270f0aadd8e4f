"""Running the asynchronous part of a command."""

import asyncio
import os
import signal

import pytest

from inspector.cli.running import run


def test_the_result_comes_back() -> None:
    """What the coroutine returns is returned."""

    async def work() -> int:
        return 7

    assert run(work()) == 7


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_lets_it_clean_up(number: signal.Signals) -> None:
    """A signal cancels the work, whose `finally` runs to its end, and becomes KeyboardInterrupt."""
    cleaned = []

    async def work() -> None:
        asyncio.get_running_loop().call_later(0.05, os.kill, os.getpid(), number)
        try:
            await asyncio.sleep(30)
        finally:
            await asyncio.sleep(0.01)
            cleaned.append(True)

    with pytest.raises(KeyboardInterrupt):
        run(work())
    assert cleaned == [True]
