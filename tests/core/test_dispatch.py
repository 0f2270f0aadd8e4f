"""A dispatch before the store has it."""

from inspector.core.dispatch import Dispatch
from inspector.core.headers import NO_HEADERS
from tests.captures import AT


def test_a_dispatch_without_a_response_is_empty() -> None:
    """Only what was asked for is given; the id comes from the store."""
    dispatch = Dispatch(capture_id=17, at=AT, target="http://localhost:3000/", error="Nobody listens there.")

    assert (dispatch.id, dispatch.status, dispatch.duration_ms) == (None, None, None)
    assert (dispatch.headers, dispatch.body, dispatch.changed) == (NO_HEADERS, b"", ())
    assert (dispatch.kind, dispatch.as_) == ("resend", "received")
