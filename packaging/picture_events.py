"""What is sent for the pictures: sample events of every provider, signed with secrets that the window is told of."""

import http.client
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from inspector.core import clock
from inspector.core.body import Body
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.providers.samples.making import make, request_of, signed
from inspector.providers.samples.registry import SAMPLES

ROOT = Path(__file__).resolve().parent.parent
SECRETS = {
    "stripe": "whsec_pictures",
    "github": "pictures",
    "gitlab": "pictures",
    "openai": "whsec_cGljdHVyZXM=",
    "slack": "pictures",
    "shopify": "shpss_pictures",
    "svix": "whsec_cGljdHVyZXM=",
    "standard-webhooks": "whsec_cGljdHVyZXM=",
}
PUSH = ROOT / "tests" / "vectors" / "github" / "push.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One request that is sent `times` times, signed `age_s` seconds ago with the secret of the window or `secret`."""

    provider: str
    event: str
    sets: tuple[str, ...] = ()
    age_s: int = 0
    secret: str | None = None
    body: bytes | None = None
    times: int = 1

    def request(self) -> Request:
        """As it goes out."""
        now = clock.now() - timedelta(seconds=self.age_s)
        made = make(self.provider, self.event, sets=self.sets, now=now, body=self.body)
        secret = SECRETS[self.provider] if self.secret is None else self.secret
        return signed(self.provider, made, secret.encode()) if secret else made


FIRST: tuple[Sent, ...] = (
    Sent(provider="stripe", event="checkout.session.completed", times=2),
    Sent(provider="gitlab", event="Push Hook", secret=""),
    Sent(provider="stripe", event="invoice.payment_failed", age_s=26 * 3600),
    Sent(provider="shopify", event="orders/create"),
    Sent(provider="slack", event="app_mention"),
)
FAILING: tuple[Sent, ...] = (Sent(provider="openai", event="batch.completed", times=2),)
"""Sent while the response is 500, so that the second is a retry."""
LAST: tuple[Sent, ...] = (
    Sent(provider="github", event="pull_request"),
    Sent(provider="github", event="push", body=PUSH.read_bytes()),
    Sent(provider="stripe", event="payment_intent.succeeded", sets=("data.object.amount:=4900",)),
)
BEHIND_THE_PUSH = 1
"""Captures that arrive after the one that is looked at."""
ODD = 2
"""Requests beside the samples: a handshake, and one of a sender that nobody knows."""
HANDSHAKE = b'{"token":"Jhj5dZrVaK7ZwHHjRyZWjbDl","challenge":"3eZbrw1aBm2rZgRNFd","type":"url_verification"}'
ORDER = b'{"order": 12, "status": "created"}'
EVENTS = ODD + sum(one.times for one in (*FIRST, *FAILING, *LAST))


def send_history(url: str, count: int) -> None:
    """Send so many sample events, quickly."""
    samples = (SAMPLES[number % len(SAMPLES)] for number in range(count))
    send(url, (Sent(provider=one.provider, event=one.event) for one in samples))


def send_odd(url: str) -> None:
    """Slack asks whether somebody is there, and somebody unknown posts an order."""
    send(url, [Sent(provider="slack", event="app_mention", body=HANDSHAKE)])
    headers = Headers([(b"Content-Type", b"application/json")])
    post(url, [request_of("/anything/you?like=1", headers, Body.of(ORDER), clock.now())])


def send(url: str, events: Iterable[Sent]) -> None:
    """Send requests one after the other over one connection."""
    post(url, (request for one in events for request in [one.request()] * one.times))


def post(url: str, requests: Iterable[Request]) -> None:
    """Send requests as they are."""
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port or 80, timeout=20)
    try:
        for request in requests:
            fields = {name.decode(): value.decode("latin-1") for name, value in request.headers}
            connection.request(request.method, request.target, request.body.read(), fields)
            connection.getresponse().read()
    finally:
        connection.close()
