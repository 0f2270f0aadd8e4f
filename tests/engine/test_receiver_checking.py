"""Checking a receiver."""

import hashlib
import hmac
import re
import time
from collections.abc import AsyncIterator

import pytest

from inspector.core.errors import NothingError, ResourceError, UsageError
from inspector.core.sending_wishes import CheckReceiver, ReceiverChecked
from inspector.engine.wishes import fulfil
from tests.engine.conftest import EVENT, SECRET, Running, signed
from tests.recorder import Answer, Recorded, Recorder, recording

BAD = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"
GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


def stripe(*, seconds: float = 300, checks: bool = True, strict: bool = True) -> Answer:
    """A receiver that checks as Stripe's library does; without `checks` it accepts whatever is young.

    Without `strict` it checks only where there is a signature.
    """

    def answer(request: Recorded) -> bytes:
        found = re.search(rb"t=(\d+),v1=(\w+)", request.head)
        if found is None:
            return BAD if strict else GOOD
        expected = hmac.new(SECRET, found[1] + b"." + request.body, hashlib.sha256).hexdigest().encode()
        young = time.time() - int(found[1]) <= seconds
        return GOOD if young and (not checks or expected == found[2]) else BAD

    return answer


@pytest.fixture
async def receiver() -> AsyncIterator[Recorder]:
    """A server that is not ours."""
    async with recording() as recorder:
        recorder.answer = stripe()
        yield recorder


async def check(running: Running, receiver: Recorder, **wish: object) -> ReceiverChecked:
    """Check with a sample of Stripe, or what is said."""
    asked = {"provider": "stripe", "secret": "staging", "target": receiver.url} | wish
    told = await fulfil(running.engine, CheckReceiver(**asked))  # type: ignore[arg-type]
    assert isinstance(told, ReceiverChecked)
    return told


async def test_a_good_receiver_passes(running: Running, receiver: Recorder) -> None:
    """The good one twice with the same bytes; each bad one once; what its library accepts is left out."""
    told = await check(running, receiver)

    assert [(line.step, line.status) for line in told.lines] == [
        ("good", 200), ("stale", 400), ("future", None), ("tampered", 400), ("wrong-secret", 400),
        ("unsigned", 400), ("repeat", 200),
    ]  # fmt: skip
    assert told.lines[2].left_out is not None
    assert (told.passed, told.provider, told.secret) == (True, "stripe", "staging")
    assert told.event == "payment_intent.succeeded"
    assert len(receiver.requests) == 6
    assert (receiver.requests[0].head, receiver.requests[0].body) == (
        receiver.requests[-1].head, receiver.requests[-1].body,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        (stripe(seconds=1e9), ["stale"]),
        (stripe(checks=False), ["tampered", "wrong-secret"]),
        (stripe(strict=False), ["unsigned"]),
    ],
    ids=["age", "signature", "none"],
)
async def test_what_it_accepts_that_it_should_not(
    running: Running, receiver: Recorder, answer: Answer, wrong: list[str]
) -> None:
    """Each is named."""
    receiver.answer = answer
    told = await check(running, receiver)

    assert [line.step for line in told.lines if not line.passed] == wrong
    assert not told.passed


async def test_one_that_refuses_the_good_one(running: Running, receiver: Recorder) -> None:
    """It checks with another secret."""
    told = await check(running, receiver, secret="")

    assert [line.step for line in told.lines if not line.passed] == ["good", "repeat"]
    assert told.secret == "sample"


async def test_with_a_capture_every_dispatch_is_stored(running: Running, receiver: Recorder) -> None:
    """The delivery id stays in all of them, and what was broken on purpose says so."""
    _, id = await running.post(EVENT, headers=signed(age_s=3000))
    told = await check(running, receiver, of=id, provider="", secret="")
    capture = await running.capture(id)

    assert (told.passed, told.secret, told.event) == (True, "staging", "invoice.paid")
    assert [dispatch.status for dispatch in capture.dispatches] == [200, 400, 400, 400, 400, 200]
    assert {dispatch.as_ for dispatch in capture.dispatches} == {"signed"}
    assert "broken on purpose: stale" in capture.dispatches[1].changed
    assert [request.body == EVENT for request in receiver.requests] == [True, True, False, True, True, True]


async def test_where_nothing_answers(running: Running, receiver: Recorder) -> None:
    """It ends with the first."""
    receiver.answer = lambda request: None

    with pytest.raises(ResourceError, match="without a response"):
        await check(running, receiver)
    assert len(receiver.requests) == 1


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        ({"provider": "nobody"}, UsageError),
        ({"event": "nothing.such"}, UsageError),
        ({"target": "ftp://x"}, UsageError),
        ({"secret": "other"}, NothingError),
        ({"of": 99}, NothingError),
    ],
)
async def test_what_cannot_be_checked(
    running: Running, receiver: Recorder, wish: dict[str, object], error: type[Exception]
) -> None:
    """Nothing is sent."""
    with pytest.raises(error):
        await check(running, receiver, **wish)
    assert receiver.requests == []
