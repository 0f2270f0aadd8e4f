"""Sending captures again: to which target, whether the user agreed to it, and what came of it."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Protocol

from inspector.core.capture import Capture
from inspector.core.clock import now
from inspector.core.errors import UsageError
from inspector.core.long_work import Outcome
from inspector.core.sending_wishes import Resend
from inspector.dispatch.targets import display_name, is_local, parse, target_url
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.sending_many import SECONDS_EACH, SendingMany
from inspector.gui.sending import AS_RECEIVED, How
from inspector.gui.views.notice_bar import Kind, Notice

STALE = timedelta(minutes=5)
"""Most libraries refuse a signature that is older."""

AskTarget = Callable[[str, Sequence[str], How, Callable[[str], None]], None]
Confirm = Callable[[str, int, Callable[[], None]], None]


class ReadsCapture(Protocol):
    """What resending needs of the reader."""

    async def capture(self, id: int) -> Capture: ...


class ShowsBusy(Protocol):
    """What resending needs of the detail."""

    def show_busy(self, what: str) -> None: ...


class Agrees(Protocol):
    """Asks once for each target outside this machine."""

    def agree(self, target: str, count: int, then: Callable[[], None], confirm: Confirm | None = None) -> None: ...


class Resending:
    """Nothing leaves this machine for a place that the user has not agreed to once."""

    def __init__(
        self,
        *,
        asking: Asking,
        habits: Habits,
        reader: ReadsCapture,
        detail: ShowsBusy,
        many: SendingMany,
        ask_target: AskTarget,
        confirm: Confirm,
    ) -> None:
        self._asking = asking
        self._habits = habits
        self._reader = reader
        self._detail = detail
        self._many = many
        self._ask_target = ask_target
        self._confirm = confirm

    def resend(self, ids: Sequence[int], target: str = "", how: How = AS_RECEIVED) -> None:
        """Send captures to a target, or to the named one; asks for one where there is none."""
        if not ids:
            return
        wanted = target or self._habits.settings.target
        if not wanted:
            self.resend_other(ids, how)
            return
        try:
            self.agree(wanted, len(ids), lambda: self._send(ids, wanted, how))
        except UsageError as error:
            self._asking.post(Notice(text=str(error), kind="failed"))
            self.resend_other(ids, how)

    def agree(self, target: str, count: int, then: Callable[[], None], confirm: Confirm | None = None) -> None:
        """Go on with `then` at once where the target is on this machine or the user has agreed to it; else ask first.

        `count` is how many captures would go there, `confirm` another way to ask. Raises UsageError for a target that
        cannot be read.
        """
        place = place_of(target)
        if place in self._habits.settings.confirmed_targets or is_local(place):
            then()
        else:
            (confirm or self._confirm)(place, count, lambda: self._agreed(place, then))

    def resend_other(self, ids: Sequence[int], how: How = AS_RECEIVED) -> None:
        """Ask for a target, then send."""
        settings = self._habits.settings
        self._ask_target(settings.target, settings.recent_targets, how, lambda target: self.resend(ids, target, how))

    def _agreed(self, place: str, then: Callable[[], None]) -> None:
        self._habits.confirm_target(place)
        then()

    def _send(self, ids: Sequence[int], target: str, how: How) -> None:
        self._habits.name_target(target)
        name = display_name(place_of(target))
        if len(ids) > 1:
            self._many.start(ids, target, name, how)
        else:
            self._asking.start(self._sent(ids[0], target, name, how), name="resending")

    async def _sent(self, id: int, target: str, name: str, how: How) -> None:
        self._detail.show_busy(words.tr("Sending to %1…").replace("%1", name))
        try:
            wish = Resend(ids=(id,), target=target, as_=how.as_, sign_with=how.sign_with, broken=how.broken)
            answer = await self._asking.answer(wish, tuple, seconds=SECONDS_EACH)
        finally:
            self._detail.show_busy("")
        outcomes = [one for one in answer or () if isinstance(one, Outcome)]
        if not outcomes:
            return
        text, kind = said(outcomes[0], name, how)
        if outcomes[0].status is not None and outcomes[0].failed and how == AS_RECEIVED:
            text += age_remark(await self._reader.capture(id))
        self._asking.post(Notice(text=text, kind=kind, key="resent", seconds=None if kind == "failed" else 6))


def place_of(target: str) -> str:
    """Scheme, host and port of a target, for the list of those that were agreed to. Raises UsageError."""
    place = parse(target_url(target, "/"))
    return f"{place.scheme}://{place.authority}"


def said(outcome: Outcome, name: str, how: How = AS_RECEIVED) -> tuple[str, Kind]:
    """What to say of the one capture that was sent to a target of this name."""
    if outcome.status is None:
        error = outcome.error or words.tr("No response came.")
        return error if name in error or outcome.dispatch_id is None else f"{name}: {error}", "failed"
    if how.broken is not None:
        return said_of_broken(outcome.status, name)
    text = words.tr("%1 responded %2").replace("%1", name).replace("%2", str(outcome.status))
    if outcome.failed:
        return text + ".", "failed"
    took = f" · {words.duration(outcome.duration_ms)}" if outcome.duration_ms is not None else ""
    return text + took + ".", "done"


def said_of_broken(status: int, name: str) -> tuple[str, Kind]:
    """To refuse what is broken on purpose is right, to accept it is not."""
    taken = 200 <= status < 300
    text = (
        words.tr("%1 accepted the broken event: it responded %2.")
        if taken
        else words.tr("%1 refused the broken event, as it should: it responded %2.")
    )
    return text.replace("%1", name).replace("%2", str(status)), "failed" if taken else "done"


def age_remark(capture: Capture) -> str:
    """A sentence where the target may have refused because the signature is old; empty elsewhere."""
    signed = capture.judgement.verdict.signed_at
    if signed is None or now() - signed <= STALE:
        return ""
    hours, minutes = divmod(int((now() - signed).total_seconds()) // 60, 60)
    age = f"{hours} h" if hours else f"{minutes} min"
    text = words.tr("The signature is %1 old, and most libraries refuse one after 5 min.")
    return " " + text.replace("%1", age)
