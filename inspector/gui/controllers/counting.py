"""Counts for the sidebar, the status bar and the title, read beside everything else as often as is cheap."""

import time
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.core.errors import InspectorError
from inspector.core.filter.parser import parse
from inspector.core.filter.tree import All, Filter
from inspector.gui import words
from inspector.gui.faces import Faces
from inspector.gui.models.sidebar_model import Entry
from inspector.gui.tasks import spawn

PAUSE = 0.5
"""Seconds between two counts at least; ten times what a count takes, where that is more, but never over LONGEST."""
LONGEST = 3.0

PINNED = "is:pinned"
UNREAD = "is:unread"
SAVED: tuple[tuple[str, str], ...] = (
    ("Signature failures", "signature:invalid"),
    ("Repeats", "is:retry OR is:duplicate OR is:redelivery OR is:same-event"),
    ("Rejected by target", "sent.status>=400 OR sent.error:*"),
)
"""Filters that everybody needs, by name."""


class Counts(Protocol):
    """What counting needs of the reader."""

    async def count(self, tree: Filter) -> int: ...
    async def provider_counts(self) -> list[tuple[str | None, int, int]]: ...
    async def size(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How much there is of everything."""

    total: int = 0
    pinned: int = 0
    unread: int = 0
    size: int = 0
    providers: tuple[tuple[str | None, int, int], ...] = ()
    saved: tuple[int, ...] = (0,) * len(SAVED)


class Counting(QObject):
    """`counted` carries an Overview, some time after `recount`."""

    counted = Signal(object)

    def __init__(self, reader: Counts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._again = False
        self._running = False
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._rested)

    def recount(self) -> None:
        """Something changed: count soon."""
        if self._running or self._rest.isActive():
            self._again = True
        else:
            self._running = True
            spawn(self._count(), name="counting")

    async def _count(self) -> None:
        began = time.monotonic()
        try:
            self.counted.emit(await self._read())
        except InspectorError:
            # The list reads the same store and says what is wrong with it.
            self._again = False
        finally:
            self._running = False
            self._rest.start(round(1000 * max(PAUSE, min(LONGEST, 10 * (time.monotonic() - began)))))

    async def _read(self) -> Overview:
        reader = self._reader
        return Overview(
            total=await reader.count(All()),
            pinned=await reader.count(parse(PINNED)),
            unread=await reader.count(parse(UNREAD)),
            size=await reader.size(),
            providers=tuple(await reader.provider_counts()),
            saved=tuple([await reader.count(parse(text)) for _, text in SAVED]),
        )

    def _rested(self) -> None:
        if self._again:
            self._again = False
            self.recount()


def entries(overview: Overview, faces: Faces) -> list[Entry]:
    """The rows of the sidebar for these counts."""
    rows = [Entry(label=words.tr("All captures"), filter="", count=overview.total)]
    if overview.total:
        rows.append(Entry(label=words.tr("Pinned"), filter=PINNED, count=overview.pinned))
    known = sorted((one for one in overview.providers if one[0]), key=lambda one: -one[1])
    if known:
        rows.append(Entry(label=words.tr("Providers")))
    for provider, count, failed in known:
        rows.append(
            Entry(
                label=faces(provider).label,
                filter=f"provider:{provider}",
                provider=provider,
                has_monogram=True,
                count=count,
                failed=failed,
            )
        )
    rows.append(Entry(label=words.tr("Saved filters")))
    for (name, text), count in zip(SAVED, overview.saved, strict=True):
        rows.append(Entry(label=words.tr(name), filter=text, count=count if overview.total else None))
    return rows
