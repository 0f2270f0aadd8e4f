"""Handshakes by `hub.challenge` (WebSub, section 5.3): Meta, WhatsApp, Strava and whoever follows them."""

import hmac
import re
from collections.abc import Callable
from typing import NamedTuple

from inspector.core.response import Response
from inspector.core.secret import Secret
from inspector.providers.handshakes.handshake import Answer, Answered, Asked, Handshake, Refused
from inspector.providers.handshakes.responses import json_response, text_response
from inspector.providers.place import place

NAMES = {"meta": "Meta", "whatsapp": "WhatsApp", "strava": "Strava"}
CHALLENGE = place("query:hub.challenge")
TOKEN = place("query:hub.verify_token")
TOPIC = place("query:hub.topic")
STRAVAS = re.compile(r"(?=[0-9]*[a-f])[0-9a-f]{32}")
"""Strava's challenge; Meta's and WhatsApp's are decimal numbers, and a WebSub hub names its topic."""
SUBSCRIBE = (place("query:hub.mode"), "subscribe")


class Compared(NamedTuple):
    """What comparing the verify token gave."""

    provider: str
    """Whose stored token it is; empty where it is nobody's."""
    stored: bool
    """Whether there was a token to compare with."""


def is_verify_token(secret: Secret) -> bool:
    """Strava keeps no other secret; one of Meta or WhatsApp is a verify token where its name says so."""
    return secret.provider == "strava" or "verify" in secret.name.lower()


def compared(asked: Asked) -> Compared:
    """Compare the verify token with those that are stored, in constant time each."""
    given = (asked.payload.text(TOKEN) or "").encode("utf-8", "replace")
    tokens = [secret for secrets in asked.secrets.values() for secret in secrets if is_verify_token(secret)]
    provider = ""
    for secret in tokens:
        if hmac.compare_digest(given, secret.value.strip()) and not provider:
            provider = secret.provider
    return Compared(provider, bool(tokens))


def _is_stravas(asked: Asked) -> bool:
    """Whether a subscription has the form of Strava's and of nobody else's."""
    text = asked.payload.text
    return bool(STRAVAS.fullmatch(asked.challenge) and text(TOKEN) and not text(TOPIC))


def told(provider: str, challenge: str) -> Response:
    """The challenge as the provider wants it."""
    return json_response({"hub.challenge": challenge}) if provider == "strava" else text_response(challenge)


def subscription(provider: str) -> Callable[[Asked], Answer]:
    """Answer a subscription; `provider` is empty where it is not known who asks."""

    def answer(asked: Asked) -> Answer:
        token = compared(asked)
        if token.stored and not token.provider:
            return Refused(
                why="Not answered: its verify token is not the one that is stored. Store the token that you entered at "
                "the sender’s under a name with “verify”, or remove the one that is stored."
            )
        who = provider or token.provider or ("strava" if _is_stravas(asked) else "")
        how = "as JSON, in “hub.challenge”" if who == "strava" else "as text/plain"
        checked = (
            "its verify token is the one that is stored"
            if token.stored
            else "its verify token was not compared, as none is stored"
        )
        sender = NAMES.get(who, "The sender (Meta, WhatsApp, Strava and WebSub hubs ask like this)")
        return Answered(
            response=told(who, asked.challenge),
            why=f"{sender} asks to subscribe: hub.challenge was sent back {how}; {checked}.",
            provider=who,
        )

    return answer


def _subscription_of(provider: str, deadline_s: float | None = None) -> Handshake:
    return Handshake(
        provider=provider,
        name=NAMES[provider],
        kind="hub.challenge",
        answer=subscription(provider),
        methods=("GET",),
        query="hub.challenge",
        shows=(SUBSCRIBE,),
        challenge=CHALLENGE,
        unsigned=True,
        shared=True,
        deadline_s=deadline_s,
    )


META = _subscription_of("meta")
WHATSAPP = _subscription_of("whatsapp")
STRAVA = _subscription_of("strava", deadline_s=2.0)
HUB = Handshake(
    provider="",
    name="The sender",
    kind="challenge",
    answer=subscription(""),
    senders=("meta", "whatsapp", "strava"),
    methods=("GET",),
    query="hub.challenge",
    holds=lambda payload: payload.query.get("hub.mode") in ("subscribe", "unsubscribe"),
    challenge=CHALLENGE,
    unsigned=True,
)

SUBSCRIPTIONS: tuple[Handshake, ...] = (META, WHATSAPP, STRAVA, HUB)
