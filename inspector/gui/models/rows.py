"""Which id stands in which row: newest first, where arrivals cost nothing, or in an order that somebody asked for."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from inspector.gui.models.differences import Run, differences, moved

AROUND = 40
"""Rows above and below a missing one that are read with it, so that scrolling finds them."""
MOST_RUNS = 200
"""A list that differs in more places than this is shown anew."""


class NewestFirst:
    """Ids oldest first in one array: what arrives is appended, however many there are."""

    def __init__(self, ids: Sequence[int] = ()) -> None:
        """`ids` are newest first, as they are read."""
        self.ids = rising(ids)

    def __len__(self) -> int:
        return len(self.ids)

    def at(self, row: int) -> int:
        """The id of a row."""
        return self.ids[len(self.ids) - 1 - row]

    def row_of(self, id: int) -> int | None:
        """The row of an id, or None."""
        place = bisect_left(self.ids, id)
        return len(self.ids) - 1 - place if place < len(self.ids) and self.ids[place] == id else None

    def rows_of(self, ids: Sequence[int]) -> list[int]:
        """The rows of these ids, of those that are here."""
        return [row for id in ids if (row := self.row_of(id)) is not None]

    def around(self, wanted: Sequence[int], looked: int) -> Sequence[int]:
        """The ids around those that are wanted; none where these lie far apart."""
        first, last = bisect_left(self.ids, min(wanted)), bisect_left(self.ids, max(wanted))
        if last - first > len(wanted) + AROUND:
            return ()
        return self.ids[max(0, first - AROUND) : last + 1 + AROUND]

    def span_of(self, ids: Sequence[int], looked: int) -> tuple[int, int] | None:
        """First and last row in which these ids may stand; None where there is none."""
        rows = self.rows_of(ids)
        return (min(rows), max(rows)) if rows else None

    def count_newer(self, id: int) -> int:
        """How many rows stand above the place of an id."""
        return len(self.ids) - bisect_right(self.ids, id)

    def runs_to(self, ids: Sequence[int]) -> list[Run] | None:
        """The steps that turn this list into another, last row first; None where they are too many."""
        count = len(self.ids)
        runs = differences(self.ids, rising(ids), MOST_RUNS)
        if runs is None:
            return None
        return [Run(place=count - run.place - run.gone, gone=run.gone, new=run.new[::-1]) for run in reversed(runs)]

    def take(self, run: Run) -> None:
        """Take one step."""
        bottom = len(self.ids) - run.place
        self.ids[bottom - run.gone : bottom] = run.new[::-1]


class Sorted:
    """Ids as they stand, from the first row down."""

    def __init__(self, ids: Sequence[int] = ()) -> None:
        self.ids = array("q", ids)

    def __len__(self) -> int:
        return len(self.ids)

    def at(self, row: int) -> int:
        """The id of a row."""
        return self.ids[row]

    def row_of(self, id: int) -> int | None:
        """The row of an id, or None; looked for, which takes 30 ms among a million."""
        try:
            return self.ids.index(id)
        except ValueError:
            return None

    def rows_of(self, ids: Sequence[int]) -> list[int]:
        """The rows of these ids, of those that are here; one look for all of them."""
        if len(ids) < 3:
            return [row for id in ids if (row := self.row_of(id)) is not None]
        wanted = frozenset(ids)
        return [row for row, id in enumerate(self.ids) if id in wanted]

    def around(self, wanted: Sequence[int], looked: int) -> Sequence[int]:
        """The ids around the row that was looked at last: nothing is searched for."""
        return self.ids[max(0, looked - len(wanted) - AROUND) : looked + 1 + AROUND]

    def span_of(self, ids: Sequence[int], looked: int) -> tuple[int, int] | None:
        """Rows around the one that was looked at last, as nothing else was fetched."""
        reach = len(ids) + AROUND
        first, last = max(0, looked - reach), min(len(self.ids) - 1, looked + reach)
        return (first, last) if first <= last else None

    def count_newer(self, id: int) -> int:
        """None: what is newer stands anywhere."""
        return 0

    def runs_to(self, ids: Sequence[int]) -> list[Run] | None:
        """The steps that turn this list into another, last row first; None where they are too many."""
        return moved(self.ids, array("q", ids), MOST_RUNS)

    def take(self, run: Run) -> None:
        """Take one step."""
        self.ids[run.place : run.place + run.gone] = run.new


Rows = NewestFirst | Sorted


def rising(ids: Sequence[int]) -> "array[int]":
    """Ids that came newest first, oldest first; reversed in place, for there may be a million."""
    found = array("q", ids)
    found.reverse()
    return found
