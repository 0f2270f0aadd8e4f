"""What came before a capture, from the store and its provider."""

import gzip
from contextlib import closing
from pathlib import Path

from inspector.core.capture import Arrival
from inspector.core.verdict import Judgement
from inspector.engine.history import MOST, with_history
from inspector.store.reader import Reader
from inspector.store.store import Store
from tests.captures import head_of, request_of
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


def test_a_counter_in_a_packed_body_is_read(tmp_path: Path) -> None:
    """HubSpot counts in its body, which may be compressed; a large one is left alone."""
    body = b'[{"eventId": 1, "attemptNumber": 2}]'
    bodies = ((gzip.compress(body), b"Content-Encoding: gzip"), (body + b" " * MOST, b"X-Large: yes"))
    made = [request_of(head_of(b"POST / HTTP/1.1", b"Host: x", field), content) for content, field in bodies]
    hubspot = Judgement(provider="hubspot")
    with closing(Store.open(tmp_path / "captures.db")) as store:
        store.keep([Arrival(request=request, judgement=hubspot) for request in made])
        with closing(Reader(store.path)) as reader:
            found = [with_history(reader, capture).history.tries for capture in reader.captures([1, 2])]

    assert found == [3, None]


async def test_nobody_known_has_none(running: Running) -> None:
    """Of an unknown sender nothing is looked up."""
    _, id = await running.post(b"x")
    capture = await running.capture(id)

    assert await running.engine.reading.run(lambda reader: with_history(reader, capture)) is capture
