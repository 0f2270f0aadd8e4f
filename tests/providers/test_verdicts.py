"""From signatures to verdicts."""

import hmac

import pytest

from inspector.core.headers import Headers
from inspector.core.verdict import FAR_AHEAD
from inspector.providers.payload import Payload
from inspector.providers.registry import BY_ID
from inspector.providers.verdicts import verdict_of
from tests.providers.made import BODY, NOW, STRIPE, diagnosed, judged, request, secret, signed, with_headers


def test_a_body_that_is_not_to_be_read_now() -> None:
    """Not final; without secret there is nothing to wait for."""
    payload = Payload(signed("stripe"), None)
    waiting = verdict_of(BY_ID["stripe"], payload, None, [secret("stripe")])
    hopeless = verdict_of(BY_ID["stripe"], payload, None, [])

    assert (waiting.final, waiting.scheme, waiting.covers_body) == (False, "stripe-v1", True)
    assert (hopeless.final, hopeless.status) == (True, "no-secret")


def test_equal_requests_get_equal_verdicts() -> None:
    """Judged again, days later, a verdict is the same."""
    first, second = judged(signed("github"), secret("github")), judged(signed("github"), secret("github"))

    assert first == second
    assert first.verdict.signed_at is None
    assert first.verdict.fresh is None


def test_two_mechanisms_at_once() -> None:
    """GitLab may send a token and a signature: either that matches counts, the signature first.

    Where a secret for the signature is there, the token cannot make good what the signature does not.
    """
    both = with_headers(signed("gitlab"), signed("gitlab", scheme="gitlab-token").headers)
    signing = secret("gitlab", name="token")

    assert judged(both, signing).verdict.scheme == "gitlab-v1"
    altered = with_headers(both, request({"webhook-signature": "v1,AAAA"}).headers)
    alone = judged(altered, signing).verdict
    assert (alone.scheme, alone.status) == ("gitlab-token", "valid")
    assert alone.explanation.endswith("It is signed in webhook-signature, too; no secret that is stored matches that.")
    assert judged(altered, secret("gitlab", b"x")).verdict.tried > 1
    with_both = diagnosed(altered, signing, secret("gitlab", b"whsec_c2lnbmluZyB0b2tlbg==")).verdict
    assert (with_both.scheme, with_both.status, with_both.cause) == ("gitlab-v1", "invalid", "header-malformed")


def test_a_time_is_told_where_nothing_is_checked() -> None:
    """When it was signed can be read without a secret."""
    verdict = judged(signed("slack")).verdict

    assert (verdict.status, verdict.fresh, verdict.signed_at is not None) == ("no-secret", True, True)
    assert verdict.explanation == "Signed in X-Slack-Signature, but there is no secret of Slack to check it with."
    assert BODY


@pytest.mark.parametrize("value", ["sha256=", "no-secret-provided", "undefined", "NULL"])
def test_a_placeholder_is_no_signature(value: str) -> None:
    """What senders write that have no secret; a real one that is merely short is checked."""
    made = with_headers(signed("github"), Headers.of(("X-Hub-Signature-256", value)))
    verdict = judged(made, secret("github")).verdict

    assert (verdict.status, verdict.cause) == ("unsigned", None)
    assert f"holds only “{value}”" in verdict.explanation
    near = with_headers(signed("github"), Headers.of(("X-Hub-Signature-256", value + "0")))
    assert judged(near, secret("github")).verdict.status == "invalid"


@pytest.mark.parametrize(
    "name", ["X-Original-Hub-Signature-256", "HTTP_X_HUB_SIGNATURE_256", "Redirect-HTTP-X-Hub-Signature-256"]
)
def test_a_header_that_was_renamed_on_its_way(name: str) -> None:
    """It is named, and who does such a thing; a header of another name is not."""
    digest = signed("github").headers.get("X-Hub-Signature-256") or ""
    renamed = judged(request({"X-GitHub-Event": "push", name: digest}), secret("github")).verdict
    other = judged(request({"X-GitHub-Event": "push", "X-Signature": digest}), secret("github")).verdict

    assert renamed.status == other.status == "unsigned"
    assert f"There is {name}, which looks like it under another name" in renamed.explanation
    assert other.explanation.endswith("The sender may have no secret set.")


def test_half_of_what_paypal_takes() -> None:
    """With the webhook's id alone, or the certificate alone, nothing is judged: the other half is asked for."""
    made = request(dict.fromkeys(("PAYPAL-TRANSMISSION-SIG", "PAYPAL-TRANSMISSION-ID"), "x"))
    made = with_headers(made, Headers.of(("PAYPAL-TRANSMISSION-TIME", "2023-11-14T22:13:20Z")))
    named = secret("paypal", b"8PT597110X687430LKGECATA", "id")
    key = secret("paypal", b"-----BEGIN CERTIFICATE-----\nMIIC", "certificate")
    half, other, whole = judged(made, named).verdict, judged(made, key).verdict, judged(made, named, key).verdict
    none = judged(made).verdict

    assert (half.status, half.cause, other.status, other.cause) == ("no-secret", "key-unavailable") * 2
    assert "There is the webhook id (“id”), but not the public key or certificate" in half.explanation
    assert "There is the public key (“certificate”), but not the webhook id" in other.explanation
    assert (
        "It takes the webhook id too: enter that as another secret of PayPal. PayPal shows the id" in none.explanation
    )
    assert whole.status == "invalid"


@pytest.mark.parametrize(("age_s", "unit", "said"), [(4000, 1000, True), (60, 1000, True), (60, 1, False)])
def test_milliseconds_that_a_library_takes_for_the_future(age_s: int, unit: int, said: bool) -> None:
    """Stripe's library accepts them at any age, which the sentence says."""
    time = (int(NOW.timestamp()) - age_s) * unit
    digest = hmac.digest(STRIPE, b"%d." % time + BODY, "sha256").hex()
    verdict = judged(request({"Stripe-Signature": f"t={time},v1={digest}"}), secret("stripe")).verdict

    assert verdict.status == "valid"
    assert (FAR_AHEAD in verdict.explanation) == said
