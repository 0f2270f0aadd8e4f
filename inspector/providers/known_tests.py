"""What providers send as a test that no secret of the user can match, so that nobody looks for a mistake of theirs."""

from collections.abc import Mapping
from typing import NamedTuple

from inspector.core.secret import Secret
from inspector.providers.payload import Payload
from inspector.providers.place import place


class KnownTest(NamedTuple):
    """A secret that a provider publishes and signs its test events with."""

    secret: Secret
    words: str
    """What such an event is, as a clause."""


KNOWN_TESTS: Mapping[str, KnownTest] = {
    "zendesk": KnownTest(
        Secret(provider="zendesk", name="test events", value=b"dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="),
        "Zendesk sends it from “Test webhook” before the webhook is created, with a secret that is the same for all",
    ),
    "mandrill": KnownTest(
        Secret(provider="mandrill", name="test events", value=b"test-webhook"),
        "Mandrill sends it before the webhook is saved, when it has no key yet, with one that is the same for all",
    ),
    "paypal": KnownTest(
        Secret(provider="paypal", name="simulator", value=b"WEBHOOK_ID"),
        "PayPal’s simulator sends it, which signs with the text WEBHOOK_ID in place of a webhook’s id",
    ),
}
"""By provider. Sources: Zendesk's page about verifying webhooks; PayPal's about the webhooks simulator;
Mandrill's about authenticating webhook requests."""

_TYPE = place("json:type")
_PROBES = {"0", "1"}


def known_test_sentence(provider: str, payload: Payload) -> str:
    """What a signature that matches nothing may be all the same: a test that is meant to fail, or cannot match."""
    if provider == "discord" and payload.text(_TYPE) in _PROBES:
        return (
            "Discord also sends pings with a signature that is wrong on purpose, to see whether they are refused: "
            "for such a one 401 is the right response."
        )
    if provider == "shopify":
        return (
            "Events of “Send test notification” in Shopify’s settings are signed with the secret that stands there "
            "below the list of webhooks, not with the app’s."
        )
    return ""
