"""Sending captures again: to which target, whether the user agreed to it, and what came of it."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Protocol

from inspector.core.capture import Capture
from inspector.core.clock import now
from inspector.core.dispatch import Dispatch
from inspector.core.errors import UsageError
from inspector.core.messages import Resend
from inspector.dispatch.targets import display_name, is_local, parse, target_url
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.habits import Habits
from inspector.gui.views.notice_bar import Kind, Notice

STALE = timedelta(minutes=5)
"""Most libraries refuse a signature that is older."""
SECONDS_EACH = 35.0
"""How long one dispatch may take before the window no longer waits for it."""

AskTarget = Callable[[str, Sequence[str], Callable[[str], None]], None]
Confirm = Callable[[str, int, Callable[[], None]], None]


class ReadsCapture(Protocol):
    """What resending needs of the reader."""

    async def capture(self, id: int) -> Capture: ...


class ShowsBusy(Protocol):
    """What resending needs of the detail."""

    def show_busy(self, what: str) -> None: ...


class Resending:
    """Nothing leaves this machine for a place that the user has not agreed to once."""

    def __init__(
        self,
        *,
        asking: Asking,
        habits: Habits,
        reader: ReadsCapture,
        detail: ShowsBusy,
        ask_target: AskTarget,
        confirm: Confirm,
    ) -> None:
        self._asking = asking
        self._habits = habits
        self._reader = reader
        self._detail = detail
        self._ask_target = ask_target
        self._confirm = confirm

    def resend(self, ids: Sequence[int], target: str = "") -> None:
        """Send captures to a target, or to the named one; asks for one where there is none."""
        if not ids:
            return
        wanted = target or self._habits.settings.target
        if not wanted:
            self.resend_other(ids)
            return
        try:
            self.agree(wanted, len(ids), lambda: self._send(ids, wanted))
        except UsageError as error:
            self._asking.post(Notice(text=str(error), kind="failed"))
            self.resend_other(ids)

    def agree(self, target: str, count: int, then: Callable[[], None]) -> None:
        """Go on with `then` at once where the target is on this machine or the user has agreed to it; else ask first.

        `count` is how many captures would go there. Raises UsageError for a target that cannot be read.
        """
        place = place_of(target)
        if place in self._habits.settings.confirmed_targets or is_local(place):
            then()
        else:
            self._confirm(place, count, lambda: self._agreed(place, then))

    def resend_other(self, ids: Sequence[int]) -> None:
        """Ask for a target, then send."""
        settings = self._habits.settings
        self._ask_target(settings.target, settings.recent_targets, lambda target: self.resend(ids, target))

    def _agreed(self, place: str, then: Callable[[], None]) -> None:
        self._habits.confirm_target(place)
        then()

    def _send(self, ids: Sequence[int], target: str) -> None:
        self._habits.name_target(target)
        self._asking.start(self._sent(tuple(ids), target), name="resending")

    async def _sent(self, ids: tuple[int, ...], target: str) -> None:
        name = display_name(place_of(target))
        self._detail.show_busy(words.tr("Sending to %1…").replace("%1", name))
        try:
            answer = await self._asking.answer(
                Resend(ids=ids, target=target), tuple, seconds=SECONDS_EACH * max(1, len(ids))
            )
        finally:
            self._detail.show_busy("")
        if not answer:
            return
        captures = [await self._reader.capture(id) for id in ids[:200]]
        sent = [one for capture in captures for one in capture.dispatches if one.id in answer]
        text, kind = outcome(sent, captures[0], name)
        self._asking.post(Notice(text=text, kind=kind, key="resent", seconds=None if kind == "failed" else 6))


def place_of(target: str) -> str:
    """Scheme, host and port of a target, for the list of those that were agreed to. Raises UsageError."""
    place = parse(target_url(target, "/"))
    return f"{place.scheme}://{place.authority}"


def outcome(sent: Sequence[Dispatch], capture: Capture, name: str) -> tuple[str, Kind]:
    """What to say of dispatches to a target of this name."""
    failed = [one for one in sent if one.status is None or one.status >= 400]
    if len(sent) != 1:
        text = words.plural("1 capture sent to %1", "%Ln captures sent to %1", len(sent)).replace("%1", name)
        if not failed:
            return text + ".", "done"
        return f"{text}, " + words.plural("1 was not taken.", "%Ln were not taken.", len(failed)), "failed"
    one = sent[0]
    if one.status is None:
        error = one.error or words.tr("No answer came.")
        return error if name in error else f"{name}: {error}", "failed"
    took = f" · {words.duration(one.duration_ms)}" if one.duration_ms is not None else ""
    if not failed:
        return words.tr("%1 answered %2").replace("%1", name).replace("%2", str(one.status)) + took + ".", "done"
    return words.tr("%1 answered %2.").replace("%1", name).replace("%2", str(one.status)) + age_remark(
        capture
    ), "failed"


def age_remark(capture: Capture) -> str:
    """A sentence where the target may have refused because the signature is old; empty elsewhere."""
    signed = capture.judgement.verdict.signed_at
    if signed is None or now() - signed <= STALE:
        return ""
    hours, minutes = divmod(int((now() - signed).total_seconds()) // 60, 60)
    age = f"{hours} h" if hours else f"{minutes} min"
    text = words.tr("The signature is %1 old, and most libraries refuse one after 5 min.")
    return " " + text.replace("%1", age)
