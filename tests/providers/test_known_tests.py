"""Tests that providers sign for everybody."""

import hmac
from base64 import b64encode

from inspector.providers.known_tests import KNOWN_TESTS, known_test_sentence
from inspector.providers.payload import Payload
from inspector.providers.signing import sign_request
from tests.providers.entries.sending import form
from tests.providers.made import BODY, NOW, diagnosed, request, secret

PUBLISHED = b"dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="
TIME = "2023-11-14T22:13:20Z"


def zendesk(key: bytes, time: str = TIME) -> dict[str, str]:
    """The fields by which Zendesk signs a body."""
    digest = b64encode(hmac.digest(key, TIME.encode() + BODY, "sha256")).decode()
    return {"X-Zendesk-Webhook-Signature": digest, "X-Zendesk-Webhook-Signature-Timestamp": time}


def test_the_published_secret_of_zendesk() -> None:
    """It is found whatever the user's own secret is, and the sentence says that nothing is wrong."""
    verdict = diagnosed(request(zendesk(PUBLISHED)), secret("zendesk", b"own")).verdict

    assert (verdict.status, verdict.causes) == ("invalid", ("other-provider-secret",))
    assert verdict.explanation.startswith("This is a test event: Zendesk sends it from “Test webhook”")
    assert KNOWN_TESTS["zendesk"].secret.value == PUBLISHED


def test_the_key_of_mandrills_tests() -> None:
    """They come before the webhook has a key of its own."""
    made = sign_request("mandrill", form((("mandrill_events", "[]"),)), secret=b"test-webhook", now=NOW)

    assert diagnosed(made, secret("mandrill", b"own")).verdict.explanation.startswith("This is a test event: Mandrill")


def test_near_misses() -> None:
    """Another secret, the text that the published one encodes, another time: no test event is claimed."""
    for made in (
        request(zendesk(b"other")),
        request(zendesk(b"this_secret_is_for_testing_onlY")),
        request(zendesk(PUBLISHED, "2023-11-14T22:13:21Z")),
    ):
        verdict = diagnosed(made, secret("zendesk", b"own")).verdict
        assert verdict.cause == "unexplained"
        assert "test event" not in verdict.explanation


def test_what_cannot_match() -> None:
    """Discord's pings may be wrong on purpose, Shopify's test notifications have a secret of their own."""
    ping = Payload(request({}, b'{"type":1}'), b'{"type":1}')
    command = Payload(request({}, b'{"type":2}'), b'{"type":2}')

    assert "401 is the right response" in known_test_sentence("discord", ping)
    assert known_test_sentence("discord", command) == ""
    assert "Send test notification" in known_test_sentence("shopify", ping)
    assert known_test_sentence("github", ping) == ""
