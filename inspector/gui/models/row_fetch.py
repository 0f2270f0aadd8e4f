"""Reads the summaries that somebody would like to see, off this thread and many at once."""

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.core.capture import Summary
from inspector.core.errors import InspectorError
from inspector.gui.models.folded_rows import FoldedRows
from inspector.gui.models.rows import Rows
from inspector.gui.models.summary_cache import SummaryCache
from inspector.gui.tasks import spawn

Fetch = Callable[[Sequence[int]], Awaitable[list[Summary]]]


class RowFetch(QObject):
    """`came` carries the first and the last row of what was read."""

    came = Signal(int, int)

    def __init__(self, rows: Callable[[], FoldedRows | Rows], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cache = SummaryCache()
        self.fetch: Fetch = read_nothing
        self._rows = rows
        self._looked = 0
        """The row whose summary was missing last."""
        self._fetching = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._start)

    def look(self, row: int) -> Summary | None:
        """The summary of a row if it is here; else it is fetched."""
        found = self.cache.get(self._rows().at(row))
        if self.cache.wants:
            self._looked = row
            if not self._fetching and not self._soon.isActive():
                self._soon.start()
        return found

    def _start(self) -> None:
        if not self._fetching and self.cache.wants:
            self._fetching = True
            spawn(self._fetch_wanted(), name="reading rows")

    async def _fetch_wanted(self) -> None:
        try:
            while self.cache.wants:
                wanted, looked = self.cache.take_wanted(), self._looked
                missing = [id for id in self._rows().around(wanted, looked) if self.cache.peek(id) is None]
                found = await self.fetch(list(dict.fromkeys((*wanted, *missing))))
                self.cache.put(found)
                span = self._rows().span_of([one.id for one in found], looked)
                if span is not None:
                    self.came.emit(*span)
        except InspectorError:
            # The store is not there yet or not any more; the notice bar says so, and the rows stay blank.
            self.cache.take_wanted()
        finally:
            self._fetching = False


async def read_nothing(ids: Sequence[int]) -> list[Summary]:
    """Until there is a reader no row can be read."""
    return []
