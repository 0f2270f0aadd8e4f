"""Those who move money, told apart from others with the same header fields."""

import hmac
from dataclasses import replace

import pytest

from inspector.core.headers import Headers
from inspector.providers.samples.gateways import AUTHORIZE_NET
from tests.providers.made import BODY, judged, request, secret, with_header
from tests.providers.samples.sent import SECRETS, arrived

HEX = "ab" * 32


@pytest.mark.parametrize(
    ("headers", "body", "provider"),
    [
        ({"Webhook-Signature": HEX}, b'{"events":[],"meta":{"webhook_id":"WB1"}}', "gocardless"),
        ({"Webhook-Signature": HEX}, b'{"events":[]}', None),
        (
            {"Webhook-Signature": HEX, "webhook-id": "msg_1", "webhook-timestamp": "1"},
            b'{"meta":{"webhook_id":"WB1"}}',
            "standard-webhooks",
        ),
        ({"x-signature": HEX, "x-timestamp": "1700000000000"}, b'{"name":"a.b"}', "airwallex"),
        ({"X-Signature": HEX, "X-Event-Name": "order_created", "x-timestamp": "1"}, b"{}", "lemonsqueezy"),
        ({"X-Signature": HEX}, b'{"meta":{"event_name":"order_created"}}', "lemonsqueezy"),
        ({"X-Mollie-Signature": HEX}, b"{}", "mollie"),
        ({"Authorization": "Basic YTpi"}, b'{"event_type":"a","object":"event","api_version":"v2"}', "chargebee"),
        ({}, b'{"event_type":"a","object":"event","api_version":"v2"}', "chargebee"),
        ({}, b'{"event_type":"a","object":"event"}', None),
    ],
)
def test_who_sent_it(headers: dict[str, str], body: bytes, provider: str | None) -> None:
    """Beside a shared field another field, or the body, decides."""
    assert judged(request(headers, body)).provider == provider


@pytest.mark.parametrize("id", ["tr_7UhSN1zuXS", "ord_8wmqcHMN4U", "mdt_AcQl5fdL4h"])
def test_mollies_old_webhooks_are_unsigned(id: str) -> None:
    """They carry an id and nothing else: no failure, and no event to name."""
    judgement = judged(request({}, f"id={id}".encode(), content_type="application/x-www-form-urlencoded"))

    assert (judgement.provider, judgement.verdict.status, judgement.event) == ("mollie", "unsigned", None)
    assert judgement.gist == id


@pytest.mark.parametrize("written", ["sha256={}", "{}", "sha256=00,sha256={}", "00, {}"])
def test_mollies_signature_may_lack_its_prefix(written: str) -> None:
    """And be one of several, in one field or in a field for each, while a secret is replaced."""
    digest = hmac.digest(b"key", BODY, "sha256").hex()
    made = request({"X-Mollie-Signature": written.format(digest)})

    assert judged(made, secret("mollie", b"key")).verdict.status == "valid"
    before = replace(made, headers=Headers([(b"x-mollie-signature", b"sha256=" + b"0" * 64), *made.headers]))
    assert judged(before, secret("mollie", b"key")).verdict.status == "valid"
    assert judged(made, secret("mollie", b"other")).verdict.status == "invalid"


def test_authorize_net_counts_capitals_as_small_letters() -> None:
    """Its own servers write capitals; its key is written in either case as well."""
    made = arrived(AUTHORIZE_NET)
    value = (made.headers.get("X-ANET-Signature") or "").removeprefix("sha512=")
    key = SECRETS["authorize-net"].value

    assert value == value.upper()
    for signature in (value, value.lower()):
        again = with_header(made, "X-ANET-Signature", f"sha512={signature}")
        assert judged(again, secret("authorize-net", key.upper())).verdict.status == "valid"
