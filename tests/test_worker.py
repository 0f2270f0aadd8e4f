"""The process for what would hold the interpreter lock."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterator

import pytest

from inspector.core.errors import ResourceError, UsageError
from inspector.worker import Worker


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    """A worker that is ended behind the test."""
    worker = Worker()
    yield worker
    worker.kill()


def add(first: int, second: int) -> int:
    return first + second


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def refuse() -> None:
    raise UsageError("That cannot be read.")


def leave() -> None:
    os._exit(3)


def count(number: int) -> Iterator[int]:
    yield from range(number)


def pid() -> int:
    return os.getpid()


async def test_a_call_returns_what_the_function_returns(worker: Worker) -> None:
    """The function runs in another process and its result comes back."""
    assert await worker.call(20, add, 2, 3) == 5
    assert await worker.call(20, pid) != os.getpid()


async def test_one_process_serves_all_calls(worker: Worker) -> None:
    """Calls that wait for each other are done by the same process."""
    pids = await asyncio.gather(*(worker.call(20, pid) for _ in range(5)))

    assert len(set(pids)) == 1


async def test_an_error_comes_back_as_it_was_raised(worker: Worker) -> None:
    """An error of the user's world keeps its class and its sentence."""
    with pytest.raises(UsageError, match="That cannot be read"):
        await worker.call(20, refuse)


async def test_a_call_that_takes_too_long_is_stopped(worker: Worker) -> None:
    """The process is killed, the caller told, and the next call works."""
    await worker.call(20, pid)

    with pytest.raises(ResourceError, match=r"longer than 0\.2 s"):
        await worker.call(0.2, sleep, 60)

    assert await worker.call(20, add, 1, 1) == 2


async def test_a_process_that_dies_is_replaced(worker: Worker) -> None:
    """The caller is told, and the next call starts another process."""
    with pytest.raises(ResourceError, match="ended by itself"):
        await worker.call(20, leave)

    assert await worker.call(20, add, 1, 1) == 2


async def test_a_stream_gives_its_items_one_by_one(worker: Worker) -> None:
    """Everything a generator yields there arrives here, in order."""
    assert [item async for item in worker.stream(20, count, 50)] == list(range(50))
    assert await worker.call(20, add, 1, 1) == 2


async def test_a_stream_that_is_left_early_leaves_nothing_behind(worker: Worker) -> None:
    """The rest of its items is never taken for the answer of the next call."""
    stream = worker.stream(20, count, 1_000)
    async for _ in stream:
        break
    await stream.aclose()

    assert await worker.call(20, add, 1, 1) == 2


async def test_a_call_that_ends_while_the_process_is_being_started(worker: Worker) -> None:
    """Nothing is left behind, and the next call starts another."""
    for _ in range(5):
        asking = asyncio.ensure_future(worker.call(20, add, 1, 2))
        await asyncio.sleep(0)
        await asyncio.sleep(0.001)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking

    assert await worker.call(20, add, 1, 2) == 3
