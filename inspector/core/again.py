"""Why a delivery came again, in a sentence: what its earlier arrival was told, and what its sender makes of that."""

from collections.abc import Callable
from dataclasses import dataclass

from inspector.core.capture import Capture
from inspector.core.history import History
from inspector.core.response import reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How texts, numbers and times are written: for a terminal, or for a window in its language."""

    text: Callable[[str], str]
    number: Callable[[int], str]
    duration: Callable[[float], str]
    """Of milliseconds."""


ARRIVALS = ("Second arrival", "Third arrival", "Fourth arrival", "Fifth arrival")
"""From the second on; later ones by their number."""

TRIES = ("2nd", "3rd")

SLOW_MS = 1000.0
"""From here on no response is said to be in time for a sender whose limit is not known: it is the shortest known."""


def told(capture: Capture, wording: Wording) -> str:
    """All sentences about a capture that came again, or that its sender sends again; empty where there is nothing."""
    history = capture.history
    sentences: tuple[str, ...] = ()
    if capture.repeat == "same-event":
        sentences = (_same_event(capture, history, wording),)
    elif capture.repeat is not None:
        sentences = (f"{_arrival(capture, wording)}: {_reason(capture, history, wording)}",)
        if history.first is not None and capture.attempt > 2:
            sentences = (*sentences, wording.text("The first was #%1.").replace("%1", wording.number(history.first.id)))
    if history.again:
        text = wording.text("It came %1 times in all; this is the first arrival.")
        sentences = (*sentences, text.replace("%1", wording.number(history.again + 1)))
    if history.tries is not None and history.tries > 1:
        text = wording.text("By its own count it is the sender’s %1 try.")
        sentences = (*sentences, text.replace("%1", _ordinal(history.tries)))
    if capture.repeat == "retry" and history.policy:
        text = wording.text("How %1 retries: %2.")
        sentences = (*sentences, text.replace("%1", history.sender).replace("%2", history.policy))
    return " ".join(sentences)


def other_bytes(capture: Capture, wording: Wording) -> str:
    """The warning that a repeat is not what its first arrival was; empty where the bytes are the same."""
    first, sha256 = capture.history.first, capture.request.body.sha256
    if first is None or capture.repeat in (None, "same-event") or first.body_sha256 == sha256:
        return ""
    text = wording.text("The same delivery id, but not the body of #%1: SHA-256 %2… then, %3… now.")
    text = text.replace("%1", wording.number(first.id))
    return text.replace("%2", first.body_sha256[:12]).replace("%3", sha256[:12])


def _arrival(capture: Capture, wording: Wording) -> str:
    if capture.attempt - 2 < len(ARRIVALS):
        return wording.text(ARRIVALS[capture.attempt - 2])
    return wording.text("Arrival %1").replace("%1", wording.number(capture.attempt))


def _reason(capture: Capture, history: History, wording: Wording) -> str:
    sender = history.sender or wording.text("the sender")
    if capture.repeat == "redelivery":
        text = wording.text("%1 never retries by itself: somebody pressed Redeliver, or sent it again by hand.")
        return text.replace("%1", sender)
    previous = history.previous
    if previous is None:
        return wording.text("the one before is no longer in the store.")
    if previous.status is None:
        return wording.text("no response to #%1 is recorded.").replace("%1", wording.number(previous.id))
    status = f"{previous.status} {reason(previous.status)}".strip()
    deadline = capture.judgement.deadline_s
    if capture.repeat == "duplicate":
        # Where it is not known how long the sender waits, a slow response may be why it came again all the same.
        slow = deadline is None and previous.duration_ms is not None and previous.duration_ms >= SLOW_MS
        in_time = wording.text("#%1 got %2 in time: a duplicate.")
        text = wording.text("#%1 got %2 after %3: a duplicate.") if slow else in_time
        text = text.replace("%1", wording.number(previous.id)).replace("%2", status)
        return text.replace("%3", wording.duration(previous.duration_ms or 0))
    if not 200 <= previous.status < 300:
        text = wording.text("your response to #%1 was %2.")
        return text.replace("%1", wording.number(previous.id)).replace("%2", status)
    text = wording.text("%1 gave up after %2, your response took %3.").replace("%1", sender)
    text = text.replace("%2", wording.duration((deadline or 0) * 1000))
    return text.replace("%3", wording.duration(previous.duration_ms or 0))


def _same_event(capture: Capture, history: History, wording: Wording) -> str:
    first = history.first
    same_body = first is None or first.body_sha256 == capture.request.body.sha256
    text = wording.text(
        "Looks like the same event as #%1 under another delivery id: the same body within ten minutes."
        if same_body
        else "Looks like the same event as #%1 under another delivery id: the sender’s key for the event is the same."
    )
    return text.replace("%1", wording.number(capture.duplicate_of or 0))


def _ordinal(number: int) -> str:
    return TRIES[number - 2] if number - 2 < len(TRIES) else f"{number}th"


def duration_text(milliseconds: float) -> str:
    """`0.4 ms`, `12 ms`, `3 s`, `3.4 s`."""
    if milliseconds < 1000:
        return f"{milliseconds:.1f} ms" if milliseconds < 10 else f"{milliseconds:.0f} ms"
    return f"{milliseconds / 1000:.1f}".removesuffix(".0") + " s"
