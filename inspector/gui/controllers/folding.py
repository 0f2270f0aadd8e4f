"""Repeats of a delivery, folded under its first arrival: on and off, and unfolded one by one.

What is done with a folded row is done with the arrival that it shows, and with no other.
"""

from array import array
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject

from inspector.core.capture import Summary
from inspector.core.filter.tree import Filter
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.listing import Listing
from inspector.gui.views.captures_table import CapturesTable
from inspector.gui.views.fold_clicks import FoldClicks

MOST_OPEN = 50
"""Deliveries that stand unfolded; the one that was opened first is folded again."""


class ReadsRepeats(Protocol):
    """What folding needs of the reader."""

    async def under(self, tree: Filter, firsts: Sequence[int]) -> "list[array[int]]": ...
    async def summaries(self, ids: Sequence[int]) -> list[Summary]: ...


class Folding(QObject):
    """Keeps what stands unfolded equal to the store while the list around it changes."""

    def __init__(
        self, *, table: CapturesTable, listing: Listing, reader: ReadsRepeats, asking: Asking, habits: Habits
    ) -> None:
        super().__init__(table)
        self._table = table
        self._folds = table.captures.folds
        self._listing = listing
        self._reader = reader
        self._asking = asking
        self._habits = habits
        self._kept: tuple[int, ...] = ()
        self._clicks = FoldClicks(table)
        self._clicks.wanted.connect(self._take)
        listing.about_to_reset.connect(self._keep)
        listing.was_rebuilt.connect(lambda: self._open(self._kept))
        listing.counted.connect(lambda: self._open(self._folds.opened))
        habits.changed.connect(self._follow)
        self._follow()

    @property
    def on(self) -> bool:
        """Whether repeats are folded."""
        return self._folds.on

    @property
    def possible(self) -> bool:
        """Whether the row with the keyboard can be unfolded or folded."""
        row = self._current()
        return row is not None and self._folds.state(row) != ""

    def toggle(self) -> None:
        """Fold all repeats, or show them in their places again."""
        self._habits.change({"fold_repeats": not self._habits.settings.fold_repeats})

    def toggle_one(self) -> None:
        """Unfold the delivery of the row with the keyboard, or fold it."""
        row = self._current()
        if row is not None:
            self._take(row.id, self._folds.state(row) == "closed")

    async def reveal(self, id: int) -> None:
        """Unfold what a capture is folded under, so that it can be selected. Raises InspectorError."""
        if self.on and self._table.captures.row_of(id) is None:
            for row in await self._reader.summaries([id]):
                if row.duplicate_of is not None:
                    await self._read((row.duplicate_of,))

    def _follow(self) -> None:
        """Another choice counts: here, in another window, or in the file."""
        on = self._habits.settings.fold_repeats
        if on == self._folds.on:
            return
        row = self._current()
        if on and row is not None and row.duplicate_of is not None and row.repeat != "same-event":
            self._table.select_id(row.duplicate_of)
        self._folds.on = self._listing.fold_repeats = on
        # While they were not folded nobody looked how many had come of each.
        self._table.captures.refresh(None)
        if self._listing.is_read or not self._listing.complete:
            self._listing.reload()

    def _take(self, id: int, opens: bool) -> None:
        if opens:
            self._open((id,))
            return
        model = self._table.captures
        head = id if id in self._folds.opened else model.folds.head_of(id)
        if head is not None:
            inside = self._table.current_id()
            self._folds.close(head)
            if inside != head and self._table.current_id() != inside:
                self._table.select_id(head)
            model.refresh((head,))

    def _open(self, firsts: Sequence[int]) -> None:
        if firsts:
            self._asking.start(self._read(tuple(firsts)), name="unfolding")

    async def _read(self, firsts: tuple[int, ...]) -> None:
        tree = self._listing.tree
        found = await self._reader.under(tree, firsts)
        if not self.on or tree is not self._listing.tree:
            return
        for first, under in zip(firsts, found, strict=True):
            self._folds.show(first, under)
        for head in self._folds.opened[:-MOST_OPEN]:
            self._folds.close(head)
        self._table.captures.refresh(firsts)

    def _keep(self) -> None:
        self._kept = self._folds.opened

    def _current(self) -> Summary | None:
        index = self._table.currentIndex()
        model = self._table.captures
        inside = index.isValid() and index.row() < model.rowCount()
        return model.summary_at(index.row()) if inside else None
