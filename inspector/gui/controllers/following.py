"""Whether the list follows the newest: until the user moves, and again when they go back to the top.

A list that is sorted does not follow: what arrives would come into the middle of what is read. It is counted on the
pill, and taken in when that is clicked.
"""

from PySide6.QtCore import QModelIndex, QObject, QTimer

from inspector.gui.controllers.announcing import Announcing
from inspector.gui.controllers.listing import Listing
from inspector.gui.models.captures_model import CapturesModel
from inspector.gui.views.captures_table import CapturesTable
from inspector.gui.views.list_area import ListArea


class Following(QObject):
    """Holds what is looked at in its place while rows come in above it, and counts them on the pill."""

    def __init__(self, *, area: ListArea, model: CapturesModel, listing: Listing) -> None:
        super().__init__(area)
        self.follows = True
        self._table: CapturesTable = area.table
        self._area = area
        self._model = model
        self._listing = listing
        self._announcing = Announcing(area.table)
        self._seen = 0
        """The newest capture that stood on the screen."""
        self._held = 0
        """What arrived since the list was frozen."""
        self._steering = False
        self._place = 0
        """Where the scroll bar stood before the list was shown anew."""
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._look_at_top)
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._look.start)
        listing.was_reset.connect(self._start_at_top)
        listing.about_to_reset.connect(self._note_place)
        listing.was_rebuilt.connect(self._stay)
        listing.waits.connect(self._show)
        self._table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._table.picked.connect(self.let_go)
        self._table.newest_wanted.connect(self.resume)
        area.newest_wanted.connect(self._take_in)

    @property
    def frozen(self) -> bool:
        """Whether the list is held as it is."""
        return self._listing.frozen

    def resume(self) -> None:
        """Go to the newest and stay with it; what is selected stays selected."""
        self._listing.sort_by(None)
        self.follows = True
        self._seen = self._model.newest
        if self.frozen:
            self._listing.freeze(False)
        self._table.scrollToTop()
        self._show()

    def let_go(self) -> None:
        """The user moved: from now on the list stands still."""
        self.follows = False
        self._look.start()

    def toggle_freeze(self) -> None:
        """Hold the list, or let it go on."""
        self._held = 0
        self._listing.freeze(not self.frozen)
        self._show()

    def captured(self, count: int) -> None:
        """So many arrived, whether the filter shows them or not."""
        self._announcing.captured(count)
        if self.frozen:
            self._held += count
            self._show()

    def _take_in(self) -> None:
        """Show what the pill counts."""
        if self._listing.sort is None or self.frozen:
            self.resume()
        else:
            self._listing.reload()

    def _note_place(self) -> None:
        self._place = self._table.verticalScrollBar().value()

    def _stay(self) -> None:
        """The same list is shown anew: what is looked at stays in its place as far as that is known."""
        self._table.updateGeometries()
        self._table.verticalScrollBar().setValue(self._place)

    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        if first != 0 or self._listing.sort is not None:
            return
        if self.follows or self._seen == 0:
            self._seen = self._model.newest
            return
        bar = self._table.verticalScrollBar()
        self._steering = True
        # Qt would learn of the new height only when it paints; the place must be held before that.
        self._table.updateGeometries()
        bar.setValue(bar.value() + (last + 1) * self._table.row_pixels)
        self._steering = False
        self._look.start()

    def _start_at_top(self) -> None:
        self._table.scrollToTop()
        self.follows = True
        self._seen = self._model.newest
        self._held = 0
        self._show()

    def _scrolled(self, value: int) -> None:
        if self._steering:
            return
        self.follows = value == 0
        self._look.start()

    def _look_at_top(self) -> None:
        """Note the newest row on the screen as seen."""
        row = self._table.rowAt(0)
        if row >= 0:
            # A row of which only the lower edge shows has not been seen.
            whole = row if self._table.rowViewportPosition(row) >= -self._table.row_pixels // 2 else row + 1
            if whole < self._model.rowCount():
                self._seen = max(self._seen, self._model.id_at(whole))
        if self.follows:
            self._seen = self._model.newest
        self._show()

    def _show(self) -> None:
        if self.frozen:
            self._area.show_new(self._held, frozen=True)
        elif self._listing.sort is not None:
            self._area.show_waiting(self._listing.waiting)
        else:
            self._area.show_new(self._model.count_newer(self._seen) if self._seen else 0, frozen=False)
