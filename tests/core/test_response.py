"""What a sender is told."""

import pytest

from inspector.core.response import DEFAULT_RESPONSE, reason, refusal


def test_the_default_response_has_something_to_read() -> None:
    """Some clients report an empty 200 as a failure."""
    assert (DEFAULT_RESPONSE.status, DEFAULT_RESPONSE.by, len(DEFAULT_RESPONSE.body)) == (200, "default", 2)
    assert DEFAULT_RESPONSE.duration_ms is None


@pytest.mark.parametrize(("status", "expected"), [(200, "OK"), (418, "I'm a Teapot"), (599, ""), (0, "")])
def test_reasons(status: int, expected: str) -> None:
    """The standard phrase, and none for a code that has none."""
    assert reason(status) == expected


def test_a_refusal_tells_the_sender_why() -> None:
    """As plain text that ends with a line's end, by a limit and not by a choice of the person."""
    response = refusal(413, "The body is too large: é.")

    assert (response.status, response.by) == (413, "limit")
    assert response.body == "The body is too large: é.\n".encode()
    assert response.headers.get("content-type") == "text/plain; charset=utf-8"
