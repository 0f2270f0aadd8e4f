"""Chat, bots and meetings."""

from inspector.providers.entries.getstream import GETSTREAM_SCHEMES
from inspector.providers.layout import Single
from inspector.providers.message import message
from inspector.providers.payload import Payload
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

INTERACTIONS = {
    "1": "PING",
    "2": "APPLICATION_COMMAND",
    "3": "MESSAGE_COMPONENT",
    "4": "APPLICATION_COMMAND_AUTOCOMPLETE",
    "5": "MODAL_SUBMIT",
}
"""Discord's kinds of interactions by their numbers."""

_TYPE = place("json:type")
_EVENT_TYPE = place("json:event.type")


def discord_event(payload: Payload) -> str | None:
    """An event by its name; an interaction, which has a number only, by what that stands for."""
    named = payload.text(_EVENT_TYPE)
    if named:
        return named
    number = payload.text(_TYPE)
    return "PING" if number == "0" else INTERACTIONS.get(number or "", number)


def telegram_event(payload: Payload) -> str | None:
    """What an update holds is its other field: `message`, `callback_query`."""
    document = payload.document
    if not isinstance(document, dict) or "update_id" not in document:
        return None
    return next((name for name in document if name != "update_id"), None)


DISCORD = Provider(
    id="discord",
    name="Discord",
    category="comms",
    monogram="DC",
    secret_words="the application’s public key",
    secret_where="Discord shows it in the Developer Portal: your application › General Information › Public Key.",
    marks=(Mark(headers=("X-Signature-Ed25519",)), Mark(agent="Discord-Interactions", precedence=42)),
    schemes=(
        Scheme(
            id="discord-ed25519",
            algorithm="ed25519",
            place=place("header:X-Signature-Ed25519"),
            layout=Single(),
            message=message("{X-Signature-Timestamp}{body}"),
            keys=("public",),
            timestamp=Timestamp(part="X-Signature-Timestamp"),
        ),
    ),
    event=(_EVENT_TYPE, _TYPE),
    event_named=discord_event,
    delivery_id=places("json:id"),
    gists=(
        (
            "APPLICATION_COMMAND*",
            "/{data.name} {data.options.0.value?} · {channel.name?} · {member.user.username, user.username}",
        ),
        ("MESSAGE_COMPONENT", "{data.custom_id} · {member.user.username, user.username}"),
        ("MODAL_SUBMIT", "{data.custom_id} · {member.user.username, user.username}"),
        (
            "*",
            "{event.data.guild.name?} · {event.data.user.username, event.data.user_id, user.username, application_id}",
        ),
    ),
    deadline_s=3.0,
    retry_policy="webhook events several times, for up to 10 minutes; interactions never",
    evidence="official library",
    sources=(
        "discord/discord-api-docs, interactions/overview.mdx and events/webhook-events.mdx",
        "discord-interactions (npm) 4.4.0",
    ),
    doubts=("the User-Agent",),
)

GETSTREAM = Provider(
    id="getstream",
    name="Stream",
    category="comms",
    monogram="GS",
    secret_words="the app’s API secret",
    secret_where="Stream shows it in its dashboard on the page of the app: App Access Keys › Secret.",
    marks=(
        Mark(headers=("X-Signature", "X-Api-Key"), precedence=55),
        Mark(headers=("X-Signature",), shows=((place("json:type"), "*.*"), (place("json:cid"), "*:*")), precedence=55),
    ),
    schemes=GETSTREAM_SCHEMES,
    event=places("json:type"),
    delivery_id=places("header:X-Webhook-Id"),
    gists=(
        ("message.*", "{channel_id, cid} · {user.name, user.id} · {message.text}"),
        ("*", "{channel_id, cid?} · {user.name, user.id}"),
    ),
    evidence="official library",
    sources=("stream-chat (PyPI) 4.33.0, base/client.py",),
    doubts=("X-Webhook-Id and X-Api-Key",),
)

LINE = Provider(
    id="line",
    name="LINE",
    category="comms",
    monogram="LM",
    secret_words="the channel secret",
    secret_where="LINE shows it in the Developers Console: your channel › Basic settings › Channel secret.",
    marks=(Mark(headers=("X-Line-Signature",)), Mark(agent="LineBotWebhook", precedence=42)),
    schemes=(
        Scheme(
            id="line-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Line-Signature"),
            layout=Single(),
            encoding="base64",
        ),
    ),
    event=places("json:events.0.type"),
    delivery_id=places("json:events.0.webhookEventId"),
    retry_counter=places("json:events.0.deliveryContext.isRedelivery"),
    gists=(
        (
            "message",
            "{events.0.source.groupId, events.0.source.userId} · {events.0.message.text, events.0.message.type}",
        ),
        ("postback", "{events.0.source.userId} · {events.0.postback.data}"),
        ("*", "{events.0.source.groupId, events.0.source.userId} · {events.0.mode}"),
    ),
    evidence="published vector",
    sources=("line-bot-sdk (PyPI) 3.27.0, v3/webhook.py", "line/line-bot-sdk-python, tests/test_signature.py"),
    doubts=(
        "the User-Agent LineBotWebhook/2.0",
        "webhookEventId and deliveryContext.isRedelivery",
        "one delivery holds several events; the first one names it",
    ),
)

_AUTHORIZATION = place("header:Authorization")

MS_TEAMS = Provider(
    id="ms-teams",
    name="Microsoft Teams",
    category="comms",
    monogram="MT",
    secret_words="the outgoing webhook’s security token",
    secret_where="Teams shows it once, when the outgoing webhook is made.",
    marks=(
        Mark(
            headers=("Authorization",),
            shows=((_AUTHORIZATION, "HMAC *"), (place("json:channelId"), "msteams")),
            precedence=45,
        ),
        Mark(headers=("Authorization",), shows=((_AUTHORIZATION, "HMAC *"),), precedence=80),
    ),
    schemes=(
        Scheme(
            id="ms-teams-sha256",
            algorithm="hmac-sha256",
            place=_AUTHORIZATION,
            layout=Single(prefix="HMAC "),
            encoding="base64",
            keys=("base64",),
        ),
    ),
    event=places("json:type"),
    delivery_id=places("json:id"),
    gists=(("*", "{from.name} · {text|text}"),),
    level="secondary",
    sources=("a public table of providers (independent implementation)",),
    doubts=("that channelId is “msteams”",),
)

TELEGRAM = Provider(
    id="telegram",
    name="Telegram",
    category="comms",
    monogram="TG",
    secret_words="the bot’s secret_token",
    secret_where="Telegram never shows it: it is what your call of setWebhook gave as secret_token.",
    marks=(
        Mark(headers=("X-Telegram-Bot-Api-Secret-Token",), precedence=30),
        Mark(shows=((place("json:update_id"), "*"),), precedence=30),
    ),
    schemes=(
        Scheme(
            id="telegram-token",
            algorithm="token",
            place=place("header:X-Telegram-Bot-Api-Secret-Token"),
            layout=Single(),
            encoding="plain",
        ),
    ),
    event=places("json:update_id"),
    event_named=telegram_event,
    delivery_id=places("json:update_id"),
    gists=(
        (
            "*message",
            (
                "{message.chat.title, edited_message.chat.title, message.from.username, message.from.first_name, "
                "edited_message.from.first_name} · {message.text, message.caption, edited_message.text}"
            ),
        ),
        ("callback_query", "{callback_query.from.username, callback_query.from.first_name} · {callback_query.data}"),
        ("inline_query", "{inline_query.from.username, inline_query.from.first_name} · {inline_query.query}"),
        ("channel_post", "{channel_post.chat.title} · {channel_post.text}"),
        ("*", "update {update_id}"),
    ),
    sensitive=places("header:X-Telegram-Bot-Api-Secret-Token"),
    level="secondary",
    sources=("n8n-nodes-base (npm) 2.41.2, TelegramTrigger",),
    doubts=("that a secret_token holds A-Z, a-z, 0-9, _ and - alone",),
)

WEBEX = Provider(
    id="webex",
    name="Webex",
    category="comms",
    monogram="WB",
    secret_words="the webhook’s secret",
    secret_where="Webex never shows it: it is what your call gave as secret when the webhook was made.",
    marks=(Mark(headers=("X-Spark-Signature",), precedence=25),),
    schemes=(Scheme(id="webex-sha1", algorithm="hmac-sha1", place=place("header:X-Spark-Signature"), layout=Single()),),
    event=places("json:event"),
    event_parts=places("json:resource", "json:event"),
    gists=(("*", "{name} · {data.personEmail, data.title, data.id}"),),
    level="secondary",
    sources=("n8n-nodes-base (npm) 2.41.2",),
)

ZOOM = Provider(
    id="zoom",
    name="Zoom",
    category="comms",
    monogram="ZM",
    secret_words="the app’s secret token",
    secret_where="Zoom shows it in the App Marketplace: your app › Features › Access › Secret Token.",
    marks=(Mark(headers=("x-zm-signature",)),),
    schemes=(
        Scheme(
            id="zoom-v0",
            algorithm="hmac-sha256",
            place=place("header:x-zm-signature"),
            layout=Single(prefix="v0="),
            message=message("v0:{x-zm-request-timestamp}:{body}"),
            timestamp=Timestamp(part="x-zm-request-timestamp", tolerance_s=300),
        ),
    ),
    event=places("json:event"),
    delivery_id=places("header:x-zm-trackingid"),
    gists=(
        ("meeting.participant*", "{payload.object.topic} · {payload.object.participant.user_name}"),
        ("meeting.*", "{payload.object.topic} · {payload.object.id}"),
        ("*", "{payload.object.topic, payload.object.email, payload.object.id, payload.account_id}"),
    ),
    deadline_s=3.0,
    level="secondary",
    sources=(
        "developers.zoom.us, changelog of webhook URL validation",
        "hookdeck/webhook-skills, providers.yaml",
        "a public table of providers (independent implementation)",
    ),
    doubts=(
        "x-zm-trackingid",
        "when Zoom tries again",
        "that a time older than 5 minutes is refused is convention, not Zoom’s library",
    ),
)

CHAT = (DISCORD, GETSTREAM, LINE, MS_TEAMS, TELEGRAM, WEBEX, ZOOM)
