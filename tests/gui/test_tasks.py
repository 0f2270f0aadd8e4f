"""Background work of the window."""

import asyncio
import logging
import threading

import pytest

from inspector.gui import tasks
from tests.gui.stage import Loop, until


@pytest.mark.logs(logging.ERROR)
def test_a_failure_is_logged_under_its_name(loop: Loop, caplog: pytest.LogCaptureFixture) -> None:
    """What fails in the background ends neither the loop nor in silence."""

    async def fail() -> None:
        raise ValueError("no")

    async def main() -> None:
        tasks.spawn(fail(), name="counting sheep")
        await until(lambda: caplog.text)

    loop.run(main())

    assert "counting sheep failed" in caplog.text


def test_after_the_loop_nothing_is_started(loop: Loop) -> None:
    """A last signal of Qt asks for something and gets nothing, without an error."""
    begun: list[bool] = []

    async def begin() -> None:
        begun.append(True)

    tasks.spawn(begin(), name="too late")
    loop.pause()

    assert begun == []


def test_after_the_end_nothing_is_started(loop: Loop) -> None:
    """What was under way is cancelled; a timer that goes off in the loop's last moments starts nothing."""
    begun: list[str] = []

    async def begin(name: str) -> None:
        begun.append(name)
        await asyncio.sleep(60)

    async def main() -> None:
        tasks.spawn(begin("early"), name="early")
        await until(lambda: begun)
        await tasks.end()
        tasks.spawn(begin("late"), name="late")
        await asyncio.sleep(0.02)

    loop.run(main())

    assert begun == ["early"]


def test_work_runs_on_another_thread(loop: Loop) -> None:
    """`off` keeps slow calls away from the window."""
    assert loop.run(tasks.off(threading.get_ident)) != threading.get_ident()
