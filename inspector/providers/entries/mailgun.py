"""Mailgun signs a time and a token alone, in the JSON document or, in its older form, among the fields."""

import json
from datetime import datetime

from inspector.core.assignments import Assignment, assign
from inspector.core.request import Request
from inspector.providers.layout import Single
from inspector.providers.message import message
from inspector.providers.payload import FORM, Payload
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.rewriting import set_value, with_body
from inspector.providers.scheme import Scheme, Timestamp, write_time
from inspector.providers.subject import Subject

_SIGNATURE = places("json:signature.signature", "form:signature")
TIME = places("json:signature.timestamp", "form:timestamp")
TOKEN = places("json:signature.token", "form:token")


def time_of(subject: Subject) -> bytes | None:
    """When it was signed, from the document or the form."""
    return (subject.payload.first_text(TIME) or "").encode("utf-8", "replace") or None


def token_of(subject: Subject) -> bytes | None:
    """The random text that is signed with the time."""
    return (subject.payload.first_text(TOKEN) or "").encode("utf-8", "replace") or None


def _with_time(request: Request, now: datetime) -> Request:
    return set_value(request, TIME[request.content_type == FORM], write_time(now, "s"))


def _put(request: Request, signature: str) -> Request:
    return set_value(request, _SIGNATURE[request.content_type == FORM], signature)


def _with_parent(request: Request, now: datetime) -> Request:
    """The request with room for the second signature: what is signed, and an empty place behind it."""
    token = Payload(request, request.body.read()).first_text(TOKEN)
    parent = json.dumps({"timestamp": write_time(now, "s"), "token": token or "0" * 50, "signature": ""})
    room = Assignment(path="parent-signature", json=parent)
    return with_body(request, assign(request.body.read(), request.content_type, [room]))


MAILGUN = Provider(
    id="mailgun",
    name="Mailgun",
    category="email",
    monogram="ML",
    secret_words="the HTTP webhook signing key",
    secret_where="Mailgun shows it under Send › Sending › Webhooks, as HTTP webhook signing key.",
    marks=(
        Mark(shows=((place("json:event-data.event"), "*"), (_SIGNATURE[0], "*")), precedence=30),
        Mark(
            shows=((TOKEN[1], "?" * 30 + "*"), (TIME[1], "*"), (_SIGNATURE[1], "?" * 64)),
            precedence=30,
        ),
    ),
    schemes=(
        Scheme(
            id="mailgun-sha256",
            algorithm="hmac-sha256",
            place=_SIGNATURE[0],
            also=_SIGNATURE[1:],
            layout=Single(),
            message=message("{timestamp}{token}", computed={"timestamp": time_of, "token": token_of}),
            timestamp=Timestamp(part="timestamp"),
            prepare=_with_time,
            put=_put,
        ),
        # Of an event of a subaccount, with the key of the account above it.
        Scheme(
            id="mailgun-parent-sha256",
            algorithm="hmac-sha256",
            place=place("json:parent-signature.signature"),
            layout=Single(),
            message=message("{json:parent-signature.timestamp}{json:parent-signature.token}"),
            timestamp=Timestamp(part="json:parent-signature.timestamp"),
            prepare=_with_parent,
        ),
    ),
    decides="any",
    event=places("json:event-data.event", "form:event"),
    delivery_id=places("json:event-data.id", "json:signature.token", "form:token"),
    gists=(
        ("clicked", "{event-data.recipient} · {event-data.url}"),
        (
            "failed",
            "{event-data.recipient} · {event-data.severity} · {event-data.delivery-status.message, event-data.reason}",
        ),
        (
            "*",
            "{event-data.recipient, form:recipient} · {event-data.message.headers.subject, form:subject, form:domain}",
        ),
    ),
    retry_policy="after 10, 10, 15 and 30 minutes, 1, 2 and 4 hours; a response of 406 ends it",
    wrong_secrets=(("pubkey-", "a public validation key"),),
    level="secondary",
    sources=(
        "hookdeck/webhook-skills, providers.yaml",
        "a public table of providers (independent implementation)",
    ),
    doubts=(
        "when it tries again, and that 406 ends it",
        "how events of subaccounts carry parent-signature, made with the key of the account above; either is enough",
    ),
)
