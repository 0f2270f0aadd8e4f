"""Keeps the list equal to what the filter matches: reads it in pages, adds what arrives, follows what changes."""

import time
from enum import Flag, auto
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.core.errors import InspectorError
from inspector.core.filter.parser import parse
from inspector.core.filter.tree import All, Filter
from inspector.gui.models.captures_model import CapturesModel
from inspector.gui.models.sorting import Sort
from inspector.gui.reader import Part
from inspector.gui.tasks import spawn

FIRST = 200
"""Captures of the first page: more than any screen shows."""
PAGE = 20_000
"""Captures of each page after it."""
AHEAD = 60
"""Rows that are read with a burst, so that it is painted whole."""
QUIET = 250
"""Milliseconds after a change until the filter is asked again; longer where asking takes long."""


class Reads(Protocol):
    """What the list needs of the reader."""

    async def part(
        self,
        tree: Filter,
        *,
        limit: int | None = None,
        before: int | None = None,
        sort: Sort | None = None,
        fold: bool = False,
    ) -> Part: ...
    async def newer(self, tree: Filter, after: int, rows: int, *, fold: bool = False) -> Part: ...
    def break_off(self) -> None: ...


class Due(Flag):
    """What is still to be read, in the order in which it is done."""

    NOTHING = 0
    LIST = auto()
    CHANGES = auto()
    NEWER = auto()
    OLDER = auto()


class Listing(QObject):
    """One coroutine at a time reads, so what it gives the model is always in order."""

    about_to_reset = Signal()
    was_reset = Signal()
    """Another list is shown; its first page stands."""
    was_rebuilt = Signal()
    """The same list had to be shown anew, as too much of it changed."""
    sorted_by = Signal(object)
    """What the list is sorted by from now on: a Sort, or None for newest first."""
    waits = Signal(int)
    """So many captures match that are not in the list: one that is sorted takes them in when it is read again."""
    counted = Signal(int, bool)
    """How many match by now, and whether that is all."""
    failed = Signal(str)
    """The store could not be read; a sentence."""

    def __init__(self, model: CapturesModel, reader: Reads, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self.tree: Filter = All()
        self.sort: Sort | None = None
        """None: newest first."""
        self.waiting = 0
        self.frozen = False
        self.fold_repeats = False
        """Whether repeats of a delivery stand under its first arrival; another choice counts when the list is read."""
        self._model = model
        self._reader = reader
        self.is_read = False
        """Whether a list was read at all."""
        self._seen = 0
        """The newest id that the list was read up to."""
        self._counted = 0
        """The newest id that `waiting` was counted up to."""
        self._due = Due.NOTHING
        self._working = False
        self._generation = 0
        self._cost = 0.0
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(lambda: self._want(Due.CHANGES))

    @property
    def complete(self) -> bool:
        """Whether the list holds everything that matches."""
        return not self._due & (Due.LIST | Due.OLDER)

    @property
    def hides_all(self) -> bool:
        """Whether there is a filter and nothing matches it."""
        return self.complete and bool(self.text.strip()) and self._model.rowCount() == 0

    def show(self, text: str) -> None:
        """Show what a filter matches. Raises FilterError, and then the list stays."""
        tree = parse(text)
        self.text, self.tree = text, tree
        self.reload()

    def sort_by(self, sort: Sort | None) -> None:
        """Sort by a column, or show the newest on top again; what stands in the list stays until it is read."""
        if sort != self.sort:
            self.sort = sort
            self.sorted_by.emit(sort)
            if self.is_read or self._working:
                self.reload()

    def reload(self) -> None:
        """Read the list anew from its top."""
        self._generation += 1
        self._due = Due.NOTHING
        self._reader.break_off()
        self._want(Due.LIST)

    def captured(self) -> None:
        """Something arrived."""
        if not self.frozen:
            self._want(Due.NEWER)

    def changed(self, ids: tuple[int, ...] | None) -> None:
        """Stored captures changed, or any where None; some may match no more, or now."""
        self._model.refresh(ids)
        if ids is None or not isinstance(self.tree, All):
            wait = max(QUIET, round(self._cost * 5000))
            if not self._later.isActive():
                self._later.start(wait)

    def freeze(self, frozen: bool) -> None:
        """Hold the list as it is, or let it go on."""
        self.frozen = frozen
        if not frozen:
            self._want(Due.NEWER)

    def _want(self, due: Due) -> None:
        self._due |= due
        if not self._working:
            self._working = True
            spawn(self._work(), name="reading the list")

    async def _work(self) -> None:
        try:
            while self._due:
                generation = self._generation
                try:
                    await self._next(generation)
                except InspectorError as error:
                    if generation == self._generation:
                        self._due = Due.NOTHING
                        self.failed.emit(str(error))
        finally:
            self._working = False

    async def _next(self, generation: int) -> None:
        if Due.LIST in self._due:
            await self._read_first(generation)
        elif Due.CHANGES in self._due:
            await self._read_again(generation)
        elif Due.NEWER in self._due:
            await self._read_newer(generation)
        else:
            await self._read_older(generation)

    async def _read_first(self, generation: int) -> None:
        part = await self._reader.part(self.tree, limit=FIRST, sort=self.sort, fold=self.fold_repeats)
        if generation != self._generation:
            return
        self._due &= ~Due.LIST
        self._seen = part.newest
        if len(part.ids) == FIRST:
            self._due |= Due.OLDER
        self.about_to_reset.emit()
        self.is_read = True
        self._model.reset(part.ids, in_order=self.sort is not None)
        self._counted, self.waiting = part.newest, 0
        self.waits.emit(0)
        self.was_reset.emit()
        self._tell()

    async def _read_older(self, generation: int) -> None:
        if self.sort is not None:
            await self._read_whole(generation)
            return
        part = await self._reader.part(self.tree, limit=PAGE, before=self._model.folds.last_id, fold=self.fold_repeats)
        if generation != self._generation:
            return
        self._model.add_older(part.ids)
        if len(part.ids) < PAGE:
            self._due &= ~Due.OLDER
        self._tell()

    async def _read_whole(self, generation: int) -> None:
        """A sorted list has no next page: its whole order is read, up to what its first page was read of."""
        part = await self._reader.part(self.tree, before=self._seen + 1, sort=self.sort, fold=self.fold_repeats)
        if generation != self._generation:
            return
        self._due &= ~Due.OLDER
        self._become(part)
        self._tell()

    async def _read_newer(self, generation: int) -> None:
        self._due &= ~Due.NEWER
        if self.frozen:
            return
        if self.sort is not None:
            await self._count_newer(generation)
            return
        part = await self._reader.newer(self.tree, self._seen, AHEAD, fold=self.fold_repeats)
        if generation != self._generation or self.frozen:
            return
        self._seen = part.newest
        self._model.cache.put(part.rows)
        self._model.add_newer(part.ids)
        if part.again:
            self._model.refresh(part.again)
        self._tell()

    async def _read_again(self, generation: int) -> None:
        self._due &= ~Due.CHANGES
        began = time.monotonic()
        part = await self._reader.part(self.tree, before=self._seen + 1, sort=self.sort, fold=self.fold_repeats)
        self._cost = time.monotonic() - began
        if generation != self._generation:
            return
        self._due &= ~Due.OLDER
        self._become(part)
        self._tell()

    async def _count_newer(self, generation: int) -> None:
        """Rows that came into the middle of a sorted list would move what is looked at."""
        part = await self._reader.newer(self.tree, self._counted, 0, fold=self.fold_repeats)
        if generation != self._generation or self.frozen:
            return
        self._counted = part.newest
        if part.ids:
            self.waiting += len(part.ids)
            self.waits.emit(self.waiting)

    def _become(self, part: Part) -> None:
        """Show what was read of the same list; what is selected stays."""
        if not self._model.turn_into(part.ids):
            self.about_to_reset.emit()
            self._model.reset(part.ids, in_order=self.sort is not None)
            self.was_rebuilt.emit()

    def _tell(self) -> None:
        self.counted.emit(self._model.rowCount(), self.complete)
