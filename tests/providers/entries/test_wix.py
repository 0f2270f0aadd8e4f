"""Wix: the whole body is a token."""

import json
from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import timedelta

import pytest

from inspector.core.body import Body
from inspector.providers.basis import Basis
from inspector.providers.breaking import Signer, judged, sign_badly, sign_now
from inspector.providers.judging import judge
from inspector.providers.registry import BY_ID
from inspector.providers.samples.shops import WIX
from inspector.providers.signing import sign_request
from tests.providers.made import request
from tests.providers.samples.sent import NOW, PAIRS, SECRETS, arrived

KNOWN = Basis(secrets={"wix": (SECRETS["wix"],)})


def _part(value: object) -> str:
    return urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_the_event_stands_in_the_token() -> None:
    """In JSON that is written as text, in JSON that is written as text."""
    judgement = judge(arrived(WIX), KNOWN)

    assert (judgement.event, judgement.verdict.status) == ("wix.ecom.v1.order_created", "valid")
    assert judgement.verdict.covers_body is True


def test_a_token_is_signed_again_with_what_it_says() -> None:
    """A capture that is sent again keeps its claims and gets new times."""
    old = arrived(WIX)
    later = NOW + timedelta(days=2)
    made = replace(sign_request("wix", old, secret=PAIRS["rsa"], now=later), received_at=later)

    assert made.body.read() != old.body.read()
    assert judge(made, KNOWN).verdict.status == "valid"
    assert judge(made, KNOWN).gist == judge(old, KNOWN).gist
    late = judge(replace(old, received_at=later), KNOWN).verdict
    assert late.cause == "timestamp-stale"
    assert late.explanation.endswith("before it arrived; it has expired.")


@pytest.mark.parametrize("place", [40, 400, -20])
def test_a_changed_token_is_noticed(place: int) -> None:
    """In what it says, and in its signature."""
    request = arrived(WIX)
    content = bytearray(request.body.read())
    content[place] = ord("A") if content[place] != ord("A") else ord("B")
    judgement = judge(replace(request, body=Body.of(bytes(content))), KNOWN)

    assert (judgement.provider, judgement.verdict.status) == ("wix", "invalid")


@pytest.mark.parametrize(
    "claims",
    [{"data": 1}, {"data": "[["}, {"data": '{"data":"{"}'}, {"data": '{"eventType":["a"]}'}, {"data": "[1]"}],
)
def test_any_token_is_read_without_harm(claims: dict[str, object]) -> None:
    """What does not name an event has none."""
    token = f"{_part({'alg': 'RS256'})}.{_part(claims)}.AAAA".encode()
    judgement = judge(request({}, token, content_type="text/plain"), KNOWN)

    assert (judgement.provider, judgement.event, judgement.verdict.status) == ("wix", None, "invalid")


@pytest.mark.parametrize("body", [b"eyJ.eyJ", b"eyJhIjox.eyJhIjox", b"{}", b"eyJ", b"plain text", b"eyJ0.eyJ.x\xff.y"])
def test_what_is_no_token_is_never_valid(body: bytes) -> None:
    """Nothing raises, and no verdict is made up."""
    judgement = judge(request({}, body, content_type="text/plain"), KNOWN)

    assert judgement.verdict.status in ("unknown", "invalid")
    assert (judgement.event, judgement.verdict.matches) in ((None, None), (None, False))


def test_what_a_token_says_is_changed_on_its_way() -> None:
    """Tampered, the body is still a token of that event, under the signature of the good one."""
    one = Signer(provider=BY_ID["wix"], secret=SECRETS["wix"])
    good = sign_now(one, arrived(WIX), NOW, "http://localhost/")
    bad = sign_badly(one, good, NOW, "http://localhost/", "tampered")
    verdict, event = (judged(one, bad, NOW, "http://localhost/").verdict, judge(bad, KNOWN).event)

    assert (verdict.matches, event) == (False, "wix.ecom.v1.order_created")
    parts = list(zip(bad.body.read().split(b"."), good.body.read().split(b"."), strict=True))
    assert [one == other for one, other in parts] == [True, False, True]
