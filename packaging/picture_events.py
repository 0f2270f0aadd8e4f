"""What is sent for the pictures: sample events of every provider, signed with secrets that the window is told of."""

import http.client
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from inspector.core import clock
from inspector.core.body import Body
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.providers.samples.making import make, request_of, signed
from inspector.providers.samples.registry import SAMPLES, events_of
from inspector.providers.samples.secret import sample_secrets
from inspector.secrets.pair_making import new_key

ROOT = Path(__file__).resolve().parent.parent
SENDERS = (
    "twilio", "elevenlabs", "typeform", "easypost", "paypal", "trello", "adyen", "razorpay", "square", "mailgun",
    "resend", "linear", "notion", "zoom", "telegram", "jira", "sentry", "pagerduty", "hubspot", "intercom", "calendly",
    "docusign", "dropbox", "figma", "vercel", "bitbucket", "circleci", "quickbooks", "xero", "woocommerce",
    "standard-webhooks", "anthropic", "coinbase-commerce", "contentful", "hygraph", "ms-teams", "dropbox-sign",
    "customerio", "google-oidc", "microsoft-graph", "discord", "aws-sns",
)  # fmt: skip
"""One event of each is sent for a list of many providers."""
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
SHARED = {
    id: secret.value.decode()
    for id, secret in sample_secrets(b"pictures" * 4).items()
    if id in SENDERS and id not in SECRETS
}
"""Secrets of the others."""
NEVER_GIVEN = ("paypal", "anthropic")
"""Those of which the window is never told."""
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

    def request(self, url: str = "") -> Request:
        """As it goes out; `url` is the address that it is signed for, where an address is signed."""
        now = clock.now() - timedelta(seconds=self.age_s)
        made = make(self.provider, self.event, sets=self.sets, now=now, body=self.body)
        secret = SECRETS[self.provider] if self.secret is None else self.secret
        return signed(self.provider, made, secret.encode(), url=url + made.target) if secret else made


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
PUBLIC = "https://hooks.example.com"
ODD = 2
"""Requests beside the samples: a handshake, and one of a sender that nobody knows."""
HANDSHAKE_AT = sum(one.times for one in FIRST) + 1
"""Which of the captures after the history is the handshake; behind it comes that of the unknown sender."""
HANDSHAKE = b'{"token":"Jhj5dZrVaK7ZwHHjRyZWjbDl","challenge":"3eZbrw1aBm2rZgRNFd","type":"url_verification"}'
ORDER = b'{"order": 12, "status": "created"}'
EVENTS = ODD + sum(one.times for one in (*FIRST, *FAILING, *LAST))


def send_history(url: str, count: int) -> None:
    """Send so many sample events, quickly."""
    usual = [sample for sample in SAMPLES if sample.provider in SECRETS]
    samples = (usual[number % len(usual)] for number in range(count))
    send(url, (Sent(provider=one.provider, event=one.event) for one in samples))


def send_all_senders(url: str) -> None:
    """Send one event of each of the many providers; those that public keys check go unsigned."""
    known = SECRETS | SHARED
    send(url, (Sent(provider=id, event=events_of(id)[0].event, secret=known.get(id, "")) for id in SENDERS))


def changed_on_its_way(url: str) -> int:
    """A push whose body a program in between read and wrote again; returns its number."""
    made = Sent(provider="github", event="push", body=PUSH.read_bytes()).request()
    return post(url, [replace(made, body=Body.of(json.dumps(json.loads(made.body.read())).encode()))])


def through_a_tunnel(url: str) -> int:
    """What Twilio signed for a public URL that the window was not told of; returns its number."""
    made = Sent(provider="twilio", event=events_of("twilio")[0].event, secret=SHARED["twilio"]).request(PUBLIC)
    host = (b"Host", urlsplit(PUBLIC).netloc.encode())
    return post(url, [replace(made, headers=Headers([host, *made.headers]))])


def signed_with_a_key(url: str) -> int:
    """What Amazon SNS signed with a key that is to be had at Amazon; returns its number."""
    made = make("aws-sns", events_of("aws-sns")[0].event, now=clock.now())
    return post(url, [signed("aws-sns", made, new_key("rsa"))])


def send_odd(url: str) -> None:
    """Slack asks whether somebody is there, and somebody unknown posts an order."""
    send(url, [Sent(provider="slack", event="app_mention", body=HANDSHAKE)])
    headers = Headers([(b"Content-Type", b"application/json")])
    post(url, [request_of("/anything/you?like=1", headers, Body.of(ORDER), clock.now())])


def send(url: str, events: Iterable[Sent]) -> None:
    """Send requests one after the other over one connection."""
    post(url, (request for one in events for request in [one.request(url)] * one.times))


def post(url: str, requests: Iterable[Request]) -> int:
    """Send requests as they are; returns the number of the last capture."""
    number = 0
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port or 80, timeout=20)
    try:
        for request in requests:
            fields = {name.decode(): value.decode("latin-1") for name, value in request.headers}
            connection.request(request.method, request.target, request.body.read(), fields)
            response = connection.getresponse()
            response.read()
            number = int(response.headers["X-Capture-Id"] or 0)
    finally:
        connection.close()
    return number
