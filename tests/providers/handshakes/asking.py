"""Requests by which providers test an endpoint, as their documentation shows them: one for each, and its answer."""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from inspector.core import clock
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.handshakes.handshake import Asked
from inspector.providers.payload import Payload
from tests.captures import head_of, request_of

JSON = "application/json"
TEXT = "text/plain"
OK = (200, "text/plain; charset=utf-8", b"ok")
ZOOM = b"zoom-secret-token"
XERO = b"xero-signing-key"
DISCORD = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@dataclass(frozen=True, kw_only=True)
class Asking:
    """One documented handshake and the response that it must get."""

    provider: str
    method: str = "POST"
    target: str = "/hooks"
    fields: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    secrets: tuple[tuple[str, str], ...] = ()
    """Name and value of those that are stored of this provider."""
    expected: bool = False
    """Whether the endpoint has to expect the provider."""
    status: int = 200
    content_type: str | None = None
    answer: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    known: bool = True
    """Whether the capture names the provider."""
    kind: str = ""

    def head(self) -> bytes:
        """The request's head."""
        fields = {"Host": "127.0.0.1", **self.fields}
        if self.body or self.method == "POST":
            fields["Content-Length"] = str(len(self.body))
        lines = [f"{name}: {value}".encode() for name, value in fields.items()]
        return head_of(f"{self.method} {self.target} HTTP/1.1".encode(), *lines)

    def stored(self) -> tuple[Secret, ...]:
        """The secrets."""
        return tuple(Secret(provider=self.provider, name=name, value=value.encode()) for name, value in self.secrets)


def posted(provider: str, body: object, **more: object) -> Asking:
    """A POST with a JSON body."""
    fields = {"Content-Type": JSON, **more.pop("fields", {})}  # type: ignore[dict-item]
    return Asking(provider=provider, body=json.dumps(body).encode(), fields=fields, **more)  # type: ignore[arg-type]


def hmac_sha256(secret: bytes, text: str) -> bytes:
    """Computed here on its own."""
    return hmac.new(secret, text.encode(), hashlib.sha256).digest()


def zoom(token: str = "qgg8vlvZRS6UYooatFL8Aw", *, secret: bytes = ZOOM, **more: object) -> Asking:
    """Zoom's URL validation, signed now."""
    body = json.dumps({"payload": {"plainToken": token}, "event_ts": 1, "event": "endpoint.url_validation"})
    at = str(int(clock.now().timestamp()))
    signature = "v0=" + hmac_sha256(secret, f"v0:{at}:{body}").hex()
    answer = json.dumps(
        {"plainToken": token, "encryptedToken": hmac_sha256(ZOOM, token).hex()}, separators=(",", ":")
    ).encode()
    fields = {"Content-Type": JSON, "x-zm-request-timestamp": at, "x-zm-signature": signature}
    asking = Asking(
        provider="zoom", body=body.encode(), fields=fields, secrets=(("default", ZOOM.decode()),), expected=True,
        content_type=JSON, answer=answer, kind="endpoint.url_validation",
    )  # fmt: skip
    return replace(asking, **more)  # type: ignore[arg-type]


def xero(*, secret: bytes = XERO, status: int = 200) -> Asking:
    """Xero's intent to receive."""
    body = b'{"events":[],"firstEventSequence": 0,"lastEventSequence": 0, "entropy": "S0m3r4nd0mt3xt"}'
    signature = base64.b64encode(hmac.new(secret, body, hashlib.sha256).digest()).decode()
    return Asking(
        provider="xero", body=body, fields={"Content-Type": JSON, "x-xero-signature": signature},
        secrets=(("default", XERO.decode()),), expected=True, status=status, kind="intent to receive",
    )  # fmt: skip


def discord(body: bytes, *, key: Ed25519PrivateKey = DISCORD, **more: object) -> Asking:
    """Discord's PING, signed now."""
    at = str(int(clock.now().timestamp()))
    signature = key.sign(at.encode() + body).hex()
    public = DISCORD.public_key().public_bytes_raw().hex()
    asking = Asking(
        provider="discord", body=body, secrets=(("default", public),), kind="PING",
        fields={"Content-Type": JSON, "X-Signature-Timestamp": at, "X-Signature-Ed25519": signature},
    )  # fmt: skip
    return replace(asking, **more)  # type: ignore[arg-type]


CRC = "3e5d2b7a-foo="
LINKEDIN = "890e4665-4dfe-4ab1-b689-ed553bceeed0"
EBAY = "a8628072-3d33-45ee-9004-bee86830a22d"
EBAY_TOKEN = "71745723-d031-455c-bfa5-f90d11b4f20a"
BRAINTREE = "20f9f8ed05f77439fe955c977e4c8a53"
GRAPH = "Validation: Testing client application reachability for subscription Request-Id: 5f1a+b/ü"

ASKED: tuple[Asking, ...] = (
    posted(
        "asana", {}, fields={"X-Hook-Secret": "b537207f20cbfa02357cf448134da559"}, kind="X-Hook-Secret",
        headers={"X-Hook-Secret": "b537207f20cbfa02357cf448134da559"},
    ),
    posted(
        "aws-sns",
        {"Type": "SubscriptionConfirmation", "Token": "2336412f37", "TopicArn": "arn:aws:sns:us-west-2:1:T",
         "SubscribeURL": "http://127.0.0.1:1/?Action=ConfirmSubscription"},
        fields={"x-amz-sns-message-type": "SubscriptionConfirmation", "Content-Type": "text/plain; charset=UTF-8"},
        content_type=OK[1], answer=OK[2], kind="SubscriptionConfirmation",
    ),
    Asking(
        provider="braintree", method="GET", target=f"/hooks?bt_challenge={BRAINTREE}", expected=True,
        secrets=(("default", "integration_private_key"), ("public-key", "integration_public_key")),
        content_type=TEXT, kind="bt_challenge",
        answer=b"integration_public_key|d9b899556c966b3f06945ec21311865d35df3ce4",
    ),
    Asking(
        provider="dropbox", method="GET", target="/hooks?challenge=Ab_1%2D", content_type=TEXT, answer=b"Ab_1-",
        headers={"X-Content-Type-Options": "nosniff"}, known=False, kind="challenge",
    ),
    Asking(
        provider="ebay", method="GET", target=f"/ebay?challenge_code={EBAY}", expected=True,
        fields={"X-Forwarded-Proto": "https", "X-Forwarded-Host": "hooks.example.com"},
        secrets=(("default", EBAY_TOKEN),), content_type=JSON, kind="challenge_code",
        answer=b'{"challengeResponse":"%b"}'
        % hashlib.sha256(f"{EBAY}{EBAY_TOKEN}https://hooks.example.com/ebay".encode()).hexdigest().encode(),
    ),
    posted(
        "front", {"type": "sync"}, fields={"X-Front-Challenge": "c0ffee"}, content_type=TEXT, answer=b"c0ffee",
        kind="X-Front-Challenge",
    ),
    posted(
        "github", {"zen": "Keep it logically awesome.", "hook_id": 1}, fields={"X-GitHub-Event": "ping"},
        content_type=OK[1], answer=OK[2], kind="ping",
    ),
    posted(
        "intercom", {"type": "notification_event", "topic": "ping", "data": {"type": "notification_event_data"}},
        content_type=OK[1], answer=OK[2], kind="ping",
    ),
    posted(
        "line", {"destination": "xxx", "events": []}, fields={"X-Line-Signature": "c2ln"}, content_type=OK[1],
        answer=OK[2], kind="verify button",
    ),
    Asking(
        provider="linkedin", method="GET", target=f"/hooks?challengeCode={LINKEDIN}", expected=True,
        secrets=(("default", "client"),), content_type=JSON, kind="challengeCode",
        answer=b'{"challengeCode":"%b","challengeResponse":"%b"}'
        % (LINKEDIN.encode(), hmac_sha256(b"client", LINKEDIN).hex().encode()),
    ),
    Asking(
        provider="mailchimp", method="GET", expected=True, content_type=OK[1], answer=OK[2], kind="GET",
    ),
    Asking(provider="mandrill", method="HEAD", content_type=OK[1], known=False, kind="HEAD"),
    Asking(
        provider="mandrill", body=b"mandrill_events=%5B%5D",
        fields={"Content-Type": "application/x-www-form-urlencoded"}, content_type=OK[1], answer=OK[2], kind="test",
    ),
    Asking(
        provider="meta", method="GET", known=False, kind="challenge", content_type=TEXT, answer=b"1158201444",
        target="/hooks?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=meatyhamhock",
    ),
    Asking(
        provider="whatsapp", method="GET", kind="challenge", content_type=TEXT, answer=b"99",
        target="/hooks?hub.mode=subscribe&hub.verify_token=happy&hub.challenge=99",
        secrets=(("app secret", "not this"), ("verify token", "happy")),
    ),
    Asking(
        provider="strava", method="GET", kind="challenge", content_type=JSON,
        target="/hooks?hub.verify_token=STRAVA&hub.challenge=15f7d1a91c1f40f8a748fd134752feb3&hub.mode=subscribe",
        answer=b'{"hub.challenge":"15f7d1a91c1f40f8a748fd134752feb3"}',
    ),
    Asking(
        provider="microsoft-graph", kind="validationToken", content_type=TEXT, answer=GRAPH.encode(),
        fields={"Content-Type": "text/plain; charset=utf-8"},
        target="/hooks?validationToken=Validation%3a+Testing+client+application+reachability+for+subscription+"
        "Request-Id%3a+5f1a%2bb%2f%c3%bc",
    ),
    posted("monday", {"challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}, known=False,
           content_type=JSON, kind="challenge",
           answer=b'{"challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}'),
    posted(
        "notion", {"verification_token": "secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl"},
        content_type=OK[1], answer=OK[2], kind="verification_token",
    ),
    Asking(
        provider="nylas", method="GET", target="/hooks?challenge=bc609b38", expected=True, content_type=TEXT,
        answer=b"bc609b38", headers={"Content-Length": "8"}, kind="challenge",
    ),
    Asking(
        provider="okta", method="GET", fields={"X-Okta-Verification-Challenge": "my-verification"}, content_type=JSON,
        answer=b'{"verification":"my-verification"}', kind="verification",
    ),
    Asking(
        provider="onfleet", method="GET", target="/hooks?check=a%20string", content_type=TEXT, answer=b"a string",
        kind="check",
    ),
    posted(
        "slack", {"token": "Jhj5dZrVaK7ZwHHjRyZWjbDl", "challenge": "3eZbrw1aBm2rZgRN", "type": "url_verification"},
        content_type=TEXT, answer=b"3eZbrw1aBm2rZgRN", kind="url_verification",
    ),
    Asking(provider="trello", method="HEAD", expected=True, content_type=OK[1], kind="HEAD"),
    posted(
        "twitch", {"challenge": "pogchamp-kappa-360noscope", "subscription": {"type": "channel.follow"}},
        fields={"Twitch-Eventsub-Message-Type": "webhook_callback_verification"}, content_type=TEXT,
        answer=b"pogchamp-kappa-360noscope", kind="webhook_callback_verification",
    ),
    posted(
        "twitch", {"subscription": {"status": "authorization_revoked"}},
        fields={"Twitch-Eventsub-Message-Type": "revocation"}, content_type=OK[1], answer=OK[2], kind="revocation",
    ),
    posted(
        "vercel", [], fields={"x-vercel-verify": "9f86d081884c7d65"}, headers={"x-vercel-verify": "9f86d081884c7d65"},
        kind="x-vercel-verify",
    ),
    Asking(
        provider="woocommerce", body=b"webhook_id=42", fields={"Content-Type": "application/x-www-form-urlencoded"},
        content_type=OK[1], answer=OK[2], kind="ping",
    ),
    Asking(
        provider="x", method="GET", target=f"/hooks?crc_token={CRC}", expected=True, kind="CRC", content_type=JSON,
        secrets=(("default", "consumer"),),
        answer=b'{"response_token":"sha256=%b"}' % base64.b64encode(hmac_sha256(b"consumer", CRC)),
    ),
)  # fmt: skip
"""Those that no signature decides; `zoom`, `xero` and Discord are signed when they are asked for."""


def asked(asking: Asking, challenge: str = "", **more: object) -> Asked:
    """What the answer of a handshake gets to see."""
    request: Request = request_of(asking.head(), asking.body)
    return Asked(
        payload=Payload(request, asking.body),
        challenge=challenge,
        secrets={asking.provider: asking.stored()},
        **more,  # type: ignore[arg-type]
    )
