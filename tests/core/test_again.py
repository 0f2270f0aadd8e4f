"""Why a delivery came again, in a sentence."""

from dataclasses import replace

import pytest

from inspector.core import clock
from inspector.core.again import Wording, duration_text, other_bytes, told
from inspector.core.body import Body
from inspector.core.capture import Capture, Repeat
from inspector.core.headers import Headers
from inspector.core.history import Earlier, History
from inspector.core.request import Request
from inspector.core.verdict import Judgement

WORDING = Wording(text=str, number=str, duration=duration_text)
SAME = Body.of(b"{}").sha256


def capture(repeat: Repeat | None, history: History, *, attempt: int = 2, deadline_s: float | None = 3.0) -> Capture:
    request = Request(
        received_at=clock.EPOCH,
        head=b"",
        method="POST",
        target="/",
        http_version="1.1",
        remote="",
        headers=Headers(),
        body=Body.of(b"{}"),
    )
    judgement = Judgement(provider="slack", deadline_s=deadline_s)
    first = None if repeat is None else 12
    return Capture(
        id=20, request=request, judgement=judgement, repeat=repeat, attempt=attempt, duplicate_of=first, history=history
    )


def before(status: int | None = 200, duration_ms: float | None = 3400.0, *, sha256: str = SAME) -> History:
    earlier = Earlier(id=12, status=status, duration_ms=duration_ms, body_sha256=sha256)
    return History(sender="Slack", first=earlier, previous=earlier)


@pytest.mark.parametrize(
    ("repeat", "history", "attempt", "sentence"),
    [
        ("retry", before(), 2, "Second arrival: Slack gave up after 3 s, your response took 3.4 s."),
        ("retry", before(500, 2.0), 2, "Second arrival: your response to #12 was 500 Internal Server Error."),
        ("retry", before(None, None), 2, "Second arrival: no response to #12 is recorded."),
        ("retry", History(), 2, "Second arrival: the one before is no longer in the store."),
        (
            "retry",
            before(503),
            3,
            "Third arrival: your response to #12 was 503 Service Unavailable. The first was #12.",
        ),
        ("retry", before(503), 9, "Arrival 9: your response to #12 was 503 Service Unavailable. The first was #12."),
        ("duplicate", before(204, 9.0), 2, "Second arrival: #12 got 204 No Content in time: a duplicate."),
        (
            "redelivery",
            before(),
            2,
            "Second arrival: Slack never retries by itself: somebody pressed Redeliver, or sent it again by hand.",
        ),
        (
            "same-event",
            before(),
            1,
            "Looks like the same event as #12 under another delivery id: the same body within ten minutes.",
        ),
        (
            "same-event",
            before(sha256="0" * 64),
            1,
            "Looks like the same event as #12 under another delivery id: the sender’s key for the event is the same.",
        ),
        (
            "same-event",
            replace(before(), again=1),
            1,
            (
                "Looks like the same event as #12 under another delivery id: the same body within ten minutes. "
                "It came 2 times in all; this is the first arrival."
            ),
        ),
        (None, History(), 1, ""),
        (None, History(again=3), 1, "It came 4 times in all; this is the first arrival."),
        (None, History(tries=1), 1, ""),
        (None, History(tries=3), 1, "By its own count it is the sender’s 3rd try."),
        (None, History(tries=4), 1, "By its own count it is the sender’s 4th try."),
    ],
)
def test_one_sentence(repeat: Repeat | None, history: History, attempt: int, sentence: str) -> None:
    """It says what the earlier arrival was told, and what its sender makes of that."""
    assert told(capture(repeat, history, attempt=attempt), WORDING) == sentence


@pytest.mark.parametrize(("duration_ms", "part"), [(20_000.0, "after 20 s"), (999.0, "in time"), (None, "in time")])
def test_a_slow_response_is_not_in_time_for_a_limit_that_is_not_known(duration_ms: float | None, part: str) -> None:
    """How long it took is said in place of that."""
    again = capture("duplicate", before(200, duration_ms), deadline_s=None)

    assert told(again, WORDING) == f"Second arrival: #12 got 200 OK {part}: a duplicate."


def test_a_retry_says_when_others_follow() -> None:
    """The sender’s own policy stands behind the reason, and only where it retries."""
    history = replace(before(500), policy="3 times: at once", tries=2)

    assert told(capture("retry", history), WORDING).endswith(
        "By its own count it is the sender’s 2nd try. How Slack retries: 3 times: at once."
    )
    assert "How Slack retries" not in told(capture("duplicate", history), WORDING)


@pytest.mark.parametrize(("repeat", "warns"), [("retry", True), ("duplicate", True), ("same-event", False)])
def test_other_bytes(repeat: Repeat, warns: bool) -> None:
    """The same delivery id with another body is a warning; another delivery id may well have another."""
    other = other_bytes(capture(repeat, before(sha256="ab" * 32)), WORDING)

    assert bool(other) is warns
    assert ("SHA-256 abababababab… then" in other) is warns
    assert other_bytes(capture(repeat, before()), WORDING) == ""


@pytest.mark.parametrize(
    ("milliseconds", "text"), [(0.44, "0.4 ms"), (12.4, "12 ms"), (3000.0, "3 s"), (3449.0, "3.4 s")]
)
def test_durations(milliseconds: float, text: str) -> None:
    """A tenth of a second decides about a deadline of three."""
    assert duration_text(milliseconds) == text
