"""Sending captures again."""

import pytest

from inspector.core.errors import InspectorError
from inspector.core.messages import Dispatched
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
