"""Background work."""

import asyncio
import logging

import pytest

from inspector.core.tasks import Tasks


async def fail() -> None:
    raise ValueError("broken")


async def test_a_failure_is_logged_under_its_name(caplog: pytest.LogCaptureFixture) -> None:
    """A task that fails leaves its name and its traceback in the log."""
    with caplog.at_level(logging.ERROR):
        Tasks().spawn(fail(), name="counting sheep")
        await asyncio.sleep(0.01)

    assert "counting sheep failed" in caplog.text
    assert "ValueError: broken" in caplog.text


async def test_cancel_waits_for_the_end() -> None:
    """Behind `cancel` no task of the owner runs any more."""
    tasks = Tasks()
    task = tasks.spawn(asyncio.sleep(60), name="sleeping")

    await tasks.cancel()

    assert task.cancelled()
