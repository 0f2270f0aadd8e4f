"""Rows of which some are unfolded: below a first arrival stand the repeats of its delivery.

What is unfolded lies beside the list, so a list of a million rows stays as it is while some are opened and closed.
"""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from operator import neg

from inspector.gui.models.differences import Run
from inspector.gui.models.rows import AROUND, NewestFirst, Sorted


class FoldedRows:
    """A list with blocks of repeats between its rows; without any it costs one look more."""

    def __init__(self, base: NewestFirst | Sorted) -> None:
        self.base = base
        self._open: dict[int, array[int]] = {}
        self._heads: list[int] = []
        """Rows of the list, rising, below which a block stands."""
        self._ends: list[int] = []
        """How many rows stand in the blocks up to each of them."""

    def __len__(self) -> int:
        return len(self.base) + (self._ends[-1] if self._ends else 0)

    def at(self, row: int) -> int:
        """The id of a row."""
        if not self._heads:
            return self.base.at(row)
        block = self._block_above(row)
        if block < 0:
            return self.base.at(row)
        inside = row - self._visible(self._heads[block]) - 1
        under = self._open[self.base.at(self._heads[block])]
        return under[inside] if inside < len(under) else self.base.at(row - self._ends[block])

    def row_of(self, id: int) -> int | None:
        """The row of an id, or None."""
        row = self.base.row_of(id)
        if row is not None:
            return self._visible(row)
        for head in self._open:
            under = self._open[head]
            place = bisect_left(under, id)
            if place < len(under) and under[place] == id:
                first = self.base.row_of(head)
                return None if first is None else self._visible(first) + 1 + place
        return None

    def rows_of(self, ids: Sequence[int]) -> list[int]:
        """The rows of these ids, of those that are here."""
        if not self._heads:
            return self.base.rows_of(ids)
        found = [self._visible(row) for row in self.base.rows_of(ids)]
        wanted = frozenset(ids)
        inside = [id for under in self._open.values() for id in under if id in wanted]
        return found + [row for id in inside if (row := self.row_of(id)) is not None]

    def around(self, wanted: Sequence[int], looked: int) -> Sequence[int]:
        """The ids around those that are wanted."""
        if not self._heads:
            return self.base.around(wanted, looked)
        first = max(0, looked - len(wanted) - AROUND)
        return [self.at(row) for row in range(first, min(len(self), looked + 1 + AROUND))]

    def span_of(self, ids: Sequence[int], looked: int) -> tuple[int, int] | None:
        """First and last row in which these ids may stand; None where there is none."""
        if not self._heads:
            return self.base.span_of(ids, looked)
        rows = self.rows_of(ids)
        return (min(rows), max(rows)) if rows else None

    def count_newer(self, id: int) -> int:
        """How many rows stand above the place of an id."""
        return self._visible(self.base.count_newer(id)) if self._heads else self.base.count_newer(id)

    def runs_to(self, ids: Sequence[int]) -> list[Run] | None:
        """The steps that turn the list into another, last row first; every head with a block must stay in it."""
        runs = self.base.runs_to(ids)
        if runs is None or not self._heads:
            return runs
        return [Run(place=self._visible(run.place), gone=run.gone, new=run.new) for run in runs]

    def take(self, run: Run) -> None:
        """Take one step; it does not touch a head with a block."""
        block = self._block_above(run.place)
        place = run.place - (self._ends[block] if block >= 0 else 0)
        self.base.take(Run(place=place, gone=run.gone, new=run.new))
        self._measure()

    # What is unfolded.

    @property
    def opened(self) -> tuple[int, ...]:
        """First arrivals whose repeats stand in the list."""
        return tuple(self._open)

    def under(self, head: int) -> "array[int] | None":
        """The repeats below a first arrival, oldest first; None where it is folded."""
        return self._open.get(head)

    def is_under(self, id: int) -> int | None:
        """The first arrival below which an id stands, or None."""
        return next((head for head, under in self._open.items() if id in under), None)

    def lost(self, ids: Sequence[int]) -> list[int]:
        """The unfolded first arrivals that another list, as it is read, does not hold."""
        if isinstance(self.base, Sorted):
            return [head for head in self._open if head not in ids]
        places = ((head, bisect_left(ids, -head, key=neg)) for head in self._open)
        return [head for head, place in places if place == len(ids) or ids[place] != head]

    def open(self, head: int, under: Sequence[int]) -> None:
        """Put these rising ids below a row of the list."""
        self._open[head] = array("q", under)
        self._measure()

    def close(self, head: int) -> None:
        """Take away what stands below a row."""
        del self._open[head]
        self._measure()

    def _measure(self) -> None:
        self._heads = sorted(self.base.rows_of(list(self._open))) if self._open else []
        self._ends = []
        count = 0
        for row in self._heads:
            count += len(self._open[self.base.at(row)])
            self._ends.append(count)

    def _visible(self, row: int) -> int:
        """Where a row of the list stands among all."""
        block = bisect_left(self._heads, row) - 1
        return row + self._ends[block] if block >= 0 else row

    def _block_above(self, row: int) -> int:
        """The number of the last block whose head stands above a row; -1 where there is none."""
        low, high = 0, len(self._heads)
        while low < high:
            middle = (low + high) // 2
            if self._visible(self._heads[middle]) < row:
                low = middle + 1
            else:
                high = middle
        return low - 1
