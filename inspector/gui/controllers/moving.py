"""Going from capture to capture with the keyboard."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from inspector.core.filter.parser import parse
from inspector.core.filter.tree import And, Filter
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.counting import UNREAD
from inspector.gui.controllers.listing import Listing
from inspector.gui.models.sorting import Sort
from inspector.gui.reader import Part
from inspector.gui.views.captures_table import CapturesTable


class ReadsParts(Protocol):
    """What moving needs of the reader."""

    async def part(
        self, tree: Filter, *, limit: int | None = None, before: int | None = None, sort: Sort | None = None
    ) -> Part: ...
    async def newer(self, tree: Filter, after: int, rows: int) -> Part: ...


class Moving:
    """Next and previous, and the same among those that nobody has seen."""

    def __init__(
        self,
        *,
        table: CapturesTable,
        listing: Listing,
        reader: ReadsParts,
        asking: Asking,
        reveal: Callable[[int], Awaitable[None]] | None = None,
    ) -> None:
        """`reveal` unfolds what a capture is folded under."""
        self._table = table
        self._listing = listing
        self._reader = reader
        self._asking = asking
        self._reveal = reveal

    def step(self, by: int) -> None:
        """Select the row that many below."""
        self._table.step(by)

    def to_unread(self, *, older: bool) -> None:
        """Select the next unread capture below, or above."""
        self._asking.start(self._to_unread(older=older), name="next unread")

    async def _to_unread(self, *, older: bool) -> None:
        wanted = And(parts=(self._listing.tree, parse(UNREAD)))
        current = self._table.current_id()
        if older:
            ids = (await self._reader.part(wanted, limit=1, before=current)).ids
            found = ids[0] if ids else None
        else:
            ids = (await self._reader.newer(wanted, current or 0, 0)).ids
            found = ids[-1] if ids else None
        if found is not None and self._reveal is not None:
            await self._reveal(found)
        if found is not None and self._table.select_id(found):
            self._table.picked.emit()
