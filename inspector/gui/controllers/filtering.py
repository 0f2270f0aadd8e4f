"""The filter that is wanted: written, clicked in the sidebar or made from a cell; an unreadable one changes nothing."""

from collections.abc import Sequence

from inspector.core.capture import Summary
from inspector.core.filter.errors import FilterError
from inspector.core.filter.writing import write_term
from inspector.gui import words
from inspector.gui.controllers.counting import Overview
from inspector.gui.controllers.listing import Listing
from inspector.gui.models.columns import COLUMNS
from inspector.gui.views.filter_bar import FilterBar
from inspector.gui.views.list_area import ListArea
from inspector.gui.views.notice_bar import Notice, NoticeBar
from inspector.gui.views.sidebar import Sidebar


class Filtering:
    """Keeps filter bar, sidebar and list of one mind."""

    def __init__(
        self, *, bar: FilterBar, sidebar: Sidebar, area: ListArea, notices: NoticeBar, listing: Listing
    ) -> None:
        self._bar = bar
        self._sidebar = sidebar
        self._area = area
        self._notices = notices
        self._listing = listing
        self._total = 0
        bar.wanted.connect(self.filter)
        sidebar.chosen.connect(self.choose)
        area.clear_wanted.connect(lambda: self.choose(""))
        listing.counted.connect(self._show_count)
        if listing.is_read:
            # At a start the list may stand before anybody hears that it was counted.
            self._show_count(area.table.captures.rowCount(), listing.complete)

    def choose(self, text: str) -> None:
        """Write a filter into the bar and use it."""
        self._bar.show_filter(text)
        self.filter(text)

    def filter(self, text: str) -> None:
        """Use what was written, or mark the place where it cannot be read."""
        if text.strip() == self._listing.text.strip():
            self._accept()
            return
        try:
            self._listing.show(text)
        except FilterError as error:
            if self._bar.is_completing and error.position >= len(text.rstrip()):
                # It only ends too early, and what may follow is being offered.
                return
            self._bar.mark(error.position)
            self._notices.post(Notice(text=str(error), kind="failed", key="filter"))
            return
        self._accept()
        self._bar.show_count("…")
        self._sidebar.show_filter(text)

    def add(self, row: Summary, column: int, *, out: bool) -> None:
        """Narrow the filter to the value of a cell, or filter that value out."""
        value = COLUMNS[column].value(row)
        if value:
            term = ("-" if out else "") + write_term(COLUMNS[column].term, value)
            before = self._listing.text.strip()
            if " OR " in before:
                before = f"({before})"
            self.choose(f"{before} {term}".strip())

    def show_overview(self, overview: Overview) -> None:
        """Learn how many captures there are, and what completion can offer."""
        self._total = overview.total
        providers: Sequence[str] = [provider for provider, _, _ in overview.providers if provider]
        self._bar.show_known({"provider": providers})
        self._show_hidden()

    def _accept(self) -> None:
        self._bar.mark(None)
        self._notices.withdraw("filter")

    def _show_count(self, count: int, complete: bool) -> None:
        sorting = self._listing.sort is not None and not complete
        more = "" if complete else "+"
        # A folded list has fewer rows than captures, which the status bar counts.
        folded = words.tr("%1 rows, folded").replace("%1", f"{words.counted(count)}{more}")
        shown = folded if self._area.table.captures.folds.on else words.counted(count) + more
        self._bar.show_count(words.tr("sorting…") if sorting else shown)
        self._show_hidden()

    def _show_hidden(self) -> None:
        hides_all = self._listing.hides_all and self._total > 0
        self._area.show_nothing_matches(self._total if hides_all else None)
