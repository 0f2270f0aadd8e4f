"""Handshakes that want their challenge back."""

from collections.abc import Callable

from inspector.providers.handshakes.handshake import Answer, Answered, Asked, Handshake
from inspector.providers.handshakes.responses import field_answer, json_response, text_response
from inspector.providers.place import place

GETS = ("GET",)


def as_text(who: str) -> Callable[[Asked], Answer]:
    """The challenge as text/plain."""
    why = f"{who} asks whether this address answers: its challenge was sent back as text/plain."
    return lambda asked: Answered(response=text_response(asked.challenge), why=why)


def as_json(who: str, member: str) -> Callable[[Asked], Answer]:
    """The challenge as the only member of an object."""
    why = f"{who} asks whether this address answers: its challenge was sent back as JSON, in “{member}”."
    return lambda asked: Answered(response=json_response({member: asked.challenge}), why=why)


def _asana(asked: Asked) -> Answer:
    why = (
        "Asana asks whether this address answers: X-Hook-Secret was sent back in the response. It is the secret that "
        "its events will be signed with."
    )
    return field_answer(asked, "X-Hook-Secret", why)


def _vercel(asked: Asked) -> Answer:
    return field_answer(
        asked, "x-vercel-verify", "Vercel checks a log drain: x-vercel-verify was sent back as it came."
    )


ASANA = Handshake(
    provider="asana",
    name="Asana",
    kind="X-Hook-Secret",
    answer=_asana,
    header="X-Hook-Secret",
    unless=("X-Hook-Signature",),
    challenge=place("header:X-Hook-Secret"),
    secret_at=place("header:X-Hook-Secret"),
    unsigned=True,
    deadline_s=10.0,
)
FRONT = Handshake(
    provider="front",
    name="Front",
    kind="X-Front-Challenge",
    answer=as_text("Front"),
    header="X-Front-Challenge",
    challenge=place("header:X-Front-Challenge"),
    deadline_s=10.0,
)
OKTA = Handshake(
    provider="okta",
    name="Okta",
    kind="verification",
    answer=as_json("Okta", "verification"),
    methods=GETS,
    header="X-Okta-Verification-Challenge",
    challenge=place("header:X-Okta-Verification-Challenge"),
    unsigned=True,
    deadline_s=3.0,
)
VERCEL = Handshake(
    provider="vercel",
    name="Vercel",
    kind="x-vercel-verify",
    answer=_vercel,
    header="x-vercel-verify",
    unless=("x-vercel-signature",),
    challenge=place("header:x-vercel-verify"),
    unsigned=True,
)
TWITCH = Handshake(
    provider="twitch",
    name="Twitch",
    kind="webhook_callback_verification",
    answer=as_text("Twitch"),
    header="Twitch-Eventsub-Message-Type",
    shows=(
        (place("header:Twitch-Eventsub-Message-Type"), "webhook_callback_verification"),
        (place("json:challenge"), ""),
    ),
    challenge=place("json:challenge"),
)
MICROSOFT_GRAPH = Handshake(
    provider="microsoft-graph",
    name="Microsoft Graph",
    kind="validationToken",
    answer=as_text("Microsoft Graph"),
    query="validationToken",
    challenge=place("query:validationToken"),
    unsigned=True,
    deadline_s=10.0,
)
ONFLEET = Handshake(
    provider="onfleet",
    name="Onfleet",
    kind="check",
    answer=as_text("Onfleet"),
    methods=GETS,
    query="check",
    challenge=place("query:check"),
    unsigned=True,
)
DROPBOX = Handshake(
    provider="dropbox",
    name="Dropbox",
    kind="challenge",
    answer=as_text("Dropbox"),
    methods=GETS,
    query="challenge",
    challenge=place("query:challenge"),
    unsigned=True,
    shared=True,
)
NYLAS = Handshake(
    provider="nylas",
    name="Nylas",
    kind="challenge",
    answer=as_text("Nylas"),
    methods=GETS,
    query="challenge",
    challenge=place("query:challenge"),
    unsigned=True,
    shared=True,
    deadline_s=10.0,
)
QUERY_CHALLENGE = Handshake(
    provider="",
    name="The sender",
    kind="challenge",
    answer=as_text("The sender (Dropbox, Nylas and others ask like this)"),
    senders=("dropbox", "nylas"),
    methods=GETS,
    query="challenge",
    challenge=place("query:challenge"),
    unsigned=True,
)
SLACK = Handshake(
    provider="slack",
    name="Slack",
    kind="url_verification",
    answer=as_text("Slack"),
    shows=((place("json:type"), "url_verification"), (place("json:challenge"), "")),
    challenge=place("json:challenge"),
    unsigned=True,
    deadline_s=3.0,
)
MONDAY = Handshake(
    provider="monday",
    name="monday.com",
    kind="challenge",
    answer=as_json("monday.com", "challenge"),
    shows=((place("json:challenge"), ""),),
    holds=lambda payload: _only_member(payload.document),
    challenge=place("json:challenge"),
    unsigned=True,
    shared=True,
)
JSON_CHALLENGE = Handshake(
    provider="",
    name="The sender",
    kind="challenge",
    answer=as_json("The sender (monday.com and others ask like this)", "challenge"),
    senders=("monday",),
    shows=((place("json:challenge"), ""),),
    holds=lambda payload: _only_member(payload.document),
    challenge=place("json:challenge"),
    unsigned=True,
)


def _only_member(document: object) -> bool:
    """Nothing but the challenge, as text: an event that has a member of that name is none."""
    return isinstance(document, dict) and len(document) == 1 and isinstance(document.get("challenge"), str)


ECHOES: tuple[Handshake, ...] = (
    ASANA,
    FRONT,
    OKTA,
    VERCEL,
    TWITCH,
    MICROSOFT_GRAPH,
    ONFLEET,
    DROPBOX,
    NYLAS,
    QUERY_CHALLENGE,
    SLACK,
    MONDAY,
    JSON_CHALLENGE,
)
