"""Tokens of Microsoft Graph and of Google."""

import json

from inspector.core.secret import Secret
from inspector.providers.entries.cloud import put_token
from inspector.providers.registry import BY_ID
from inspector.providers.signing import sign_request
from tests.providers.made import NOW, judged, request, secret
from tests.providers.samples.sent import PAIRS

NOTICE = b'{"value": [{"subscriptionId":"s","clientState":"hush","changeType":"updated","id":"n1","resource":"me"}]}'
PUSHED = b'{"message":{"messageId":"7","data":"e30="},"subscription":"projects/p/subscriptions/s"}'


def test_a_validation_token_stands_in_the_list() -> None:
    """One of an earlier sending gives way; the rest of the body stays as it was."""
    once = put_token(request({}, NOTICE), "a.b.c")
    twice = put_token(once, "d.e.f")

    assert json.loads(twice.body.read())["validationTokens"] == ["d.e.f"]
    assert once.body.read().startswith(NOTICE[:-1])


def test_the_client_state_is_compared_and_masked() -> None:
    """In constant time, as any token; it protects nothing of the body."""
    good = judged(request({}, NOTICE), secret("microsoft-graph", b"hush"))

    assert (good.provider, good.event, good.delivery_id) == ("microsoft-graph", "updated", "n1")
    assert (good.verdict.status, good.verdict.covers_body) == ("valid", False)
    assert good.sensitive == ("json:value.0.clientState",)
    assert judged(request({}, NOTICE), secret("microsoft-graph", b"husk")).verdict.status == "invalid"


def test_a_token_of_google_is_verified_with_its_key() -> None:
    """Another key's is invalid, one that is past its time is stale, and the body is not protected by it."""
    rsa = Secret(provider="google-oidc", name="keys", value=PAIRS["rsa"])
    made = sign_request("google-oidc", request({}, PUSHED), secret=rsa.value, now=NOW, scheme_id="google-oidc")
    old = sign_request(
        "google-oidc", request({}, PUSHED), secret=rsa.value, now=NOW.replace(hour=20), scheme_id="google-oidc"
    )

    assert (judged(made, rsa).provider, judged(made, rsa).delivery_id) == ("google-oidc", "7")
    assert (judged(made, rsa).verdict.status, judged(made, rsa).verdict.covers_body) == ("valid", False)
    assert judged(old, rsa).verdict.causes == ("timestamp-stale",)
    assert judged(made).verdict.cause == "key-unavailable"
    assert judged(made, rsa).sensitive == ("header:Authorization",)


def test_a_channel_that_watches_a_calendar_is_known() -> None:
    """By its state; its token is compared."""
    fields = {"X-Goog-Channel-ID": "c", "X-Goog-Resource-State": "sync", "X-Goog-Channel-Token": "hush"}
    judgement = judged(request(fields, b""), secret("google-oidc", b"hush"))

    assert (judgement.provider, judgement.event) == ("google-oidc", "sync")
    assert (judgement.verdict.status, judgement.verdict.scheme) == ("valid", "google-channel-token")
    assert BY_ID["google-oidc"].level == "unverified"
