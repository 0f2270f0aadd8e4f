"""What is selected: reads it whole, shows it, marks it as seen, and reads it again when it changed."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from inspector.core.capture import Capture
from inspector.core.errors import InspectorError, ResourceError, TimeLimitError
from inspector.core.messages import Explain, Explanation, MarkRead
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.listing import Listing
from inspector.gui.tasks import spawn
from inspector.gui.views.captures_table import CapturesTable, runs_of

EXPLAINS = 10.0
"""Seconds that an explanation may take."""
TRIES = 3
"""On a machine that is busy the worker is at times given up while it still starts."""
PASSING = (TimeLimitError.exit_code, ResourceError.exit_code)
"""Errors that another try may not meet; across the pipe an error keeps its code, not its class."""


MOST_KEPT = 1000
"""Captures that stay selected when the list is shown anew."""


class ReadsOne(Protocol):
    """What the selection needs of the reader."""

    async def capture(self, id: int) -> Capture: ...
    async def waiting_for_secret(self, provider: str) -> int: ...


class ShowsOne(Protocol):
    """What the selection needs of the detail."""

    def show_capture(self, capture: Capture, explanation: Explanation | None = None) -> None: ...
    def show_explanation(self, capture_id: int, explanation: Explanation) -> None: ...
    def show_nothing(self) -> None: ...
    def show_many(self, count: int) -> None: ...
    def show_earlier(self, count: int) -> None: ...


class Selection(QObject):
    """The selection survives another filter, where the capture is still in the list."""

    changed = Signal()

    def __init__(
        self, *, table: CapturesTable, listing: Listing, reader: ReadsOne, asking: Asking, detail: ShowsOne
    ) -> None:
        super().__init__(table)
        self.shown: Capture | None = None
        """The capture in the detail."""
        self._table = table
        self._reader = reader
        self._asking = asking
        self._detail = detail
        self._wanted: int | None = None
        self._kept: tuple[int, ...] = ()
        self._awaited: tuple[int, ...] = ()
        """What is selected once the list holds it, the one with the keyboard first."""
        self._coming: tuple[int, ...] = ()
        """What takes the place of the selection once the list holds it."""
        self._of_last_time: int | None = None
        self._sort = listing.sort
        self._listing = listing
        self._reading = False
        self._again = False
        table.selectionModel().selectionChanged.connect(self._moved)
        listing.about_to_reset.connect(self._keep)
        listing.was_reset.connect(self._restore)
        listing.was_rebuilt.connect(self._put_back)
        listing.counted.connect(self._take_up)

    def ids(self) -> tuple[int, ...]:
        """What a command acts on, newest first."""
        return self._table.selected_ids()

    def stored_changed(self, ids: tuple[int, ...] | None) -> None:
        """Captures changed in the store, or any where None."""
        if self._wanted is not None and (ids is None or self._wanted in ids):
            self._read()

    def restore(self, id: int | None) -> None:
        """Select what was selected last time as soon as the list holds it, unless something else is by then."""
        if id is not None and not self._table.selectionModel().hasSelection():
            self._of_last_time = id
            self._select((id,))

    def await_ids(self, *ids: int) -> None:
        """Select captures in place of what is selected once the list holds the first, unless the user moves first."""
        wanted = ids if len(ids) <= MOST_KEPT else ids[:1]
        self._coming = () if self._table.select_ids(wanted) else wanted

    def beside(self) -> int | None:
        """The capture below what is selected, or the one above where that reaches the end; None where there is none."""
        model, runs = self._table.captures, sorted(runs_of(self._table.selectionModel().selection()), reverse=True)
        row = runs[0][1] + 1 if runs else -1
        if row == model.rowCount():
            row -= 1
            for top, bottom in runs:
                row = top - 1 if bottom == row else row
        return model.id_at(row) if row >= 0 else None

    def explain(self, id: int) -> None:
        """Show the proof behind the verdict of the capture in the detail."""
        self._asking.start(self._explain(id), name="explaining")

    def _moved(self) -> None:
        chosen = self._table.current_id() if self._table.selectionModel().hasSelection() else None
        if chosen != self._wanted:
            self._wanted = chosen
            self._coming = ()
            if chosen is None:
                self.shown = None
                self._detail.show_nothing()
            else:
                self._read()
        self._detail.show_many(self._table.count_selected())
        self.changed.emit()

    def _read(self) -> None:
        if self._reading:
            self._again = True
        else:
            self._reading = True
            spawn(self._read_wanted(), name="reading a capture")

    async def _read_wanted(self) -> None:
        try:
            while (id := self._wanted) is not None:
                self._again = False
                try:
                    capture = await self._reader.capture(id)
                    if id == self._wanted:
                        await self._show(capture)
                except InspectorError:
                    # It was removed; the list will lose its row in a moment.
                    pass
                if id == self._wanted and not self._again:
                    return
        finally:
            self._reading = False

    async def _show(self, capture: Capture) -> None:
        before = self.shown
        self.shown = capture
        self._detail.show_capture(capture)
        self.changed.emit()
        judgement = capture.judgement
        if judgement.provider and judgement.verdict.status == "no-secret":
            self._detail.show_earlier(await self._reader.waiting_for_secret(judgement.provider) - 1)
        if before is None or before.id != capture.id:
            self._mark_read(capture)

    def _mark_read(self, capture: Capture) -> None:
        """It was seen, and with it what is folded under it."""
        model = self._table.captures
        row = model.cache.peek(capture.id)
        folds = row is not None and row.again_unread and model.folds.state(row) == "closed"
        if capture.unread or folds:
            self._asking.send(MarkRead(ids=(capture.id,), with_repeats=folds))

    async def _explain(self, id: int) -> None:
        for _ in range(TRIES):
            try:
                answer = await self._asking.engine.ask(Explain(id=id), seconds=EXPLAINS)
            except InspectorError as error:
                if error.exit_code in PASSING:
                    continue
                # Unsigned, or nothing to check it with: the page says that by itself.
                return
            if isinstance(answer, Explanation):
                self._detail.show_explanation(id, answer)
            return

    def _keep(self) -> None:
        many = self._table.count_selected() > MOST_KEPT
        rest = () if many else (id for id in self._table.selected_ids() if id != self._wanted)
        self._kept = () if self._wanted is None else (self._wanted, *rest)

    def _restore(self) -> None:
        """Another list is shown. One that is only sorted otherwise is looked at from its top."""
        self._select(self._kept or self._awaited, scroll=self._listing.sort == self._sort)
        self._sort = self._listing.sort

    def _put_back(self) -> None:
        """The same list is shown anew, and stays where it is."""
        self._select(self._kept or self._awaited)

    def _take_up(self) -> None:
        """The list holds more, or other rows."""
        if not self._coming or not self._table.select_ids(self._coming):
            self._select(self._awaited)

    def _select(self, ids: tuple[int, ...], *, scroll: bool = False) -> None:
        """Select these as soon as the list holds the first of them, unless the user chooses something else by then."""
        self._awaited = ()
        last_time = ids == (self._of_last_time,)
        if not ids or self._table.selectionModel().hasSelection():
            return
        if self._table.select_ids(ids, scroll=scroll or last_time):
            self._of_last_time = None
            if last_time:
                self._table.picked.emit()
        elif self._listing.complete and self._listing.is_read:
            self._moved()
        else:
            self._awaited = ids
