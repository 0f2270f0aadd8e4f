"""One spawned process for what would hold the interpreter lock: diagnosis, explanations, reading large files.

It starts when it is first needed, ends with the program, and is killed when a call takes longer than it may or is
cancelled.
"""

import asyncio
import logging
import multiprocessing
import signal
import threading
from collections.abc import AsyncGenerator, Callable, Iterable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import ParamSpec, TypeVar, cast

from inspector.core.errors import ResourceError

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")


class Worker:
    """Runs importable functions in another process, one at a time, in the order of the calls."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._turn = asyncio.Lock()
        self._starting = threading.Lock()

    async def call(self, seconds: float, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function there and return what it returns; its arguments and its result are pickled.

        Raises what the function raised, and ResourceError when it took longer than `seconds` or the process died.
        """
        async with self._turn:
            try:
                return cast(T, await asyncio.wait_for(asyncio.to_thread(self._ask, function, args, kwargs), seconds))
            except (TimeoutError, asyncio.CancelledError) as error:
                self.kill()
                if isinstance(error, asyncio.CancelledError):
                    raise
                raise ResourceError(f"The work took longer than {seconds:g} s and was stopped.") from None
            except (EOFError, OSError) as error:
                self.kill()
                raise ResourceError("The process that does the heavy work ended by itself; try again.") from error

    async def stream(
        self, seconds: float, function: Callable[P, Iterable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> AsyncGenerator[T, None]:
        """Run a generator function there and yield its items as they come; `seconds` is the longest wait for one."""
        async with self._turn:
            finished = False
            try:
                item = await asyncio.wait_for(asyncio.to_thread(self._ask, function, args, kwargs), seconds)
                while not isinstance(item, _End):
                    yield cast(T, item)
                    item = await asyncio.wait_for(asyncio.to_thread(self._receive), seconds)
                finished = True
            except TimeoutError:
                raise ResourceError(f"The work took longer than {seconds:g} s and was stopped.") from None
            except EOFError as error:
                raise ResourceError("The process that does the heavy work ended by itself; try again.") from error
            finally:
                if not finished:
                    self.kill()

    def kill(self) -> None:
        """End the process at once; the next call starts another."""
        # One that is just being started on another thread is waited for, or nobody would end it.
        with self._starting:
            process, self._process = self._process, None
            connection, self._connection = self._connection, None
        if process is not None:
            process.kill()
            process.join(2)
        if connection is not None:
            connection.close()

    def _ask(self, function: Callable[..., object], args: object, kwargs: object) -> object:
        with self._starting:
            if self._process is None or not self._process.is_alive():
                self._start()
            assert self._connection is not None
            connection = self._connection
        connection.send((function, args, kwargs))
        return self._receive()

    def _receive(self) -> object:
        if self._connection is None:
            raise EOFError
        answer = self._connection.recv()
        if isinstance(answer, _Raised):
            raise answer.error
        return answer

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), name="inspector-worker", daemon=True)
        self._process.start()
        theirs.close()


class _End:
    """Follows the last item of a stream."""


class _Raised:
    """Carries an exception to the caller."""

    def __init__(self, error: BaseException) -> None:
        self.error = error


def serve(connection: Connection) -> None:
    """The life of the worker process: take a call, run it, answer; ends when the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            function, args, kwargs = connection.recv()
        except (EOFError, OSError):
            return
        try:
            _answer(connection, function(*args, **kwargs))
        except (BrokenPipeError, ConnectionError):
            return
        except Exception as error:
            connection.send(_Raised(error))


def _answer(connection: Connection, result: object) -> None:
    if hasattr(result, "__next__"):
        for item in result:  # type: ignore[attr-defined]
            connection.send(item)
        connection.send(_End())
    else:
        connection.send(result)
