"""What came before a capture, from the store and its provider."""

import gzip

from inspector.engine.history import MOST, with_history
from tests.engine.conftest import Running

SLACK = {"X-Slack-Signature": "v0=1", "X-Slack-Request-Timestamp": "1", "Content-Type": "application/json"}
EVENT = b'{"type":"event_callback","event_id":"Ev1","event":{"type":"app_mention"}}'


async def test_a_retry_has_a_history(running: Running) -> None:
    """First and previous arrival, the sender's own count, and its name and policy."""
    _, first = await running.post(EVENT, headers=SLACK)
    _, second = await running.post(EVENT, headers={**SLACK, "X-Slack-Retry-Num": "1"})
    assert second is not None
    assert first is not None
    capture = await running.engine.reading.run(lambda reader: with_history(reader, reader.capture(second)))
    begun = await running.engine.reading.run(lambda reader: with_history(reader, reader.capture(first)))

    history = capture.history
    assert (history.sender, history.tries) == ("Slack", 2)
    assert history.policy.startswith("3 times")
    assert history.first == history.previous
    assert history.first is not None
    assert (history.first.id, history.first.status) == (first, 200)
    assert (begun.history.again, begun.history.first) == (1, None)


async def test_a_counter_in_a_packed_body_is_read(running: Running) -> None:
    """HubSpot counts in its body, which may be compressed; a large one is left alone."""
    headers = {"X-HubSpot-Signature-v3": "x", "X-HubSpot-Request-Timestamp": "1", "Content-Type": "application/json"}
    body = b'[{"eventId": 1, "attemptNumber": 2}]'
    _, packed = await running.post(gzip.compress(body), headers={**headers, "Content-Encoding": "gzip"})
    _, large = await running.post(body + b" " * MOST, headers=headers)
    assert packed is not None
    assert large is not None
    ids = (packed, large)
    found = await running.engine.reading.run(
        lambda reader: [with_history(reader, reader.capture(id)).history.tries for id in ids]
    )

    assert found == [3, None]


async def test_nobody_known_has_none(running: Running) -> None:
    """Of an unknown sender nothing is looked up."""
    _, id = await running.post(b"x")
    capture = await running.capture(id)

    assert await running.engine.reading.run(lambda reader: with_history(reader, capture)) is capture
