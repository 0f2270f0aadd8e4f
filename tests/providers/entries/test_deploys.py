"""Builds and hosting: a token about the body, and fields that others use as well."""

import hashlib
import hmac

import jwt
import pytest

from inspector.core.secret import Secret
from inspector.core.verdict import Verdict
from tests.providers.made import NOW, judged, request

KEY = b"thirty-two bytes between us, all"
BODY = b'{"id":"6","name":"tidewater-journal","state":"ready"}'
HASH = hashlib.sha256(BODY).hexdigest()


def of_netlify(claims: dict[str, str], key: bytes = KEY) -> Verdict:
    """What is said of a deploy with such a token."""
    made = request({"X-Webhook-Signature": jwt.encode(claims, key, algorithm="HS256")}, BODY)
    judgement = judged(made, Secret(provider="netlify", name="mine", value=KEY))
    assert judgement.provider == "netlify"
    return judgement.verdict


def test_netlifys_token_holds_the_hash_of_the_body() -> None:
    """And who issued it; one of the two wrong, or another key, is invalid."""
    good = of_netlify({"iss": "netlify", "sha256": HASH})

    assert (good.status, good.covers_body) == ("valid", True)
    assert of_netlify({"iss": "netlify", "sha256": HASH[::-1]}).status == "invalid"
    assert of_netlify({"iss": "somebody", "sha256": HASH}).status == "invalid"
    assert of_netlify({"iss": "netlify"}).status == "invalid"
    assert of_netlify({"iss": "netlify", "sha256": HASH}, KEY[::-1]).status == "invalid"


@pytest.mark.parametrize("value", [f"sha256={HASH}", f"t=1700000000000,v0={HASH}", "eyJ", "eyJ.x"])
def test_other_values_in_that_field_are_not_netlifys(value: str) -> None:
    """Cursor and bridge.xyz sign there too."""
    assert judged(request({"X-Webhook-Signature": value}, BODY)).provider != "netlify"


def test_buildkite_signs_or_sends_its_token() -> None:
    """A signature decides where both are there; without one the token does."""
    time = str(int(NOW.timestamp()))
    signature = f"timestamp={time},signature={hmac.new(KEY, time.encode() + b'.' + BODY, 'sha256').hexdigest()}"
    event, secret = {"X-Buildkite-Event": "build.finished"}, Secret(provider="buildkite", name="mine", value=KEY)
    token = {**event, "X-Buildkite-Token": KEY.decode()}
    both = judged(request({**token, "X-Buildkite-Signature": signature}, BODY), secret)
    forged = judged(request({**token, "X-Buildkite-Signature": signature}, BODY + b" "), secret)
    alone = judged(request(token, BODY), secret)

    assert [one.verdict.status for one in (both, forged, alone)] == ["valid", "invalid", "valid"]
    assert (both.verdict.covers_body, alone.verdict.covers_body) == (True, False)
    assert alone.sensitive == ("header:X-Buildkite-Token",)


def test_circlecis_newer_versions_are_passed_over() -> None:
    """Its v1 decides, wherever in the list it stands."""
    good = hmac.new(KEY, BODY, "sha256").hexdigest()
    made = request({"circleci-event-type": "ping", "circleci-signature": f"v2=ab,v1={good}"}, BODY)

    assert judged(made, Secret(provider="circleci", name="mine", value=KEY)).verdict.status == "valid"


def test_a_list_of_logs_is_vercels_too() -> None:
    """Log Drains sign as webhooks do, and have neither event nor id."""
    body = b'[{"id":"1","message":"GET /","source":"lambda"}]'
    made = request({"x-vercel-signature": hmac.new(KEY, body, "sha1").hexdigest()}, body)
    judgement = judged(made, Secret(provider="vercel", name="mine", value=KEY))

    assert (judgement.provider, judgement.event, judgement.delivery_id) == ("vercel", None, None)
    assert judgement.verdict.status == "valid"
