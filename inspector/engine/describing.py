"""The providers that the user described: read from their file, followed, and captures judged again by them."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from inspector.core.errors import NothingError
from inspector.core.filter.parser import parse
from inspector.engine import custom_file
from inspector.engine.reading import Reading
from inspector.engine.rejudging import Rejudging
from inspector.engine.watching import watch
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.providers.provider import Provider
from inspector.store.filter_sql import where
from inspector.store.reader import Reader

LOOKED_AT = 2_000
"""The newest captures of other providers, among which one may have been described now."""
SLICE = 50


class Be(Protocol):
    """Changes the state that is shown to the user."""

    def __call__(self, **changes: object) -> None: ...


class Describing:
    """Holds what is in force. `custom` stays the same object until something changes."""

    def __init__(self, path: Path, *, reading: Reading, rejudging: Rejudging, be: Be) -> None:
        self._path = path
        self._reading = reading
        self._rejudging = rejudging
        self._be = be
        self._described = custom_file.read(path)

    @property
    def custom(self) -> tuple[Provider, ...]:
        """The providers, in the order in which they are looked for."""
        return self._described.providers

    async def follow(self, basis: Callable[[], Basis]) -> None:
        """Publish what there is, and take what somebody writes into the file, until cancelled."""
        self._tell()

        async def again() -> None:
            await self.take(basis)

        await watch(self._path, again)

    async def take(self, basis: Callable[[], Basis]) -> int:
        """Read the file again and judge by it; gives how many captures are judged otherwise."""
        changed = self._reload()
        self._tell()
        if not changed:
            return 0
        ids = await self._affected(changed, basis)
        await self._rejudging.run(ids)
        return len(ids)

    def _reload(self) -> frozenset[str]:
        """The ids of the providers that came, went or changed."""
        before, now = self._described, custom_file.read(self._path)
        if before.recipes != now.recipes:
            self._described = now
        elif before.problems != now.problems:
            self._described = replace(before, problems=now.problems)
        changed = frozenset(recipe.id for recipe in set(before.recipes) ^ set(now.recipes))
        # In another order, another of them may come first.
        return changed or frozenset(recipe.id for recipe in now.recipes if before.recipes != now.recipes)

    def _tell(self) -> None:
        self._be(custom=self._described.recipes, custom_problems=self._described.problems)

    async def _affected(self, changed: frozenset[str], basis: Callable[[], Basis]) -> list[int]:
        """Captures that are judged otherwise now: those of these providers, unknown ones, and newest others."""
        terms = ["signature:unknown", *(f"provider={id}" for id in sorted(changed))]
        condition = where(parse(" OR ".join(terms)))
        concerned = await self._reading.run(lambda reader: reader.ids(condition))
        newest = await self._reading.run(lambda reader: reader.ids(None, limit=LOOKED_AT))
        ids = sorted({*concerned, *newest}, reverse=True)
        found: list[int] = []
        for start in range(0, len(ids), SLICE):
            part = ids[start : start + SLICE]
            found += await self._reading.run(
                lambda reader, part=part: judged_otherwise(reader, part, changed, basis())  # type: ignore[misc]
            )
            await asyncio.sleep(0)
        return found


def judged_otherwise(reader: Reader, ids: Sequence[int], changed: frozenset[str], basis: Basis) -> list[int]:
    """Those captures that another provider is recognised for now, or one that changed."""
    found = []
    for id in ids:
        try:
            capture = reader.capture(id)
        except NothingError:
            continue
        provider = judge(capture.request, basis).provider
        if provider != capture.judgement.provider or provider in changed:
            found.append(id)
    return found
