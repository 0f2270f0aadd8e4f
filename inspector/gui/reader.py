"""Reading the store for the window: a few threads with a read-only connection each, never the window's own."""

import asyncio
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from inspector.bodies.decoding import decode
from inspector.core.capture import Capture, Summary
from inspector.core.errors import ResourceError
from inspector.core.filter.tree import Filter
from inspector.gui.models.sorting import Sort
from inspector.gui.tasks import off
from inspector.store.filter_sql import Where, where
from inspector.store.folding import folded
from inspector.store.ordering import Order
from inspector.store.overview import Overview, overview, size_on_disk
from inspector.store.reader import Reader

T = TypeVar("T")


def plain(content: bytes, encoding: str) -> bytes:
    """A body with its content encoding undone as far as that can be done, so that words in it are found."""
    return decode(content, encoding).content


class Lane:
    """One thread with one connection; what is asked of it is done in order."""

    def __init__(self, store: Path, name: str) -> None:
        self._store = store
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._reader: Reader | None = None
        self._closed = False

    async def run(self, read: Callable[[Reader], T]) -> T:
        """What `read` returns for this lane's connection. Raises what that raises, and ResourceError once closed."""
        if self._closed:
            raise ResourceError("The window is being closed, so nothing is read any more.")
        return await asyncio.wrap_future(self._thread.submit(self._read, read))

    def interrupt(self) -> None:
        """Break off the statement that runs now."""
        if self._reader is not None:
            self._reader.interrupt()

    def close(self) -> None:
        """Break off, close the connection and end the thread."""
        self._closed = True
        self.interrupt()
        self._thread.submit(self._close)
        self._thread.shutdown(wait=True, cancel_futures=False)

    def _read(self, read: Callable[[Reader], T]) -> T:
        if self._reader is None:
            self._reader = Reader(self._store, decode=plain)
        return read(self._reader)

    def _close(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a list, from its first row down, and the newest id that the store held when it was read."""

    newest: int
    ids: "array[int]"
    rows: tuple[Summary, ...] = ()
    again: tuple[int, ...] = ()
    """First arrivals of which repeats came, where these are folded."""


class CaptureReader:
    """What the window reads, each a coroutine.

    Rows that are being looked at, the list and the counts each have a lane, so a search through every body holds up
    neither scrolling nor the detail.
    """

    def __init__(self, store: Path) -> None:
        self._store = store
        self._rows = Lane(store, "rows")
        self._list = Lane(store, "list")
        self._counts = Lane(store, "counts")

    async def part(
        self,
        tree: Filter,
        *,
        limit: int | None = None,
        before: int | None = None,
        sort: Sort | None = None,
        fold: bool = False,
    ) -> Part:
        """The first captures that match, of all or of those older than `before`; newest first unless sorted.

        With `fold` without the repeats that stand under a first arrival.
        """
        order = None if sort is None else Order(by=sort.column, descending=sort.descending)

        def read(reader: Reader) -> Part:
            newest = reader.last_id()
            end = newest + 1 if before is None else before
            return Part(newest=newest, ids=reader.ids(_where(tree, fold=fold), limit=limit, before=end, order=order))

        return await self._list.run(read)

    async def newer(self, tree: Filter, after: int, rows: int, *, fold: bool = False) -> Part:
        """What matches and is newer than `after`, with the summaries of the first `rows` of it."""

        def read(reader: Reader) -> Part:
            newest = reader.last_id()
            ids = reader.ids(_where(tree, fold=fold), after=after, before=newest + 1)
            again = reader.repeats.firsts_of(after, newest + 1) if fold else ()
            return Part(newest=newest, ids=ids, rows=tuple(reader.summaries(ids[:rows])), again=again)

        return await self._list.run(read)

    async def under(self, tree: Filter, firsts: Sequence[int]) -> "list[array[int]]":
        """The repeats below each of these first arrivals that match, oldest first."""
        return await self._rows.run(lambda reader: [reader.repeats.under(first, where(tree)) for first in firsts])

    def break_off(self) -> None:
        """Give up the search that runs now: the user wants another."""
        self._list.interrupt()

    async def summaries(self, ids: Sequence[int]) -> list[Summary]:
        """The rows of these captures; those that are gone are left out."""
        return await self._rows.run(lambda reader: reader.summaries(ids))

    async def capture(self, id: int) -> Capture:
        """One capture, whole, with what came before it. Raises NothingError."""
        return await self._rows.run(lambda reader: _with_history(reader, reader.capture(id)))

    async def count(self, tree: Filter) -> int:
        """How many captures match."""
        return await self._counts.run(lambda reader: reader.count(where(tree)))

    async def provider_counts(self) -> list[tuple[str | None, int, int]]:
        """For each provider: how many captures, and how many of them failed."""
        return await self._counts.run(lambda reader: reader.provider_counts())

    async def size(self) -> int:
        """Bytes that the store takes on the disk."""
        return await self._counts.run(lambda reader: reader.total_size())

    async def waiting_for_secret(self, provider: str) -> int:
        """How many captures of a provider are signed and have nothing to be checked with."""
        return await self._counts.run(lambda reader: len(reader.no_secret(provider)))

    async def each(self, wanted: Sequence[int] | Filter, work: Callable[[Iterable[Capture]], T]) -> T:
        """Run `work` over whole captures on a thread of its own: oldest first for a filter, else in the order given."""
        lane = Lane(self._store, "export")
        try:
            return await lane.run(lambda reader: work(stream(reader, wanted)))
        finally:
            await off(lane.close)

    def close(self) -> None:
        """End every thread and connection; waits for them."""
        for lane in (self._rows, self._list, self._counts):
            lane.close()


def _where(tree: Filter, *, fold: bool) -> Where:
    return folded(where(tree)) if fold else where(tree)


def _with_history(reader: Reader, capture: Capture) -> Capture:
    # The registry of providers is not worth its milliseconds at every start; this is a thread of its own.
    from inspector.engine.history import with_history  # noqa: PLC0415

    return with_history(reader, capture)


def store_overview(path: Path) -> Overview:
    """A store in figures, looked at without changing it; also where it is damaged or not there."""
    return overview(path)


def store_size(path: Path) -> int:
    """Bytes on the disk of everything that belongs to a store."""
    return size_on_disk(path)


def read_now(store: Path, ids: Sequence[int], work: Callable[[Iterable[Capture]], T]) -> T:
    """Run `work` over a few whole captures and wait for it: a drop wants its file at once."""
    with closing(Reader(store, decode=plain)) as reader:
        return work(stream(reader, ids))


def stream(reader: Reader, wanted: Sequence[int] | Filter) -> Iterator[Capture]:
    """Whole captures one after another, never all at once."""
    ids = wanted if isinstance(wanted, Sequence) else tuple(reversed(reader.ids(where(wanted))))
    yield from reader.captures(ids)
