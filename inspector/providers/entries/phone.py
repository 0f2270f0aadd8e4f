"""Calls and messages over telephone networks."""

from inspector.providers.layout import Single, WebToken
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.subject import Subject
from inspector.providers.web_token import HashClaim, TokenClaims

_AUTHORIZATION = place("header:Authorization")
_PAYLOAD_HASH = place("claim:Authorization payload_hash")


def _tells_hash(subject: Subject) -> bool:
    """Whether a token is bound to its body: Vonage's library takes one that is not."""
    return not subject.request.body.size or subject.payload.text(_PAYLOAD_HASH) is not None


MESSAGEBIRD = Provider(
    id="messagebird",
    name="MessageBird",
    category="comms",
    monogram="MB",
    secret_words="the signing key",
    secret_where="Bird shows it on the page of the account’s signing keys, under Developers.",
    marks=(Mark(headers=("MessageBird-Signature-JWT",), precedence=25),),
    schemes=(
        Scheme(
            id="messagebird-jwt",
            algorithm="jwt",
            place=place("header:MessageBird-Signature-JWT"),
            layout=WebToken(),
            encoding="plain",
            claims=TokenClaims(
                algorithms=("HS256", "HS384", "HS512"),
                hashes=(HashClaim(name="url_hash", of="url"), HashClaim(name="payload_hash", unless_empty=True)),
                issuers=("MessageBird",),
                id="jti",
            ),
            timestamp=Timestamp(part="nbf", until="exp"),
        ),
    ),
    event=places("json:type", "json:status", "form:status"),
    delivery_id=places("claim:MessageBird-Signature-JWT jti"),
    gists=(
        ("message.*", "{message.from, message.channelId} → {message.to} · {message.content.text, message.status}"),
        ("*", "{originator, from, sender} → {recipient, to} · {status, body}"),
    ),
    evidence="official library",
    sources=("messagebird (PyPI) 2.2.0, request_validator.py",),
    doubts=("where the body names its event",),
)

TELNYX = Provider(
    id="telnyx",
    name="Telnyx",
    category="comms",
    monogram="TX",
    secret_words="the account’s public key",
    secret_where="Telnyx shows it in its portal under Account Settings › Keys & Credentials › Public Key.",
    marks=(Mark(headers=("Telnyx-Signature-Ed25519",), precedence=25),),
    schemes=(
        Scheme(
            id="telnyx-ed25519",
            algorithm="ed25519",
            place=place("header:Telnyx-Signature-Ed25519"),
            layout=Single(),
            message=message("{Telnyx-Timestamp}|{body}"),
            encoding="base64",
            keys=("public",),
            timestamp=Timestamp(part="Telnyx-Timestamp", tolerance_s=300),
        ),
    ),
    event=places("json:data.event_type"),
    delivery_id=places("json:data.id"),
    retry_counter=places("json:meta.attempt"),
    counts_from=1,
    gists=(
        (
            "message.*",
            "{data.payload.from.phone_number} → {data.payload.to.0.phone_number} · {data.payload.text}",
        ),
        ("*", "{data.payload.from} → {data.payload.to} · {data.payload.direction, data.payload.state}"),
    ),
    deadline_s=2.0,
    wrong_secrets=(("KEY", "an API key"),),
    evidence="official library",
    sources=("telnyx (PyPI) 4.189.0, lib/webhook_verification.py", "hookdeck/webhook-skills, providers.yaml"),
    doubts=("that meta.attempt counts the tries",),
)

VONAGE = Provider(
    id="vonage",
    name="Vonage",
    category="comms",
    monogram="VO",
    secret_words="the account’s signature secret",
    secret_where="Vonage shows it in its dashboard under API Settings › Signed webhooks.",
    marks=(
        Mark(headers=("Authorization",), shows=((place("claim:Authorization iss"), "Vonage"),), precedence=75),
        Mark(
            headers=("Authorization",),
            shows=((_AUTHORIZATION, "Bearer eyJ*.*.*"), (_PAYLOAD_HASH, "*")),
            precedence=75,
        ),
        Mark(
            headers=("Authorization",),
            shows=((_AUTHORIZATION, "Bearer eyJ*.*.*"), (place("json:message_uuid"), "*")),
            precedence=76,
        ),
    ),
    schemes=(
        Scheme(
            id="vonage-jwt",
            algorithm="jwt",
            place=_AUTHORIZATION,
            layout=WebToken(prefix="Bearer "),
            encoding="plain",
            claims=TokenClaims(
                algorithms=("HS256",),
                hashes=(HashClaim(name="payload_hash", unless_empty=True, optional=True),),
                extra=(("iss", "Vonage"), ("application_id", "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab")),
                id="jti",
            ),
            timestamp=Timestamp(part="iat", until="exp"),
            covers=_tells_hash,
        ),
    ),
    event=places("json:status", "json:message_type", "json:type"),
    delivery_id=places("claim:Authorization jti"),
    event_key=places("json:message_uuid", "json:uuid"),
    gists=(("*", "{from} → {to} · {text, status, message_type}"),),
    sensitive=places("header:Authorization"),
    evidence="official library",
    sources=("vonage-jwt (PyPI) 1.1.5, verify_jwt.py",),
    doubts=(
        "that payload_hash holds the SHA-256 of the body; Vonage’s library checks the token alone",
        "that the token is issued by “Vonage”",
        "where the body names its event",
    ),
)

PHONE = (MESSAGEBIRD, TELNYX, VONAGE)
