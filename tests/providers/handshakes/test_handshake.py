"""One handshake as data."""

from inspector.providers.handshakes.echoes import QUERY_CHALLENGE, SLACK


def test_who_asks_like_this() -> None:
    """The provider, or all of those that cannot be told apart."""
    assert SLACK.asks == ("slack",)
    assert QUERY_CHALLENGE.asks == ("dropbox", "nylas")
