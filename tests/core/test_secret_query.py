"""Secrets in a query."""

import pytest

from inspector.core.secret_query import DOTS, hide_query, leave_out

ASKED = "/hooks?hub.mode=subscribe&hub%2Everify_token=s%26ecret&hub.challenge=1"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (ASKED, f"/hooks?hub.mode=subscribe&hub%2Everify_token={DOTS}&hub.challenge=1"),
        ("http://a/b?TOKEN=x&token=y", f"http://a/b?TOKEN={DOTS}&token={DOTS}"),
        ("GET /a?token=x HTTP/1.1", f"GET /a?token={DOTS} HTTP/1.1"),
        ("/token=x", "/token=x"),
        ("/a?token=&tokens=x&b=token=c", "/a?token=&tokens=x&b=token=c"),
    ],
)
def test_only_the_values_of_secret_parameters_are_hidden(text: str, shown: str) -> None:
    """In a target, a URL or a request line; however the name is written, and wherever it is repeated."""
    assert hide_query(text) == shown


def test_a_mark_in_a_request_is_written_as_queries_are() -> None:
    """It can be sent, and reads as the mark."""
    assert leave_out("/a?Secret=x&y=1", {"secret"}, "[redacted]") == "/a?Secret=%5Bredacted%5D&y=1"
