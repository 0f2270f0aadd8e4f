"""Handshakes that only want to be answered: nothing is sent back, or the status alone tells."""

from collections.abc import Callable

from inspector.providers.handshakes.handshake import Answer, Answered, Asked, Handshake
from inspector.providers.handshakes.responses import ok_response
from inspector.providers.payload import Payload, step_into
from inspector.providers.place import place

FORGES = ("X-Gitea-Event", "X-Forgejo-Event", "X-Gogs-Event")
"""Forges that send GitHub's header fields beside their own."""


def acknowledged(why: str) -> Callable[[Asked], Answer]:
    """Tell that it arrived."""
    return lambda asked: Answered(response=ok_response(), why=why)


def _is_empty(*path: str) -> Callable[[Payload], bool]:
    return lambda payload: step_into(payload.document, path) == []


def _is_bare(payload: Payload) -> bool:
    return not payload.request.query and not payload.request.body.size


AWS_SNS = Handshake(
    provider="aws-sns",
    name="Amazon SNS",
    kind="SubscriptionConfirmation",
    answer=acknowledged(
        "Amazon SNS asks to confirm a subscription. It is NOT confirmed yet: its address is visited only once public "
        "keys may be fetched (Preferences, or `listen --fetch-keys`) and the message verifies. Or open the "
        "SubscribeURL of the body in a browser, or give its TopicArn and Token to `aws sns confirm-subscription`."
    ),
    header="x-amz-sns-message-type",
    shows=((place("header:x-amz-sns-message-type"), "SubscriptionConfirmation"),),
    deadline_s=15.0,
)
GITHUB = Handshake(
    provider="github",
    name="GitHub",
    kind="ping",
    answer=acknowledged("GitHub made the webhook and asks whether this address answers; it did."),
    header="X-GitHub-Event",
    shows=((place("header:X-GitHub-Event"), "ping"),),
    unless=FORGES,
    deadline_s=10.0,
)
TWITCH_REVOCATION = Handshake(
    provider="twitch",
    name="Twitch",
    kind="revocation",
    answer=acknowledged("Twitch says that it ended a subscription, and wants that acknowledged; it was."),
    header="Twitch-Eventsub-Message-Type",
    shows=((place("header:Twitch-Eventsub-Message-Type"), "revocation"),),
)
LINE = Handshake(
    provider="line",
    name="LINE",
    kind="verify button",
    answer=acknowledged("Somebody pressed Verify at LINE, which sends no events then; it was acknowledged."),
    header="X-Line-Signature",
    holds=_is_empty("events"),
)
INTERCOM = Handshake(
    provider="intercom",
    name="Intercom",
    kind="ping",
    answer=acknowledged("Intercom asks whether this address answers; it did."),
    shows=((place("json:topic"), "ping"), (place("json:type"), "notification_event")),
)
NOTION = Handshake(
    provider="notion",
    name="Notion",
    kind="verification_token",
    answer=acknowledged(
        "Notion sent its verification token: paste it into Notion to finish the subscription. It is the secret that "
        "its events will be signed with."
    ),
    shows=((place("json:verification_token"), ""),),
    holds=lambda payload: (payload.text(place("json:verification_token")) or "").startswith("secret_"),
    unless=("X-Notion-Signature",),
    secret_at=place("json:verification_token"),
    unsigned=True,
)
WOOCOMMERCE = Handshake(
    provider="woocommerce",
    name="WooCommerce",
    kind="ping",
    answer=acknowledged("WooCommerce made the webhook and asks whether this address answers with exactly 200; it did."),
    form="webhook_id",
    holds=lambda payload: payload.form.keys() == {"webhook_id"} and payload.form["webhook_id"].isdecimal(),
    unless=("X-WC-Webhook-Signature",),
    unsigned=True,
)
MANDRILL_POST = Handshake(
    provider="mandrill",
    name="Mandrill",
    kind="test",
    answer=acknowledged("Mandrill made the webhook and asks whether this address answers; it sent no events."),
    form="mandrill_events",
    holds=lambda payload: payload.form.get("mandrill_events", "").strip() == "[]",
)
MANDRILL = Handshake(
    provider="mandrill",
    name="Mandrill",
    kind="HEAD",
    answer=acknowledged("Mandrill asks whether this address answers; it did."),
    methods=("HEAD",),
    unsigned=True,
    shared=True,
)
TRELLO = Handshake(
    provider="trello",
    name="Trello",
    kind="HEAD",
    answer=acknowledged("Trello asks whether this address answers, and makes the webhook only then; it did."),
    methods=("HEAD",),
    unsigned=True,
    shared=True,
)
HEAD = Handshake(
    provider="",
    name="The sender",
    kind="HEAD",
    answer=acknowledged(
        "The sender (Trello, Mandrill and others ask like this) asks whether this address answers; it did."
    ),
    senders=("trello", "mandrill"),
    methods=("HEAD",),
    unsigned=True,
)
MAILCHIMP = Handshake(
    provider="mailchimp",
    name="Mailchimp",
    kind="GET",
    answer=acknowledged("Mailchimp asks whether this address answers, before it makes the webhook; it did."),
    methods=("GET",),
    holds=_is_bare,
    unsigned=True,
    shared=True,
)

ACKNOWLEDGED: tuple[Handshake, ...] = (
    AWS_SNS,
    GITHUB,
    TWITCH_REVOCATION,
    LINE,
    INTERCOM,
    NOTION,
    WOOCOMMERCE,
    MANDRILL_POST,
    MANDRILL,
    TRELLO,
    HEAD,
    MAILCHIMP,
)
