"""Providers in words."""

import json

from inspector.providers.description import describe, evidence_of, how_delivered, how_verified
from inspector.providers.registry import BY_ID, PROVIDERS


def test_how_a_provider_is_verified() -> None:
    """Header, digest, message and tolerance stand in one line; a token is told as one."""
    assert how_verified(BY_ID["stripe"]) == (
        'Stripe-Signature: v1=hex(HMAC-SHA256(secret, "{t}.{body}")); at most 5 min old',
    )
    assert how_verified(BY_ID["gitlab"])[1] == "X-Gitlab-Token is the secret itself; does not protect the body"


def test_what_a_provider_expects() -> None:
    """Its patience and its retries, as far as they are known."""
    assert how_delivered(BY_ID["slack"]) == "Waits 3 s; tries again: 3 times: at once, after 1 minute, after 5 minutes"
    assert how_delivered(BY_ID["svix"]) == "Waits an unknown time; tries again"


def test_every_provider_is_described() -> None:
    """As lines and as JSON, with evidence and doubts."""
    for provider in PROVIDERS:
        description = describe(provider)
        assert (description.id, description.evidence, description.doubts) == (
            provider.id, provider.evidence, provider.doubts,
        )  # fmt: skip
        assert all(description.lines)
        assert json.loads(json.dumps(description.as_json()))["verified"] == list(description.verified)
    assert "Tests an endpoint by: ping" in describe(BY_ID["github"]).lines


def test_evidence_is_counted() -> None:
    """Each kind of it by its number, as far as these providers have it."""
    told = evidence_of([BY_ID["github"], BY_ID["stripe"], BY_ID["svix"]])

    assert told.startswith(
        "Of 3 providers, 1 are checked against vectors that they published, 2 against their official"
    )
    assert told.endswith("; 0 are self-checked only.")


def test_what_a_signature_takes_beside_its_key_is_said() -> None:
    """And where it is to be found."""
    assert (
        "It takes the webhook id too: enter that as another secret of PayPal." in describe(BY_ID["paypal"]).public_key
    )
    assert "takes the" not in describe(BY_ID["ebay"]).public_key
