"""Alerts, gateways and services: several recipes of one provider, and what is not signed at all."""

import hashlib
import hmac
from base64 import b64encode

import pytest

from inspector.core.secret import Secret
from inspector.core.verdict import Judgement
from tests.providers.made import NOW, judged, request

KEY = b"between us"
ALERT = b'{"status":"firing","commonLabels":{"alertname":"Checkout errors"}}'
TIME = str(int(NOW.timestamp()))


def alert(message: bytes, *, timed: bool = True, key: bytes = KEY) -> Judgement:
    """What is said of an alert of Grafana's whose signature is over that message."""
    headers = {"X-Grafana-Alerting-Signature": hmac.new(KEY, message, "sha256").hexdigest()}
    if timed:
        headers["X-Grafana-Alerting-Timestamp"] = TIME
    return judged(request(headers, ALERT), Secret(provider="grafana", name="mine", value=key))


@pytest.mark.parametrize(("joined", "scheme"), [(b":", "grafana-colon"), (b".", "grafana-dot")])
def test_time_and_body_are_joined_in_either_way(joined: bytes, scheme: str) -> None:
    """Which one it is is not confirmed, so both count."""
    verdict = alert(TIME.encode() + joined + ALERT).verdict

    assert (verdict.status, verdict.scheme, verdict.signed_at) == ("valid", scheme, NOW)


def test_without_a_time_the_body_is_signed_alone() -> None:
    """But not where a time was sent."""
    assert alert(ALERT, timed=False).verdict.scheme == "grafana-body"
    assert alert(ALERT).verdict.status == "invalid"
    failed = alert(ALERT, timed=False, key=b"other").verdict
    assert (failed.status, failed.scheme) == ("invalid", "grafana-body")


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_cloudinary_hashes_in_two_ways(algorithm: str) -> None:
    """Two hours old is fresh; one from the future passes, as its library lets it."""
    body, ages = b'{"notification_type":"upload"}', (0, 7_200, 7_201, -86_400)
    said = []
    for age in ages:
        time = str(int(NOW.timestamp()) - age)
        digest = hashlib.new(algorithm, body + time.encode() + KEY).hexdigest()
        made = request({"X-Cld-Timestamp": time, "X-Cld-Signature": digest}, body)
        said.append(judged(made, Secret(provider="cloudinary", name="mine", value=KEY)).verdict.cause)

    assert said == [None, None, "timestamp-stale", None]


def test_hookdecks_second_signature_counts() -> None:
    """While a secret is replaced there are two."""
    good = b64encode(hmac.digest(KEY, b"{}", "sha256")).decode()
    headers = {"x-hookdeck-signature": "AAAA", "x-hookdeck-signature-2": good, "x-hookdeck-eventid": "evt_1"}
    judgement = judged(request(headers, b"{}"), Secret(provider="hookdeck", name="mine", value=KEY))

    assert (judgement.provider, judgement.delivery_id, judgement.verdict.status) == ("hookdeck", "evt_1", "valid")


def test_one_of_pagerdutys_signatures_is_enough() -> None:
    """One for each secret that counts at that moment."""
    good = hmac.new(KEY, b"{}", "sha256").hexdigest()
    made = request({"X-PagerDuty-Signature": f"v1={'0' * 64},v1={good}"}, b"{}")

    assert judged(made, Secret(provider="pagerduty", name="mine", value=KEY)).verdict.status == "valid"


@pytest.mark.parametrize(
    ("body", "event"),
    [
        (b'{"type":"INSERT","table":"orders","schema":"public","record":{"id":7},"old_record":null}', "INSERT"),
        (b'{"type":"DELETE","table":"orders","schema":"public","record":null,"old_record":{"id":7}}', "DELETE"),
    ],
)
def test_supabases_database_signs_nothing(body: bytes, event: str) -> None:
    """It is known by its body, and unsigned."""
    judgement = judged(request({}, body))

    assert (judgement.provider, judgement.event, judgement.verdict.status) == ("supabase", event, "unsigned")
    assert judgement.gist == "public.orders · 7"


def test_other_hooks_of_standard_webhooks_are_not_supabases() -> None:
    """An id in the header and a user in the body are not enough."""
    headers = {"webhook-id": "msg_1", "webhook-timestamp": TIME, "webhook-signature": "v1,AAAA"}

    assert judged(request(headers, b'{"user":{"id":"u"},"type":"user.created"}')).provider == "standard-webhooks"
    assert judged(request(headers, b'{"user_id":"u","claims":{"sub":"u"}}')).provider == "supabase"
    assert judged(request(headers, b'{"user_id":"u","valid":false}')).provider == "supabase"
