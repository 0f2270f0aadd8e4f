"""Requests that mean harm: nothing raises, nothing takes long, nothing is shown that should not be."""

import json
import time
from dataclasses import replace

import pytest

from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.providers.basis import Basis
from inspector.providers.explanation import explain
from inspector.providers.judging import judge
from tests.providers.made import VALUES, basis, diagnosed, request, secret, signed, with_body, with_header

EVERY = tuple(secret(provider) for provider in VALUES)
FIELD = {
    "github": "X-Hub-Signature-256",
    "gitlab": "webhook-signature",
    "stripe": "Stripe-Signature",
    "slack": "X-Slack-Signature",
    "shopify": "X-Shopify-Hmac-Sha256",
    "openai": "webhook-signature",
    "svix": "svix-signature",
    "standard-webhooks": "webhook-signature",
}
BODIES = (
    b"",
    b"\x00" * 1000,
    b"\xff\xfe" * 1000,
    b"[" * 200_000,
    b'{"a":' * 100_000,
    b'{"type":"\\ud800\\u0000\\u202e","id":' + b"9" * 5000 + b"}",
    b'{"type":["a"],"id":{"b":1},"data":{"object":7},"event":null}',
    b'{"data":{"object":{"amount":' + b"9" * 4000 + b',"currency":"eur"}},"type":"charge.succeeded","id":"evt"}',
    b"payload=" + b"%7B" * 10_000,
    b"&" * 100_000,
    b"a=1&" * 50_000,
    json.dumps({"id": "x" * 100_000, "type": "y" * 100_000, "data": {"name": "<b>valid</b>\n" * 9}}).encode(),
)
VALUES_OF_A_HEADER = (
    "",
    " ",
    "=",
    ",",
    "v1=",
    "t=,v1=",
    "t=1,v1=" + "é",
    "\x00\xff",
    "v1," * 20_000,
    "t=1," + ",".join(f"v1={'a' * 64}" for _ in range(10_000)),
    " ".join(f"v1,{'A' * 43}=" for _ in range(10_000)),
    " ".join(f"v1a,{'A' * 86}==" for _ in range(2_000)),
    "t=" + "9" * 5000 + ",v1=" + "a" * 64,
    "t=-1,v1=aa",
    "sha256=" + "a" * 1_000_000,
)


def judge_whole(made: Request) -> None:
    """Everything that is ever said of a request, within seconds of work, however slow the machine is."""
    known = basis(*EVERY)
    start = time.process_time()
    first = judge(made, known)
    last = diagnosed(made, *EVERY, seconds=0.01)
    explain(made, last, known)
    assert time.process_time() - start < 3

    assert last.verdict.final
    for judgement in (first, last):
        for text in (judgement.event, judgement.gist, judgement.delivery_id, judgement.verdict.explanation):
            assert text is None or (len(text) <= 2000 and text.isprintable() and text.encode())
        assert judgement.gist is None or len(judgement.gist) <= 120


@pytest.mark.parametrize("content_type", ["application/json", "application/x-www-form-urlencoded", "text/plain"])
@pytest.mark.parametrize("body", BODIES, ids=lambda body: repr(body[:12]))
def test_bodies(body: bytes, content_type: str) -> None:
    """Nothing, noise, nesting without end, numbers of thousands of digits, lone surrogates, huge forms."""
    for provider in ("stripe", "slack", "standard-webhooks"):
        judge_whole(with_body(signed(provider, content_type=content_type), body))
    judge_whole(request({}, body, content_type=content_type))


@pytest.mark.parametrize("value", VALUES_OF_A_HEADER, ids=lambda value: repr(value[:12]))
@pytest.mark.parametrize("provider", sorted(FIELD))
def test_headers(provider: str, value: str) -> None:
    """Empty, broken, endless, and ten thousand signatures."""
    judge_whole(with_header(signed(provider), FIELD[provider], value))


def test_repeated_and_countless_headers() -> None:
    """The same header a thousand times, and a thousand others."""
    made = signed("stripe")
    again = [(b"Stripe-Signature", b"t=1,v1=" + b"%064d" % n) for n in range(1000)]
    others = [(b"X-%d" % n, b"y") for n in range(1000)]

    judge_whole(replace(made, headers=Headers([*again, *made.headers, *others])))


def test_long_agents_and_events() -> None:
    """Header values that become events and ids are cut; an id too long to be one is none."""
    made = request({"X-GitHub-Event": "e" * 60_000, "X-GitHub-Delivery": "d" * 60_000, "User-Agent": "u" * 60_000})
    judgement = judge(made, Basis())

    assert judgement.event is not None
    assert len(judgement.event) == 200
    assert judgement.delivery_id is None


def test_secrets_are_in_no_sentence() -> None:
    """Whatever is said about a stored secret, not a part of it is told."""
    value = b"correct-horse_battery-staple"
    for stored in (value, value + b"\n", b'"' + value + b'"', b"KEY=" + value, value[::-1]):
        for provider in FIELD:
            made = signed(provider, secret=VALUES[provider])
            own = secret(provider, stored)
            judgement = diagnosed(made, own)
            told = f"{judgement!r} {explain(made, judgement, basis(own))!r}"
            assert not any(part in told for part in ("correct", "horse", "battery", "staple"))
