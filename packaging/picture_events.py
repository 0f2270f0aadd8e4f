"""What is sent for the pictures: real payloads, signed as their providers sign, and a history behind them."""

import base64
import hashlib
import hmac
import http.client
import json
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
SECRETS = {"stripe": "whsec_pictures", "github": "pictures", "openai": "whsec_cGljdHVyZXM=", "slack": "pictures"}
PUSH = ROOT / "tests" / "vectors" / "github" / "push.json"


Sign = Callable[[bytes, int], dict[str, str]]


def signed_stripe(body: bytes, number: int) -> dict[str, str]:
    """As Stripe signs."""
    now = int(time.time())
    digest = hmac.new(SECRETS["stripe"].encode(), b"%d." % now + body, hashlib.sha256).hexdigest()
    return {"Stripe-Signature": f"t={now},v1={digest}"}


def signed_github(body: bytes, number: int) -> dict[str, str]:
    """As GitHub signs."""
    digest = hmac.new(SECRETS["github"].encode(), body, hashlib.sha256).hexdigest()
    return {
        "X-GitHub-Event": "push" if number == GITHUB_PUSH else "pull_request",
        "X-GitHub-Delivery": f"0b1a9f3e-0000-4000-8000-{number:012d}",
        "X-Hub-Signature-256": f"sha256={digest}",
    }


def signed_openai(body: bytes, number: int) -> dict[str, str]:
    """As Standard Webhooks says."""
    now = int(time.time())
    key = base64.b64decode(SECRETS["openai"].removeprefix("whsec_"))
    digest = hmac.new(key, f"wh_{number}.{now}.".encode() + body, hashlib.sha256).digest()
    signature = f"v1,{base64.b64encode(digest).decode()}"
    return {"webhook-id": f"wh_{number}", "webhook-timestamp": str(now), "webhook-signature": signature}


def signed_slack(body: bytes, number: int) -> dict[str, str]:
    """As Slack signs."""
    now = int(time.time())
    digest = hmac.new(SECRETS["slack"].encode(), b"v0:%d:" % now + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": str(now), "X-Slack-Signature": f"v0={digest}"}


def unsigned(body: bytes, number: int) -> dict[str, str]:
    """As somebody else's program."""
    return {}


def stripe(event: str, **of: object) -> bytes:
    """An event of Stripe about one object."""
    return json.dumps(
        {"id": f"evt_{event}", "object": "event", "type": event, "data": {"object": of}}, indent=2
    ).encode()


def events() -> list[tuple[str, bytes, Sign]]:
    """Path, body and signer of each request, oldest first."""
    push = PUSH.read_bytes()
    pull = (PUSH.parent / "pull_request.json").read_bytes()
    batch = {"id": "evt_1", "object": "event", "type": "batch.completed", "data": {"id": "batch_abc123"}}
    slack = {"type": "event_callback", "event_id": "Ev1", "event": {"type": "app_mention", "channel": "C024BE91L"}}
    refund = stripe(
        "charge.refunded", id="ch_3Nk", object="charge", amount_refunded=1200, currency="eur", customer="cus_9s6"
    )
    paid = stripe(
        "payment_intent.succeeded",
        id="pi_1",
        object="payment_intent",
        amount=4900,
        currency="eur",
        customer="cus_9s6XBn",
    )
    return [
        ("/hooks/stripe", refund, signed_stripe),
        ("/anything/you?like=1", b'{"order": 12, "status": "created"}', unsigned),
        ("/hooks/slack", json.dumps(slack).encode(), signed_slack),
        ("/hooks/openai", json.dumps(batch).encode(), signed_openai),
        ("/hooks/openai", json.dumps(batch).encode(), signed_openai),
        ("/hooks/github", pull, signed_github),
        ("/hooks/stripe", refund, signed_stripe),
        ("/hooks/github", push, signed_github),
        ("/hooks/stripe", paid, signed_stripe),
    ]


GITHUB_PUSH = 8
"""The number of the push among the events, which is the number of its capture."""
EVENTS = events()


def send_history(url: str, count: int) -> None:
    """Send so many requests of every kind, quickly, over one connection."""
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port or 80, timeout=20)
    try:
        for number in range(count):
            path, body, sign = EVENTS[number * 7 % len(EVENTS)]
            post(connection, path, body.replace(b"cus_9s6", b"cus_%x" % (number * 2654435761 % 2**32)), sign, number)
    finally:
        connection.close()


def send_events(url: str) -> None:
    """Send the events that are looked at, one after the other."""
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port or 80, timeout=20)
    try:
        for number, (path, body, sign) in enumerate(EVENTS, 1):
            post(connection, path, body, sign, number)
            time.sleep(0.05)
    finally:
        connection.close()


def post(connection: http.client.HTTPConnection, path: str, body: bytes, sign: Sign, number: int) -> None:
    """Send one request, signed now."""
    connection.request("POST", path, body, {"Content-Type": "application/json"} | sign(body, number))
    connection.getresponse().read()
