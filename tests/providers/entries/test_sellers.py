"""Those who sell in their own name."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inspector.providers.samples.sellers import DODO, LEMONSQUEEZY, PADDLE, POLAR
from inspector.providers.signing import sign_request
from tests.providers.made import judged, request, secret
from tests.providers.samples.sent import NOW, SECRETS, arrived, bare, changed

STANDARD = {"webhook-id": "msg_1", "webhook-timestamp": "1700000000", "webhook-signature": "v1,AAAA"}


@pytest.mark.parametrize("secret_of", ["polar_whs_Zm9vYmFyYmF6cXV4", "whsec_Zm9vYmFyYmF6cXV4cXV1eA=="])
def test_polars_secrets_of_both_kinds(secret_of: str) -> None:
    """Older ones are the key as they stand, later ones hold it in base64."""
    made = sign_request("polar", bare(POLAR), secret=secret_of.encode(), now=NOW)

    assert judged(made, secret("polar", secret_of.encode())).verdict.status == "valid"


def test_a_polar_secret_that_looks_new_but_is_used_as_it_stands() -> None:
    """Both derivations are tried."""
    made = sign_request("bigcommerce", bare(POLAR), secret=b"whsec_Zm9vYmFyYmF6", now=NOW)

    verdict = judged(made, secret("polar", b"whsec_Zm9vYmFyYmF6")).verdict

    assert (verdict.status, verdict.scheme) == ("valid", "polar-v1")


@pytest.mark.parametrize(
    ("body", "provider"),
    [
        (b'{"type":"order.created","data":{"customer":{"organization_id":"o"}}}', "polar"),
        (b'{"type":"subscription.active","data":{"customer":{"organization_id":"o"}}}', "polar"),
        (b'{"type":"benefit_grant.revoked","data":{"customer":{"organization_id":"o"}}}', "polar"),
        (b'{"type":"refund.created","data":{"organization_id":"o"}}', "polar"),
        (b'{"type":"customer.state_changed","data":{"organization_id":"o"}}', "polar"),
        (b'{"type":"customer_seat.claimed","data":{"status":"claimed"}}', "polar"),
        (b'{"type":"member.updated","data":{"customer_id":"c"}}', "polar"),
        (b'{"type":"organization.updated","data":{"default_presentment_currency":"usd"}}', "polar"),
        (b'{"type":"order.created","data":{}}', "standard-webhooks"),
        (b'{"type":"checkout.updated","data":{"client_secret":"polar_c_1"}}', "polar"),
        (b'{"type":"payment.failed","business_id":"bus_1"}', "dodo"),
        (b'{"type":"payment.failed"}', "standard-webhooks"),
        (b'{"event_type":"card.created"}', "lithic"),
        (b'{"event_type":"cards"}', "standard-webhooks"),
        (b'{"scope":"store/cart/created","producer":"stores/a"}', "bigcommerce"),
        (b'{"scope":"store/cart/created","producer":"a"}', "standard-webhooks"),
    ],
)
def test_senders_of_standard_webhooks_are_told_by_their_bodies(body: bytes, provider: str) -> None:
    """Whoever cannot be told is just a sender of Standard Webhooks."""
    assert judged(request(STANDARD, body)).provider == provider


@pytest.mark.parametrize(("seconds", "status"), [(5, "valid"), (6, "invalid"), (-5, "valid"), (-6, "invalid")])
def test_paddle_gives_five_seconds(seconds: int, status: str) -> None:
    """In both directions, as its library for Python does; the signature still matches."""
    now = NOW.replace(microsecond=0)
    made = sign_request("paddle", bare(PADDLE), secret=b"pdl_x", now=now - timedelta(seconds=seconds))
    verdict = judged(replace(made, received_at=now), secret("paddle", b"pdl_x")).verdict

    assert (verdict.status, verdict.matches) == (status, True)


def test_a_changed_amount_is_noticed() -> None:
    """In every payload that tells one."""
    assert changed(DODO, b'"total_amount":', b'"total_amount":1').verdict.status == "invalid"
    assert changed(LEMONSQUEEZY, b'"total":', b'"total":1').verdict.status == "invalid"
    assert judged(arrived(DODO), SECRETS["dodo"]).verdict.status == "valid"
