"""What a near miss is, and requests for them: signed by our recipes, and by hand where the signature is odd."""

import gzip
import hmac
import json
from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urlencode

from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Cause, Status
from inspector.providers.asymmetric import public_pem
from inspector.providers.payload import FORM
from inspector.providers.samples.secret import PairKind
from inspector.providers.signing import sign_request
from tests.providers.made import BODY, MARKS, NOW, STRIPE, VALUES, request, secret, signed, with_body, with_header
from tests.providers.samples.sent import PAIRS

GITHUB = VALUES["github"]
DOCUMENT = {"id": "evt_1", "n": 150, "paid": False, "url": "https://x.de/a?b=1&c=<2>"}
FIELDS = {"Body": "Hello, you", "From": "+4915112345678", "To": "+4930123456"}
TOKEN = b"12345678901234567890123456789012"


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A request with the secrets that are kept, and what is to be said of it."""

    cause: Cause
    """What must not be named."""
    why: str
    """What is wrong with it, or that nothing is."""
    request: Request
    secrets: tuple[Secret, ...]
    says: tuple[Cause, ...]
    status: Status
    public_url: str


def miss(
    cause: Cause,
    why: str,
    made: Request,
    *secrets: Secret,
    says: Cause | tuple[Cause, ...] = "unexplained",
    status: Status = "invalid",
    public_url: str = "",
) -> NearMiss:
    """One line of the table."""
    named = says if isinstance(says, tuple) else (says,)
    return NearMiss(
        cause=cause, why=why, request=made, secrets=secrets, says=named, status=status, public_url=public_url
    )


def good(cause: Cause, why: str, made: Request, *secrets: Secret, public_url: str = "") -> NearMiss:
    """A request that is valid."""
    return miss(cause, why, made, *secrets, says=(), status="valid", public_url=public_url)


def stripe(value: bytes = STRIPE, name: str = "production") -> Secret:
    """A stored secret of Stripe."""
    return secret("stripe", value, name)


def github(value: bytes = GITHUB) -> Secret:
    """A stored secret of GitHub."""
    return secret("github", value)


def by_hand(digest: bytes | str, body: bytes = BODY) -> Request:
    """A request of GitHub's with this digest."""
    written = digest if isinstance(digest, str) else digest.hex()
    return request({**MARKS["github"], "X-Hub-Signature-256": f"sha256={written}"}, body)


def mac(message: bytes = BODY, key: bytes = GITHUB, name: str = "sha256") -> bytes:
    """An HMAC by the standard library alone."""
    return hmac.digest(key, message, name)


def timed(time: str, message: bytes, key: bytes = STRIPE, body: bytes = BODY) -> Request:
    """A request of Stripe's whose header gives one time, around the signature of some message."""
    return request({"Stripe-Signature": f"t={time},v1={mac(message, key).hex()}"}, body)


def of_slack(time: str, message: bytes) -> Request:
    """A request of Slack's with a time in its header and the signature of some message."""
    return request(
        {"X-Slack-Request-Timestamp": time, "X-Slack-Signature": f"v0={mac(message, VALUES['slack']).hex()}"}
    )


def of_twilio(url: str, key: bytes = TOKEN, fields: dict[str, str] = FIELDS) -> Request:
    """A form to http://127.0.0.1:8765/hooks, signed for a URL."""
    message = url + "".join(name + FIELDS[name] for name in sorted(FIELDS))
    digest = b64encode(mac(message.encode(), key, "sha1")).decode()
    return request({"X-Twilio-Signature": digest}, urlencode(fields).encode(), content_type=FORM)


def of_discord() -> Request:
    """An event of Discord's, signed with a private key."""
    return sign_request("discord", request({}, b'{"type":1}'), secret=PAIRS["ed25519"], now=NOW)


def of_airwallex() -> Request:
    """One whose provider counts milliseconds."""
    return sign_request("airwallex", request({}, b'{"name":"x.y","id":"evt_1"}'), secret=b"hush-hush", now=NOW)


def arrived(made: Request, seconds: float) -> Request:
    """The same request so many seconds later."""
    return replace(made, received_at=made.received_at + timedelta(seconds=seconds))


def changed(body: bytes = BODY) -> bytes:
    """The body with one character changed."""
    return body.replace(b"evt_1", b"evt_2")


def altered(sent: bytes, got: bytes) -> Request:
    """A request of Stripe's, signed around one body, that arrives with another."""
    return with_body(signed("stripe", sent), got)


def packed(body: bytes = BODY) -> bytes:
    """A body in gzip."""
    return gzip.compress(body, mtime=0)


def zipped(made: Request, body: bytes) -> Request:
    """A request around a body that says that it is gzip."""
    return with_header(with_body(made, body), "Content-Encoding", "gzip")


def discord(kind: PairKind = "ed25519") -> Secret:
    """A public key for Discord."""
    return secret("discord", public_pem(PAIRS[kind]).encode())


def twilio() -> Secret:
    """A stored secret of Twilio."""
    return secret("twilio", TOKEN)


def reserialised(without: str = "", **values: object) -> Request:
    """A document that was signed compactly and arrives with blanks, a field of it lost or some values changed."""
    arrived = {name: value for name, value in {**DOCUMENT, **values}.items() if name != without}
    compact = json.dumps(DOCUMENT, separators=(",", ":")).encode()
    return with_body(signed("stripe", compact), json.dumps(arrived).encode())


def form_of(document: bytes) -> Request:
    """A form with a document in it, around the signature of `BODY` alone."""
    made = with_body(signed("github"), urlencode({"payload": document}).encode())
    return with_header(made, "Content-Type", FORM)


def two_signatures() -> Request:
    """Stripe signs with the old and the new secret while one replaces the other."""
    digests = [mac(b"1700000000." + BODY, key).hex() for key in (b"whsec_old", STRIPE)]
    return request({"Stripe-Signature": "t=1700000000," + ",".join(f"v1={one}" for one in digests)})


CHANGED = with_body(signed("stripe"), changed())
OF_ZENDESK = sign_request("zendesk", request({}), secret=b"hush-hush", now=NOW)
OF_PAYSTACK = sign_request("paystack", request({}), secret=b"sk_live_1234567890", now=NOW)
