"""The summaries that were looked at last, and a list of those that somebody would like to see."""

from collections import OrderedDict
from collections.abc import Iterable

from inspector.core.capture import Summary

MOST = 5_000
"""Rows that are remembered: about five megabytes."""
MOST_WANTED = 400
"""Rows that are fetched at once; older wishes are forgotten, for the user has scrolled past them."""


class SummaryCache:
    """Bounded; the row that nobody has asked for longest goes first."""

    def __init__(self) -> None:
        self._rows: OrderedDict[int, Summary] = OrderedDict()
        self._stale: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()

    def get(self, id: int) -> Summary | None:
        """The summary, perhaps of a moment ago, or None; what is missing or old is noted as wanted."""
        row = self._rows.get(id)
        if row is None or id in self._stale:
            self.want((id,))
        return row

    def peek(self, id: int) -> Summary | None:
        """The summary if it is here, without wanting it."""
        return self._rows.get(id)

    def put(self, rows: Iterable[Summary]) -> None:
        """Remember rows that were just read."""
        for row in rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
            self._stale.discard(row.id)
            self._wanted.pop(row.id, None)
        while len(self._rows) > MOST:
            id, _ = self._rows.popitem(last=False)
            self._stale.discard(id)

    def age(self, ids: Iterable[int] | None) -> None:
        """These rows changed in the store, or any where None: show them on, but read them again when looked at."""
        self._stale.update(self._rows if ids is None else (id for id in ids if id in self._rows))

    def want(self, ids: Iterable[int]) -> None:
        """Note rows to be fetched next."""
        for id in ids:
            self._wanted[id] = None
            self._wanted.move_to_end(id)
        while len(self._wanted) > MOST_WANTED:
            self._wanted.popitem(last=False)

    def take_wanted(self) -> list[int]:
        """What is to be fetched now; the list is empty afterwards."""
        wanted = list(self._wanted)
        self._wanted.clear()
        return wanted

    @property
    def wants(self) -> bool:
        """Whether something is to be fetched."""
        return bool(self._wanted)
