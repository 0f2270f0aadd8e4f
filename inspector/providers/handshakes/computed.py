"""Handshakes whose answer a secret makes of the challenge, and those where a signature decides between yes and no.

What such an answer gives away is a signature under a text that a stranger chose, so the form of that text is held
strictly: none of them can be, or become, a message that the provider signs.
"""

import hmac
import re
from base64 import b64encode
from hashlib import sha1, sha256

from inspector.core.secret import Secret
from inspector.providers.handshakes.handshake import Answer, Answered, Asked, Handshake, Refused
from inspector.providers.handshakes.responses import json_response, status_response, text_response
from inspector.providers.payload import Payload
from inspector.providers.place import place

TOKEN = re.compile(r"[A-Za-z0-9+/_=.~-]{1,128}")
NAME = re.compile(r"[A-Za-z0-9_-]{1,128}")
HEX = re.compile(r"[0-9a-f]{20,32}")
VERIFICATION_TOKEN = re.compile(rb"[A-Za-z0-9_-]{32,80}")
"""The form that eBay demands of the token that its users choose."""

SIGNED_WITH = "the answer was made with the secret “%s”"


def _missing(what: str, provider: str) -> Refused:
    return Refused(why=f"Not answered: {what} is needed for that. Store it as a secret of {provider}.")


def _secrets(asked: Asked, provider: str) -> tuple[Secret, ...]:
    return asked.secrets.get(provider, ())


def _hmac_sha256(secret: Secret, challenge: str) -> bytes:
    return hmac.digest(secret.value.strip(), challenge.encode(), "sha256")


def _zoom(asked: Asked) -> Answer:
    secret = next((one for one in _secrets(asked, "zoom") if one.name == asked.matched), None)
    if secret is None:
        return _missing("Zoom’s secret token", "zoom")
    values = {"plainToken": asked.challenge, "encryptedToken": _hmac_sha256(secret, asked.challenge).hex()}
    why = f"Zoom validates this URL: plainToken was sent back with its HMAC; {SIGNED_WITH % secret.name}."
    return Answered(response=json_response(values), why=why)


def _x(asked: Asked) -> Answer:
    secret = next(iter(_secrets(asked, "x")), None)
    if secret is None:
        return _missing("the consumer secret", "x")
    token = "sha256=" + b64encode(_hmac_sha256(secret, asked.challenge)).decode()
    why = f"X checks this URL (CRC): response_token was sent; {SIGNED_WITH % secret.name}."
    return Answered(response=json_response({"response_token": token}), why=why)


def _linkedin(asked: Asked) -> Answer:
    secret = next(iter(_secrets(asked, "linkedin")), None)
    if secret is None:
        return _missing("the client secret", "linkedin")
    values = {"challengeCode": asked.challenge, "challengeResponse": _hmac_sha256(secret, asked.challenge).hex()}
    why = f"LinkedIn validates this URL: challengeResponse was sent; {SIGNED_WITH % secret.name}."
    return Answered(response=json_response(values), why=why)


def _ebay(asked: Asked) -> Answer:
    tokens = (one for one in _secrets(asked, "ebay") if VERIFICATION_TOKEN.fullmatch(one.value.strip()))
    secret = next(tokens, None)
    if secret is None:
        return _missing("the verification token (32 to 80 letters, digits, _ and -)", "ebay")
    if not asked.url:
        return Refused(why="Not answered: eBay’s answer covers the URL of the endpoint. Set the public URL.")
    # eBay calls nothing but HTTPS; what came through a tunnel may not say so.
    url = "https://" + asked.url.partition("://")[2]
    digest = sha256(asked.challenge.encode() + secret.value.strip() + url.encode()).hexdigest()
    why = f"eBay validates {url}: challengeResponse was sent; {SIGNED_WITH % secret.name}."
    return Answered(response=json_response({"challengeResponse": digest}), why=why)


def _braintree(asked: Asked) -> Answer:
    secrets = _secrets(asked, "braintree")
    public = next((one for one in secrets if "public" in one.name.lower()), None)
    private = next((one for one in secrets if one is not public), None)
    if public is None or private is None:
        return _missing("the private key, and the public key under a name with “public”,", "braintree")
    digest = hmac.digest(sha1(private.value.strip()).digest(), asked.challenge.encode(), "sha1").hex()
    why = f"Braintree checks this URL: the signed challenge was sent; {SIGNED_WITH % private.name}."
    return Answered(response=text_response(f"{public.value.strip().decode('latin-1')}|{digest}"), why=why)


def _xero(asked: Asked) -> Answer:
    if asked.verified is None:
        return _missing("the webhook’s signing key", "xero")
    if asked.verified:
        why = "Xero checks whether this address tells good signatures from bad ones: this one is valid, so 200."
        return Answered(response=status_response(200), why=why)
    why = "Xero checks whether this address tells good signatures from bad ones: this one is not valid, so 401."
    return Answered(response=status_response(401), why=why)


def _discord(asked: Asked) -> Answer:
    if asked.verified is None:
        return _missing("the application’s public key", "discord")
    if not asked.verified:
        why = "Discord sends wrong signatures on purpose and wants 401 for them: this one is not valid, so 401."
        return Answered(response=status_response(401), why=why)
    if asked.payload.text(place("json:type")) == "0":
        return Answered(response=status_response(204), why="Discord pings this address for webhook events: 204, empty.")
    why = "Discord pings this address for interactions: answered with its PONG, {“type”: 1}."
    return Answered(response=json_response({"type": 1}), why=why)


def _is_ping(payload: Payload) -> bool:
    """A PING of interactions (type 1) or webhook events (type 0); an event of the latter is of type 1, with `event`."""
    document = payload.document
    if not isinstance(document, dict) or "event" in document or "data" in document:
        return False
    return payload.text(place("json:type")) in ("0", "1")


def _is_text(payload: Payload) -> bool:
    """Zoom documents a text; what a secret makes of anything else is not told."""
    return isinstance(payload.value(place("json:payload.plainToken")), str)


def _has_no_events(payload: Payload) -> bool:
    return isinstance(payload.document, dict) and payload.document.get("events") == []


ZOOM = Handshake(
    provider="zoom",
    name="Zoom",
    kind="endpoint.url_validation",
    answer=_zoom,
    shows=((place("json:event"), "endpoint.url_validation"), (place("json:payload.plainToken"), "")),
    holds=_is_text,
    challenge=place("json:payload.plainToken"),
    pattern=TOKEN,
    guarded=True,
    limited=True,
    signed=True,
    deadline_s=3.0,
)
X = Handshake(
    provider="x",
    name="X",
    kind="CRC",
    answer=_x,
    methods=("GET",),
    query="crc_token",
    challenge=place("query:crc_token"),
    pattern=TOKEN,
    guarded=True,
    limited=True,
    unsigned=True,
    deadline_s=10.0,
)
LINKEDIN = Handshake(
    provider="linkedin",
    name="LinkedIn",
    kind="challengeCode",
    answer=_linkedin,
    methods=("GET",),
    query="challengeCode",
    challenge=place("query:challengeCode"),
    pattern=NAME,
    guarded=True,
    limited=True,
    unsigned=True,
    deadline_s=3.0,
)
EBAY = Handshake(
    provider="ebay",
    name="eBay",
    kind="challenge_code",
    answer=_ebay,
    methods=("GET",),
    query="challenge_code",
    challenge=place("query:challenge_code"),
    pattern=NAME,
    guarded=True,
    limited=True,
    unsigned=True,
)
BRAINTREE = Handshake(
    provider="braintree",
    name="Braintree",
    kind="bt_challenge",
    answer=_braintree,
    methods=("GET",),
    query="bt_challenge",
    challenge=place("query:bt_challenge"),
    pattern=HEX,
    guarded=True,
    limited=True,
    unsigned=True,
)
XERO = Handshake(
    provider="xero",
    name="Xero",
    kind="intent to receive",
    answer=_xero,
    header="x-xero-signature",
    holds=_has_no_events,
    guarded=True,
)
DISCORD = Handshake(
    provider="discord",
    name="Discord",
    kind="PING",
    answer=_discord,
    header="X-Signature-Ed25519",
    holds=_is_ping,
    deadline_s=3.0,
)

COMPUTED: tuple[Handshake, ...] = (ZOOM, X, LINKEDIN, EBAY, BRAINTREE, XERO, DISCORD)
