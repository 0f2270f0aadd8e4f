"""Sending captures again."""

from dataclasses import replace

import pytest

from inspector.core.capture import Arrival
from inspector.core.errors import InspectorError, UsageError
from inspector.core.messages import Dispatched
from tests.captures import request_of
from tests.engine.conftest import EVENT, Running, signed


async def test_to_ourselves(running: Running) -> None:
    """The same bytes arrive, known as a resend of the first, and the dispatch is stored with the whole response."""
    _, id = await running.post(EVENT, "/hooks?x=1", signed())
    dispatches = [dispatch async for dispatch in running.engine.resending.send([id or 0], running.url)]

    first, second = await running.capture(id), await running.capture(2)
    assert [(d.status, d.body, d.error) for d in dispatches] == [(200, b"ok", None)]
    assert second.request.body.read() == EVENT
    assert second.request.target == "/hooks?x=1"
    assert (second.origin.kind, second.origin.of) == ("resend", id)
    assert second.attempt == first.attempt == 1
    assert first.dispatches == tuple(dispatches)
    assert [f for f in running.facts if isinstance(f, Dispatched)] == [
        Dispatched(id=dispatches[0].id or 0, capture_id=1)
    ]


async def test_what_cannot_be_sent(running: Running) -> None:
    """A target that is none is refused with a sentence."""
    _, id = await running.post(b"x")

    with pytest.raises(InspectorError, match="ftp"):
        [dispatch async for dispatch in running.engine.resending.send([id or 0], "ftp://example")]


async def test_many_go_in_order_and_one_that_cannot_be_sent_is_named(running: Running) -> None:
    """Bytes that were no request are passed over with a sentence; the next capture is sent all the same."""
    _, first = await running.post(b"1")
    broken = running.engine.store.keep([Arrival(request=replace(request_of(b"junk"), malformed="no method"))])[0].id
    _, last = await running.post(b"3")

    outcomes = await running.engine.resending.outcomes([first or 0, broken, last or 0], running.url)

    assert [one.status for one in outcomes] == [200, None, 200]
    assert "no HTTP request" in (outcomes[1].error or "")
    assert outcomes[0].target == f"{running.url}/"
    with pytest.raises(UsageError):
        await running.engine.resending.outcomes([first or 0], "ftp://example")
