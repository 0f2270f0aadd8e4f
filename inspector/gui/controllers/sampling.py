"""Sending samples: whether the user agreed to the target, the body as a private file, the capture that comes of it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from shiboken6 import isValid

from inspector.core.capture import Summary
from inspector.core.errors import InspectorError, UsageError
from inspector.core.filter.tree import All, Filter
from inspector.core.handing import forget, leave
from inspector.core.sending_wishes import SampleSent, SendSample
from inspector.core.wishes import Answer
from inspector.dispatch.targets import display_name
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.habits import MOST_RECENT, Habits
from inspector.gui.controllers.listing import Listing
from inspector.gui.controllers.resending import Agrees
from inspector.gui.controllers.selection import Selection
from inspector.gui.reader import Part
from inspector.gui.recent import recent
from inspector.gui.tasks import off
from inspector.gui.views.notice_bar import Kind, Notice
from inspector.gui.views.samples.draft import SampleDraft

SECONDS = 35.0
"""How long one sending may take before the window no longer waits for it."""
LOOKED_AT = 60
"""Captures that arrived meanwhile, among which the sample is looked for."""

Confirm = Callable[[str, Callable[[], None], Callable[[], None]], None]
"""Asks whether samples may go to a place outside this machine; calls the first for yes, the second for no."""


class ReadsNewest(Protocol):
    """What sampling needs of the reader."""

    async def part(self, tree: Filter, *, limit: int | None = None, before: int | None = None) -> Part: ...
    async def newer(self, tree: Filter, after: int, rows: int) -> Part: ...


class ShowsSending(Protocol):
    """What sampling needs of the dialog."""

    def show_busy(self) -> None: ...
    def show_sent(self, sent: SampleSent) -> None: ...
    def show_problem(self, sentence: str) -> None: ...
    def show_nothing_sent(self) -> None: ...


class Sampling:
    """Selects the capture of a sample that went to the own address."""

    def __init__(
        self, *, asking: Asking, habits: Habits, reader: ReadsNewest, selection: Selection, listing: Listing,
        resending: Agrees, drafts: Path, confirm: Confirm,
    ) -> None:  # fmt: skip
        self._asking = asking
        self._habits = habits
        self._reader = reader
        self._selection = selection
        self._listing = listing
        self._resending = resending
        self._drafts = drafts
        self._confirm = confirm

    def send_now(self, provider: str, event: str) -> None:
        """Send a sample to the own address and say in a notice what came back."""
        self.send(SampleDraft(provider=provider, event=event), _Told(self._asking, event))

    def send(self, draft: SampleDraft, shows: ShowsSending) -> None:
        """Send a sample; for a place outside this machine the user is asked once."""
        place = Place(shows)
        if not draft.target:
            self._start(draft, place)
            return
        try:
            self._resending.agree(
                draft.target,
                1,
                lambda: self._start(draft, place),
                lambda where, _, agreed: self._confirm(where, agreed, place.show_nothing_sent),
            )
        except UsageError as error:
            place.show_problem(str(error))

    def _start(self, draft: SampleDraft, place: "Place") -> None:
        self._remember(draft.target)
        self._asking.start(self._send(draft, place), name="sending a sample")

    def _remember(self, target: str) -> None:
        """Offer a target again; where the next resends go stays as it is."""
        before = self._habits.settings.recent_targets
        targets = recent(target, before, MOST_RECENT)
        if target and targets != before:
            self._habits.change({"recent_targets": targets})

    async def _send(self, draft: SampleDraft, place: "Place") -> None:
        place.show_busy()
        try:
            newest = (await self._reader.part(All(), limit=1)).newest if not draft.target else 0
            sent = await self._sent(draft)
        except InspectorError as error:
            place.show_problem(str(error))
            return
        if isinstance(sent, SampleSent):
            place.show_sent(sent)
            if not draft.target and sent.status is not None:
                await self._find(draft.provider, newest)

    async def _sent(self, draft: SampleDraft) -> Answer:
        file = None if draft.body is None else await off(leave, self._drafts, draft.body)
        wish = SendSample(
            provider=draft.provider, event=draft.event, target=draft.target, secret=draft.secret,
            body_file="" if file is None else str(file), broken=draft.broken, seed=draft.seed,
        )  # fmt: skip
        try:
            return await self._asking.engine.ask(wish, seconds=SECONDS)
        finally:
            if file is not None:
                await off(forget, file)

    async def _find(self, provider: str, after: int) -> None:
        rows = (await self._reader.newer(All(), after, LOOKED_AT)).rows
        found = arrived(rows, provider)
        if found is None or self._listing.frozen:
            return
        if found not in (await self._reader.newer(self._listing.tree, after, 0)).ids:
            text = words.tr("The sample arrived as #%1; the filter hides it.").replace("%1", words.counted(found))
            self._asking.post(Notice(text=text, key="sample", seconds=8))
            return
        self._selection.await_ids(found)


class Place:
    """Where a sample was sent from; a dialog that was closed meanwhile is told nothing."""

    def __init__(self, shows: ShowsSending) -> None:
        self._shows = shows

    def show_busy(self) -> None:
        """It is on its way."""
        if self._is_there():
            self._shows.show_busy()

    def show_sent(self, sent: SampleSent) -> None:
        """What came back."""
        if self._is_there():
            self._shows.show_sent(sent)

    def show_problem(self, sentence: str) -> None:
        """Why it was not sent."""
        if self._is_there():
            self._shows.show_problem(sentence)

    def show_nothing_sent(self) -> None:
        """The user decided otherwise."""
        if self._is_there():
            self._shows.show_nothing_sent()

    def _is_there(self) -> bool:
        return not isinstance(self._shows, QObject) or isValid(self._shows)


class _Told:
    """Says in a notice what a dialog would show."""

    def __init__(self, asking: Asking, event: str) -> None:
        self._asking = asking
        self._event = event

    def show_busy(self) -> None:
        """The answer comes in a moment."""

    def show_nothing_sent(self) -> None:
        """The own address needs no agreement."""

    def show_sent(self, sent: SampleSent) -> None:
        """What came back."""
        text, kind = outcome(self._event, sent)
        self._asking.post(Notice(text=text, kind=kind, key="sample", seconds=None if kind == "failed" else 6))

    def show_problem(self, sentence: str) -> None:
        """Why it was not sent."""
        self._asking.post(Notice(text=sentence, kind="failed", key="sample"))


def outcome(event: str, sent: SampleSent) -> tuple[str, Kind]:
    """A sentence for what came back, and how it is coloured."""
    if sent.status is None:
        return sent.error or words.tr("No response came."), "failed"
    took = "" if sent.duration_ms is None else f" · {words.duration(sent.duration_ms)}"
    text = words.tr("%1 sent to %2, which responded %3").replace("%3", str(sent.status))
    text = text.replace("%2", display_name(sent.url)).replace("%1", event)
    return f"{text}{took}.", "done" if sent.status < 400 else "failed"


def arrived(rows: Sequence[Summary], provider: str) -> int | None:
    """Which of the captures that came meanwhile is the sample; the newest where several may be."""
    samples = [row.id for row in rows if row.origin == "sample" and row.provider == provider]
    return max(samples, default=None)
