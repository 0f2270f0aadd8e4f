"""Judges stored captures again, in the background, when a secret came or went."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from inspector.core.errors import NothingError
from inspector.core.messages import Changed
from inspector.core.verdict import Judgement
from inspector.engine.reading import Reading
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.store.reader import Reader
from inspector.store.store import Store

SLICE = 50
"""Captures judged between two looks at the sockets: about a millisecond of work."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts what one secret matched."""

    secret: str
    """Its name."""
    matched: int = 0
    decided: int = 0

    def add(self, judgement: Judgement) -> None:
        """Count one capture; one whose body is still to be read is undecided."""
        verdict = judgement.verdict
        self.matched += verdict.matches is True and verdict.secret == self.secret
        self.decided += verdict.final or verdict.status != "unknown"


class Rejudging:
    """Keeps what judging again gave and hands on what still needs a cause."""

    def __init__(
        self,
        *,
        store: Store,
        reading: Reading,
        basis: Callable[[], Basis],
        on_changed: Callable[[Changed], None],
        on_unexplained: Callable[[int], None],
    ) -> None:
        self._store = store
        self._reading = reading
        self._basis = basis
        self._on_changed = on_changed
        self._on_unexplained = on_unexplained

    async def judgeable(self, provider: str) -> list[int]:
        """Captures of a provider whose verdict another secret could change, newest first."""
        return await self._reading.run(lambda reader: reader.judgeable(provider))

    async def run(self, ids: Sequence[int], tally: Tally | None = None) -> None:
        """Judge these again, and count what was matched."""
        for start in range(0, len(ids), SLICE):
            part = ids[start : start + SLICE]
            judged = await self._reading.run(lambda reader, part=part: self._judge(reader, part))  # type: ignore[misc]
            self._store.record_judgements(judged)
            self._on_changed(Changed(ids=tuple(id for id, _ in judged)))
            for id, judgement in judged:
                if tally is not None:
                    tally.add(judgement)
                if not judgement.verdict.final:
                    self._on_unexplained(id)
            await asyncio.sleep(0)

    def _judge(self, reader: Reader, ids: Sequence[int]) -> list[tuple[int, Judgement]]:
        judged = []
        for id in ids:
            try:
                judged.append((id, judge(reader.capture(id).request, self._basis())))
            except NothingError:
                continue
        return judged
