"""The engine's own reading of the store, on one thread beside the event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from inspector.bodies.decoding import decode
from inspector.store.reader import Reader

T = TypeVar("T")


class Reading:
    """Runs functions over a Reader that lives on a thread of its own."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._reader: Reader | None = None

    async def run(self, read: Callable[[Reader], T]) -> T:
        """What `read` returns; it is called on the reading thread."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._read, read)

    def close(self) -> None:
        """End the thread and its connection."""
        self._threads.submit(self._close)
        self._threads.shutdown(wait=True)

    def _read(self, read: Callable[[Reader], T]) -> T:
        if self._reader is None:
            self._reader = Reader(self._store, decode=plain)
        return read(self._reader)

    def _close(self) -> None:
        if self._reader is not None:
            self._reader.close()


def plain(content: bytes, encoding: str) -> bytes:
    """A body with its content encoding undone, as far as that can be done, for searching in it."""
    return decode(content, encoding).content
