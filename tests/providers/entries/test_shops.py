"""Shops other than Shopify."""

import hmac
from base64 import b64encode

import pytest

from inspector.providers.breaking import shown_schemes
from inspector.providers.registry import BY_ID
from inspector.providers.samples.shops import BIGCOMMERCE
from inspector.providers.signing import sign_request
from tests.providers.made import BODY, judged, request, secret
from tests.providers.samples.sent import NOW, bare

TOPIC = {"X-WC-Webhook-Topic": "order.updated"}


@pytest.mark.parametrize(
    ("stored", "key"), [(b"a&amp;b", b"a&b"), (b"&lt;x&gt;&quot;", b'<x>"'), (b"plain", b"plain"), (b"a&b", b"a&b")]
)
def test_woocommerces_secret_loses_its_entities(stored: bytes, key: bytes) -> None:
    """As WordPress decodes what it keeps."""
    signature = b64encode(hmac.digest(key, BODY, "sha256")).decode()

    verdict = judged(request({**TOPIC, "X-WC-Webhook-Signature": signature}), secret("woocommerce", stored)).verdict

    assert verdict.status == "valid"


def test_woocommerces_ping_is_unsigned() -> None:
    """A form with the webhook's id, known by the User-Agent alone."""
    ping = request(
        {"User-Agent": "WooCommerce/10.3.4 Hookshot (WordPress/6.8.3)"},
        b"webhook_id=7",
        content_type="application/x-www-form-urlencoded",
    )

    assert (judged(ping).provider, judged(ping).verdict.status) == ("woocommerce", "unsigned")


@pytest.mark.parametrize("as_base64", [False, True], ids=["as it is", "as base64"])
def test_bigcommerces_client_secret_is_used_both_ways(as_base64: bool) -> None:
    """Nobody says for sure how it becomes a key."""
    value = b64encode(b"client secret of an app.")
    made = sign_request("standard-webhooks" if as_base64 else "bigcommerce", bare(BIGCOMMERCE), secret=value, now=NOW)

    assert judged(made, secret("bigcommerce", value)).verdict.scheme == "bigcommerce-v1"
    assert judged(made, secret("bigcommerce", value)).verdict.status == "valid"


def test_bigcommerces_own_field_counts_where_nothing_is_signed() -> None:
    """A token under any name is found and masked, and signs again; beside a signature it decides nothing."""
    token, plain = secret("bigcommerce", b"hush-hush"), request({"X-Mine": "hush-hush"}, bare(BIGCOMMERCE).body.read())
    told = judged(plain, token)
    signed = sign_request("bigcommerce", plain, secret=b"another", now=NOW)

    assert (told.verdict.status, told.verdict.scheme, told.verdict.covers_body) == ("valid", "bigcommerce-token", False)
    assert told.sensitive == ("header:X-Mine",)
    assert [one.id for one in shown_schemes(BY_ID["bigcommerce"], plain, token, "bigcommerce-token")] == [
        "bigcommerce-token"
    ]
    assert judged(signed, token).verdict.status == "invalid"
    assert judged(signed, token).sensitive == ("header:X-Mine",)
