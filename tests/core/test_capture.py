"""A capture as it is before anything is known of it."""

import pickle
from dataclasses import FrozenInstanceError, fields

import pytest

from inspector.core.capture import RECEIVED, Arrival, Capture, Summary
from inspector.core.verdict import NOT_JUDGED
from tests.captures import capture_of, head_of, request_of

HEAD = head_of(b"GET / HTTP/1.1")


def test_an_arrival_is_received_and_unjudged_until_somebody_says_otherwise() -> None:
    """The defaults are those of an ordinary request."""
    arrival = Arrival(request=request_of(HEAD))

    assert (arrival.origin, arrival.judgement, arrival.response) == (RECEIVED, NOT_JUDGED, None)
    assert (arrival.endpoint, arrival.pinned, arrival.note) == ("default", False, "")


def test_a_capture_never_changes() -> None:
    """Whoever holds one may pass it on; a change is a new capture."""
    capture = capture_of(HEAD)

    with pytest.raises(FrozenInstanceError):
        capture.pinned = True  # type: ignore[misc]


def test_a_capture_crosses_to_the_worker() -> None:
    """What is diagnosed in another process is the very capture."""
    capture = capture_of(HEAD, b"body")

    assert pickle.loads(pickle.dumps(capture)) == capture


def test_a_summary_holds_nothing_that_can_be_large() -> None:
    """A list of a million rows must not drag bodies or headers along."""
    names = {field.name for field in fields(Summary)}

    assert not names & {"request", "headers", "body", "head", "response"}
    assert {field.name for field in fields(Capture)} & names >= {"id", "attempt", "repeat", "pinned", "unread"}
