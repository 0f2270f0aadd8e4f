"""Gathers the bytes of one body: in memory while they are few, in a file once they are many."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from hashlib import sha256

from inspector.core.body import Body
from inspector.listener.part import Part

SPILL = 1024 * 1024
"""A body whose size was not announced goes to a file from here on, and comes back to memory where it stays small."""

BATCH = 1024 * 1024
"""Bytes that are written at once. While one batch is written and another waits, the sender is made to wait."""


class Intake:
    """One body on its way in. Belongs to the loop's thread; writing and hashing of a large one happen in `executor`."""

    __slots__ = (
        "_done",
        "_executor",
        "_hash",
        "_large",
        "_memory",
        "_on_room",
        "_part",
        "_spill",
        "_writing",
        "problem",
        "size",
    )

    def __init__(
        self,
        *,
        announced: int | None,
        large: int,
        part: Part,
        executor: Callable[[], Executor],
        on_room: Callable[[], None],
    ) -> None:
        """`announced` is the size that the sender promised; `on_room` is called when it need not wait any longer."""
        self._memory = bytearray()
        self._hash = sha256()
        self._large = large
        self._spill = min(SPILL, large) if announced is None else large if announced <= large else 0
        self._part = part
        self._executor = executor
        self._on_room = on_room
        self._writing = False
        self._done: Callable[[Body], None] | None = None
        self.size = 0
        self.problem: BaseException | None = None
        """Why the body cannot be kept: no room on the disk."""

    @property
    def is_behind(self) -> bool:
        """The disk is slower than the sender."""
        return self._writing and len(self._memory) >= BATCH

    def add(self, piece: bytes) -> None:
        """Take the next bytes."""
        self.size += len(piece)
        if self.problem is not None:
            return
        self._memory += piece
        if self._spill < 0:
            if len(self._memory) >= BATCH:
                self._write()
        elif self.size > self._spill:
            self._spill = -1
            self._write()
        else:
            self._hash.update(piece)

    def finish(self, done: Callable[[Body], None]) -> None:
        """Give the body to `done`: at once where it is in memory, else when the disk has it."""
        if self._spill >= 0:
            done(Body(size=self.size, sha256=self._hash.hexdigest(), content=bytes(self._memory)))
            return
        self._done = done
        if not self._writing:
            self._write()

    def _write(self) -> None:
        if self._writing:
            return
        self._writing = True
        content, self._memory = bytes(self._memory), bytearray()
        loop = asyncio.get_running_loop()
        if self.problem is not None:
            loop.run_in_executor(self._executor(), self._part.abandon).add_done_callback(self._finished)
        elif self._done is not None:
            loop.run_in_executor(self._executor(), self._part.finish, content, self._large).add_done_callback(
                self._finished
            )
        else:
            loop.run_in_executor(self._executor(), self._part.write, content).add_done_callback(self._written)

    def _written(self, future: asyncio.Future[None]) -> None:
        self._writing = False
        self._note(future.exception())
        if self._done is not None or len(self._memory) >= BATCH:
            self._write()
        self._on_room()

    def _finished(self, future: asyncio.Future[Body]) -> None:
        self._writing = False
        assert self._done is not None
        failure = future.exception()
        if failure is None:
            self._done(future.result())
        elif self.problem is None:
            self._note(failure)
            self._write()
        else:
            # Not even the file's removal succeeded; nothing of the body is to be had.
            self._done(Body.of(b""))

    def _note(self, failure: BaseException | None) -> None:
        if failure is not None:
            self.problem = failure
            self._memory.clear()
