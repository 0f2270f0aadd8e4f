"""One end of the pipe between the window and its engine; neither end ever waits for the other.

A thread reads, a thread writes. What waits to be written stands in a slot that merges facts, so an end that
does not read costs the other end a few hundred bytes, not its event loop.
"""

import threading
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection

from inspector.core.frames import Frame
from inspector.core.long_work import Taken
from inspector.core.messages import Captured, Changed, Fact, Health

MOST_IDS = 1_000
"""A Changed that would name more captures than this names none, which means any."""


def merge(first: Fact, second: Fact) -> Fact | None:
    """One fact that says what two said, or None where they must stay two."""
    if isinstance(first, Captured) and isinstance(second, Captured):
        return Captured(last_id=max(first.last_id, second.last_id), count=first.count + second.count)
    if isinstance(first, Changed) and isinstance(second, Changed):
        if first.ids is None or second.ids is None:
            return Changed(ids=None)
        ids = tuple(dict.fromkeys(first.ids + second.ids))
        return Changed(ids=ids if len(ids) <= MOST_IDS else None)
    if isinstance(first, Taken) and isinstance(second, Taken):
        return second
    if isinstance(first, Health) and isinstance(second, Health):
        return second
    return None


class PipeEnd:
    """Sends and receives frames. `on_frame` and `on_closed` are called on the reading thread."""

    def __init__(
        self, connection: Connection, *, on_frame: Callable[[Frame], None], on_closed: Callable[[], None]
    ) -> None:
        self._connection = connection
        self._on_frame = on_frame
        self._on_closed = on_closed
        self._waiting: deque[Frame] = deque()
        self._changed = threading.Condition()
        self._closing = False
        self._reader = threading.Thread(target=self._read, name="pipe-reader", daemon=True)
        self._writer = threading.Thread(target=self._write, name="pipe-writer", daemon=True)

    def start(self) -> None:
        """Begin to read and write."""
        self._reader.start()
        self._writer.start()

    def send(self, frame: Frame) -> None:
        """Put a frame in line; facts merge with a fact of their kind that still waits. Returns at once."""
        with self._changed:
            for position in range(len(self._waiting) - 1, -1, -1):
                waiting = self._waiting[position]
                if type(waiting) is type(frame) and (merged := merge(waiting, frame)) is not None:  # type: ignore[arg-type]
                    self._waiting[position] = merged
                    return
            self._waiting.append(frame)
            self._changed.notify()

    def close(self, timeout: float = 2.0) -> None:
        """Write what waits, for at most `timeout` seconds, then close the pipe."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._writer.join(timeout)
        self._connection.close()

    def _read(self) -> None:
        while True:
            try:
                frame = self._connection.recv()
            except (EOFError, OSError):
                break
            self._on_frame(frame)
        self._on_closed()

    def _write(self) -> None:
        while True:
            with self._changed:
                while not self._waiting and not self._closing:
                    self._changed.wait()
                if not self._waiting:
                    return
                frame = self._waiting.popleft()
            try:
                self._connection.send(frame)
            except OSError:
                return
