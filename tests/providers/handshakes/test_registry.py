"""All handshakes."""

from inspector.providers.handshakes.registry import HANDSHAKES, NAMES, kinds_of
from tests.providers.handshakes.asking import ASKED, discord, xero, zoom

THIRTY = frozenset((
    "asana", "aws-sns", "braintree", "discord", "dropbox", "ebay", "front", "github", "intercom", "line", "linkedin",
    "mailchimp", "mandrill", "meta", "microsoft-graph", "monday", "notion", "nylas", "okta", "onfleet", "slack",
    "strava", "trello", "twitch", "vercel", "whatsapp", "woocommerce", "x", "xero", "zoom",
))  # fmt: skip


def test_there_are_thirty() -> None:
    """Each has a request that shows it."""
    assert NAMES.keys() == THIRTY
    assert {asking.provider for asking in (*ASKED, zoom(), xero(), discord(b"{}"))} == THIRTY


def test_an_entry_can_be_read() -> None:
    """What a secret answers is guarded, and held to a form where it shows what the secret makes of it."""
    for handshake in HANDSHAKES:
        assert handshake.kind
        assert handshake.name
        assert handshake.asks[0]
        assert not handshake.limited or (handshake.guarded and handshake.pattern is not None)
        assert not (handshake.signed and handshake.unsigned)
    guarded = {handshake.provider for handshake in HANDSHAKES if handshake.guarded}
    assert guarded == {
        "zoom",
        "x",
        "linkedin",
        "ebay",
        "braintree",
        "xero",
    }


def test_kinds_of_a_provider() -> None:
    """In the order of the registry, each once; none where it has none."""
    assert kinds_of("twitch") == ("webhook_callback_verification", "revocation")
    assert kinds_of("stripe") == ()
