"""Takes captures from files into the store: read in the worker process, judged and kept in batches."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from inspector.core.capture import Arrival
from inspector.core.errors import InspectorError
from inspector.core.messages import Captured, Imported
from inspector.formats.format import Refused
from inspector.formats.registry import detect
from inspector.providers.judging import Secrets, judge
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
        secrets: Callable[[], Secrets],
        on_captured: Callable[[Captured], None],
        on_unexplained: Callable[[int], None],
    ) -> None:
        self._store = store
        self._worker = worker
        self._secrets = secrets
        self._on_captured = on_captured
        self._on_unexplained = on_unexplained

    async def read(self, path: Path) -> Imported:
        """Take what a file holds; what could not be read is refused with a sentence, and the rest is taken."""
        taken, refused = 0, []
        try:
            async for part in self._worker.stream(SECONDS, read_parts, path):
                arrivals = [self._judged(item) for item in part if isinstance(item, Arrival)]
                refused += [item.reason for item in part if isinstance(item, Refused)]
                taken += len(arrivals)
                self._keep(arrivals)
        except InspectorError as error:
            refused.append(str(error))
        except OSError as error:
            refused.append(f"{path.name} cannot be read: {error.strerror or error}.")
        return Imported(taken=taken, refused=tuple(refused))

    def _judged(self, arrival: Arrival) -> Arrival:
        return replace(arrival, judgement=judge(arrival.request, self._secrets()))

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
