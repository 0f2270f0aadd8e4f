"""The first rows: read while most of the program is still being loaded."""

from dataclasses import dataclass

from inspector.core.filter.errors import FilterError
from inspector.core.paths import Paths
from inspector.gui.controllers.listing import Listing
from inspector.gui.memory import Memory
from inspector.gui.models.sorting import next_sort
from inspector.gui.reader import CaptureReader
from inspector.gui.views.main_window import MainWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The list and what reads it."""

    reader: CaptureReader
    listing: Listing


def open_list(window: MainWindow, paths: Paths, memory: Memory) -> Opened:
    """Make the list of a window; where there is a store it is read at once, with the filter of last time."""
    reader = CaptureReader(paths.store)
    window.model.read_with(reader.summaries)
    listing = Listing(window.model, reader, window)
    listing.counted.connect(lambda count, complete: window.show_rows() if count else None)
    listing.sorted_by.connect(window.table.show_sort)
    window.table.header.sort_wanted.connect(lambda column: listing.sort_by(next_sort(listing.sort, column)))
    listing.sort_by(memory.sort)
    if paths.store.exists():
        try:
            listing.show(memory.filter)
            window.toolbar.filter.show_filter(memory.filter)
        except FilterError:
            # A version that knew another term wrote it.
            listing.reload()
    return Opened(reader=reader, listing=listing)
