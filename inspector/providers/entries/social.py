"""Social networks and streaming."""

from inspector.providers.layout import Pairs, Single
from inspector.providers.message import message
from inspector.providers.payload import Payload, step_into
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

HUB_256 = place("header:X-Hub-Signature-256")
_OBJECT = place("json:object")
_BEGINNING = place("body:text")
"""Of a body that was cut off or changed on its way, and is no JSON any more."""
_FIELD = place("json:entry.0.changes.0.field")
_ENVELOPE = ("sender", "recipient", "timestamp")
"""What every entry of a conversation holds beside the event itself."""


def meta_event(payload: Payload) -> str | None:
    """The object and what changed in it, `page.feed`; of a conversation what came, `page.message`."""
    of = payload.text(_OBJECT)
    if not of:
        return None
    field = payload.text(_FIELD)
    if not field:
        said = step_into(payload.document, ("entry", "0", "messaging", "0"))
        field = next((name for name in said if name not in _ENVELOPE), None) if isinstance(said, dict) else None
    return f"{of}.{field}" if field else of


def x_event(payload: Payload) -> str | None:
    """Activities stand in a list whose name says what they are: `tweet_create_events`."""
    document = payload.document
    if not isinstance(document, dict):
        return None
    return next((name for name in document if name.endswith("_events") or name == "user_event"), None)


KICK = Provider(
    id="kick",
    name="Kick",
    category="social",
    monogram="KI",
    secret_words="Kick’s public key",
    secret_where="Kick shows its public key in the documentation of its webhooks; it is the same for all apps.",
    marks=(Mark(headers=("Kick-Event-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="kick-rsa",
            algorithm="rsa-sha256",
            place=place("header:Kick-Event-Signature"),
            layout=Single(),
            message=message("{Kick-Event-Message-Id}.{Kick-Event-Message-Timestamp}.{body}"),
            encoding="base64",
            keys=("public",),
            timestamp=Timestamp(part="Kick-Event-Message-Timestamp", unit="iso8601"),
        ),
    ),
    event=places("header:Kick-Event-Type"),
    delivery_id=places("header:Kick-Event-Message-Id"),
    gists=(
        ("chat.*", "{broadcaster.username} · {sender.username} · {content}"),
        ("*", "{broadcaster.username} · {follower.username, subscriber.username, gifter.username, title}"),
    ),
    level="secondary",
    sources=("nuxt-webhook-validators (npm) 0.2.12",),
    doubts=("Kick-Event-Type",),
)

LINKEDIN = Provider(
    id="linkedin",
    name="LinkedIn",
    category="social",
    monogram="IN",
    secret_words="the app’s client secret",
    secret_where="LinkedIn shows it in the Developer Portal: your app › Auth › Primary Client Secret.",
    marks=(Mark(headers=("X-LI-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="linkedin-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-LI-Signature"),
            layout=Single(),
            message=message("hmacsha256={body}"),
        ),
    ),
    event=places("json:type"),
    delivery_id=places("json:notificationId", "json:notifications.0.notificationId"),
    gists=(
        (
            "*",
            "{notifications.0.action, action, leadAction} · {notifications.0.sourcePost, sourcePost}",
        ),
    ),
    level="secondary",
    sources=(
        "hookdeck/webhook-skills, providers.yaml",
        "a public table of providers (independent implementation)",
    ),
    doubts=("that notifications of a page stand in a list",),
)

META = Provider(
    id="meta",
    name="Meta",
    category="social",
    monogram="ME",
    secret_words="the app secret",
    secret_where="Meta shows it in the App Dashboard: App settings › Basic › App secret.",
    marks=(
        *(
            Mark(headers=("X-Hub-Signature-256",), shows=((_OBJECT, name),), precedence=45)
            for name in ("page", "instagram", "user", "permissions")
        ),
        *(
            Mark(headers=("X-Hub-Signature",), shows=((_OBJECT, name),), precedence=45)
            for name in ("page", "instagram", "user", "permissions")
        ),
        Mark(headers=("X-Hub-Signature-256",), shows=((_OBJECT, "*"), (place("json:entry.0.id"), "*")), precedence=46),
        Mark(headers=("X-Hub-Signature-256",), shows=((_BEGINNING, '{"object":"*'),), precedence=47),
        Mark(agent="facebookexternalua", precedence=48),
        Mark(agent="Webhooks/1.0", precedence=48),
    ),
    schemes=(
        Scheme(id="meta-sha256", algorithm="hmac-sha256", place=HUB_256, layout=Single(prefix="sha256=")),
        Scheme(
            id="meta-sha1",
            algorithm="hmac-sha1",
            place=place("header:X-Hub-Signature"),
            layout=Single(prefix="sha1="),
            alongside=True,
        ),
    ),
    event=(_OBJECT,),
    event_named=meta_event,
    event_key=places("json:entry.0.messaging.0.message.mid", "json:entry.0.changes.0.value.id"),
    gists=(
        ("*.message", "{entry.0.messaging.0.sender.id} · {entry.0.messaging.0.message.text}"),
        ("*.comments", "{entry.0.changes.0.value.from.username} · {entry.0.changes.0.value.text}"),
        (
            "*",
            (
                "{entry.0.changes.0.value.from.name, entry.0.id} · {entry.0.changes.0.value.verb?} "
                "{entry.0.changes.0.value.item?} · {entry.0.changes.0.value.message}"
            ),
        ),
    ),
    retry_policy="at once, then ever more rarely for 36 hours",
    level="secondary",
    sources=(
        "hookdeck/webhook-skills, providers.yaml",
        "n8n-nodes-base (npm) 2.41.2, FacebookTrigger",
        "nuxt-webhook-validators (npm) 0.2.12",
    ),
    doubts=(
        "the User-Agent",
        "entry[].id names the page or account and not the delivery: deliveries have no id",
    ),
)

TIKTOK = Provider(
    id="tiktok",
    name="TikTok",
    category="social",
    monogram="TT",
    secret_words="the app’s client secret",
    secret_where="TikTok shows it on its developers’ page: Manage apps › your app › App details › Client secret.",
    marks=(Mark(headers=("TikTok-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="tiktok-s",
            algorithm="hmac-sha256",
            place=place("header:TikTok-Signature"),
            layout=Pairs(name="s", fields=("t",)),
            message=message("{t}.{body}", fields=("t",)),
            timestamp=Timestamp(part="t", tolerance_s=300),
        ),
    ),
    event=places("json:event"),
    gists=(("*", "{event} · {user_openid}"),),
    level="secondary",
    sources=(
        "hookdeck/webhook-skills, providers.yaml",
        "a public table of providers (independent implementation)",
    ),
    doubts=("that a time older than 5 minutes is refused is convention, not TikTok’s library",),
)

_TWITCH_ID = "Twitch-Eventsub-Message-Id"
_TWITCH_TIME = "Twitch-Eventsub-Message-Timestamp"

TWITCH = Provider(
    id="twitch",
    name="Twitch",
    category="social",
    monogram="TV",
    secret_words="the subscription’s secret",
    secret_where="Twitch never shows it: it is what your app gave as transport.secret when it subscribed.",
    marks=(Mark(headers=("Twitch-Eventsub-Message-Signature",)),),
    schemes=(
        Scheme(
            id="twitch-sha256",
            algorithm="hmac-sha256",
            place=place("header:Twitch-Eventsub-Message-Signature"),
            layout=Single(prefix="sha256="),
            message=message(f"{{{_TWITCH_ID}}}{{{_TWITCH_TIME}}}{{body}}"),
            timestamp=Timestamp(part=_TWITCH_TIME, unit="iso8601", tolerance_s=600),
        ),
    ),
    event=places("header:Twitch-Eventsub-Subscription-Type"),
    delivery_id=places(f"header:{_TWITCH_ID}"),
    retry_counter=places("header:Twitch-Eventsub-Message-Retry"),
    gists=(
        (
            "*",
            (
                "{event.broadcaster_user_name, event.from_broadcaster_user_name} · "
                "{event.user_name, event.to_broadcaster_user_name, event.type, event.title}"
            ),
        ),
    ),
    sources=(
        "dev.twitch.tv, handling webhook events",
        "@twurple/eventsub-http (npm) 8.1.4",
        "nuxt-webhook-validators (npm) 0.2.12",
    ),
    doubts=("which values Twitch-Eventsub-Message-Retry takes",),
)

WHATSAPP = Provider(
    id="whatsapp",
    name="WhatsApp",
    category="social",
    monogram="WA",
    secret_words="the app secret",
    secret_where="Meta shows it in the App Dashboard: App settings › Basic › App secret.",
    marks=(
        Mark(headers=("X-Hub-Signature-256",), shows=((_OBJECT, "whatsapp_business_account"),), precedence=35),
        Mark(shows=((_OBJECT, "whatsapp_business_account"),), precedence=35),
        Mark(
            headers=("X-Hub-Signature-256",),
            shows=((_BEGINNING, '{"object":"whatsapp_business_account"*'),),
            precedence=44,
        ),
    ),
    schemes=(Scheme(id="whatsapp-sha256", algorithm="hmac-sha256", place=HUB_256, layout=Single(prefix="sha256=")),),
    event=(_FIELD,),
    delivery_id=places("json:entry.0.changes.0.value.messages.0.id", "json:entry.0.changes.0.value.statuses.0.id"),
    gists=(
        (
            "*",
            (
                "{entry.0.changes.0.value.contacts.0.profile.name, entry.0.changes.0.value.messages.0.from, "
                "entry.0.changes.0.value.statuses.0.recipient_id} · {entry.0.changes.0.value.messages.0.text.body, "
                "entry.0.changes.0.value.messages.0.type, entry.0.changes.0.value.statuses.0.status}"
            ),
        ),
    ),
    retry_policy="ever more rarely for up to 7 days",
    level="secondary",
    sources=("hookdeck/webhook-skills, providers.yaml", "n8n-nodes-base (npm) 2.41.2, WhatsAppTrigger"),
)

X = Provider(
    id="x",
    name="X",
    category="social",
    monogram="X",
    secret_words="the app’s consumer secret",
    secret_where="X shows it once in the Developer Portal: your app › Keys and tokens › API Key Secret.",
    marks=(Mark(headers=("x-twitter-webhooks-signature",)),),
    schemes=(
        Scheme(
            id="x-sha256",
            algorithm="hmac-sha256",
            place=place("header:x-twitter-webhooks-signature"),
            layout=Single(prefix="sha256="),
            encoding="base64",
        ),
    ),
    event=places("json:for_user_id"),
    event_named=x_event,
    gists=(
        ("tweet_create_events", "{tweet_create_events.0.user.screen_name} · {tweet_create_events.0.text}"),
        ("favorite_events", "{favorite_events.0.user.screen_name} · {favorite_events.0.favorited_status.text}"),
        ("follow_events", "{follow_events.0.source.screen_name} → {follow_events.0.target.screen_name}"),
        ("direct_message_events", "{direct_message_events.0.message_create.message_data.text}"),
        ("*", "{for_user_id}"),
    ),
    deadline_s=10.0,
    sources=("xdevplatform/docs, x-api/webhooks/quickstart.mdx", "hookdeck/webhook-skills, providers.yaml"),
    doubts=("waits 10 s (secondary source)",),
)

SOCIAL = (KICK, LINKEDIN, META, TIKTOK, TWITCH, WHATSAPP, X)
