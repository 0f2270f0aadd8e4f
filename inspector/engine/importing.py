"""Takes captures from files into the store: read in the worker process, judged and kept in batches."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import replace
from itertools import islice
from pathlib import Path

from inspector.core.capture import Arrival
from inspector.core.errors import InspectorError
from inspector.core.long_work import Taken
from inspector.core.messages import Captured, Imported
from inspector.formats.format import Refused
from inspector.formats.registry import detect
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.store.store import Store
from inspector.worker import Worker

BATCH = 100
"""Captures a transaction: a sender waits a few milliseconds at most."""
SECONDS = 120.0
"""The longest wait for a batch; reading a file of gigabytes takes its time."""


class Importing:
    """Reads files of every format that can be read."""

    def __init__(
        self,
        *,
        store: Store,
        worker: Worker,
        basis: Callable[[], Basis],
        on_captured: Callable[[Captured | Taken], None],
        on_unexplained: Callable[[int], None],
    ) -> None:
        self._store = store
        self._worker = worker
        self._basis = basis
        self._on_captured = on_captured
        self._on_unexplained = on_unexplained
        self._stopped = False

    async def read_all(self, paths: Sequence[Path]) -> Imported:
        """Take what files hold, one after another, until `stop`."""
        self._stopped = False
        taken, refused = 0, list[str]()
        for path in paths:
            if not self._stopped:
                part = await self.read(path, before=taken)
                taken += part.taken
                refused += part.refused
        return Imported(taken=taken, refused=tuple(refused))

    def stop(self) -> None:
        """End the import that runs before its next batch; what was taken stays."""
        self._stopped = True

    async def read(self, path: Path, *, before: int = 0) -> Imported:
        """Take what a file holds; what could not be read is refused with a sentence, and the rest is taken.

        `before` is how many were taken already, for who counts along.
        """
        taken, refused = 0, []
        try:
            async with aclosing(self._worker.stream(SECONDS, read_parts, path)) as parts:
                async for part in parts:
                    arrivals = [self._judged(item) for item in part if isinstance(item, Arrival)]
                    refused += [item.reason for item in part if isinstance(item, Refused)]
                    taken += len(arrivals)
                    self._keep(arrivals)
                    self._on_captured(Taken(count=before + taken))
                    if self._stopped:
                        break
        except InspectorError as error:
            refused.append(str(error))
        except OSError as error:
            refused.append(f"{path.name} cannot be read: {error.strerror or error}.")
        return Imported(taken=taken, refused=tuple(refused))

    def _judged(self, arrival: Arrival) -> Arrival:
        return replace(arrival, judgement=judge(arrival.request, self._basis()))

    def _keep(self, arrivals: list[Arrival]) -> None:
        if not arrivals:
            return
        kept = self._store.keep(arrivals)
        self._on_captured(Captured(last_id=kept[-1].id, count=len(kept)))
        for arrival, one in zip(arrivals, kept, strict=True):
            if not arrival.judgement.verdict.final:
                self._on_unexplained(one.id)


def read_parts(path: Path) -> Iterator[list[Arrival | Refused]]:
    """Runs in the worker: what a file holds, in batches."""
    read = detect(path).read
    if read is None:
        raise InspectorError(f"{path.name} is of a format that can be written but not read.")
    items = iter(read(path))
    while part := list(islice(items, BATCH)):
        yield part
