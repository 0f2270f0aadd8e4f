"""Social networks and streaming."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values

_JSON = ("Content-Type", "application/json")


def _kick(fresh: Fresh) -> Values:
    return {
        "message": fresh.uuid(),
        "delivery": f"01{fresh.upper(24)}",
        "months": fresh.number(2, 30),
        "now": fresh.utc(),
    }


KICK = Sample(
    provider="kick",
    event="chat.message.sent",
    title="Chat message",
    file="chat_message_sent",
    headers=(
        _JSON,
        ("Kick-Event-Message-Id", "${delivery}"),
        ("Kick-Event-Subscription-Id", "01JC8V1QK7H2W4T9N6M3XZ5RBD"),
        ("Kick-Event-Type", "chat.message.sent"),
        ("Kick-Event-Version", "1"),
    ),
    values=_kick,
)


def _linkedin(fresh: Fresh) -> Values:
    number = fresh.number(7_250_000_000_000_000_000, 7_390_000_000_000_000_000)
    return {
        "notification": fresh.number(10_000_000_000, 99_000_000_000),
        "share": str(number - 7_340_000_000),
        "activity": str(number),
        "comment": str(number + 9_120_000_000),
        "millis": fresh.seconds() * 1000 + fresh.number(0, 999),
    }


LINKEDIN = Sample(
    provider="linkedin",
    event="ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS",
    title="Comment on a page’s post",
    file="organization_social_action",
    headers=(("Content-Type", "application/json; charset=utf-8"), ("Accept", "*/*")),
    values=_linkedin,
)


def _meta(fresh: Fresh) -> Values:
    return {
        "seconds": fresh.seconds(),
        "utc": fresh.offset(5).replace("+00:00", "+0000"),
        "post": str(fresh.number(10**17, 9 * 10**17)),
        "comment": str(fresh.number(10**15, 9 * 10**15)),
    }


META = Sample(
    provider="meta",
    event="page.feed",
    title="Comment on a page",
    file="page_feed",
    headers=(("User-Agent", "Webhooks/1.0 (https://fb.me/webhooks)"), ("Accept", "*/*"), _JSON),
    values=_meta,
)


def _tiktok(fresh: Fresh) -> Values:
    return {
        "seconds": fresh.seconds(),
        "publish": str(fresh.number(7_250_000_000_000_000_000, 7_390_000_000_000_000_000)),
        "post": str(fresh.number(7_250_000_000_000_000_000, 7_390_000_000_000_000_000)),
    }


TIKTOK = Sample(
    provider="tiktok",
    event="post.publish.publicly_available",
    title="Post published",
    file="video_publish_completed",
    headers=(("User-Agent", "Go-http-client/1.1"), _JSON),
    values=_tiktok,
)


def _twitch(fresh: Fresh) -> Values:
    return {"delivery": fresh.uuid(), "user": str(fresh.number(10_000_000, 990_000_000)), "now": fresh.utc_exact()}


TWITCH = Sample(
    provider="twitch",
    event="channel.follow",
    title="New follower",
    file="channel_follow",
    headers=(
        ("Content-Type", "application/json"),
        ("Twitch-Eventsub-Message-Id", "${delivery}"),
        ("Twitch-Eventsub-Message-Retry", "0"),
        ("Twitch-Eventsub-Message-Type", "notification"),
        ("Twitch-Eventsub-Subscription-Type", "channel.follow"),
        ("Twitch-Eventsub-Subscription-Version", "2"),
    ),
    values=_twitch,
)


def _whatsapp(fresh: Fresh) -> Values:
    return {
        "wamid": f"HBgNNDkxNTIwMTIzNDU2NxUCABIYIDNB{fresh.upper(36)}A=",
        "seconds": str(fresh.seconds()),
        "size": fresh.number(36, 46),
    }


WHATSAPP = Sample(
    provider="whatsapp",
    event="messages",
    title="Message received",
    file="messages",
    headers=(("User-Agent", "facebookexternalua"), ("Accept", "*/*"), _JSON),
    values=_whatsapp,
)


def _x(fresh: Fresh) -> Values:
    number = fresh.number(1_850_000_000_000_000_000, 1_990_000_000_000_000_000)
    return {
        "number": number,
        "tweet": str(number),
        "created": fresh.now.strftime("%a %b %d %H:%M:%S +0000 %Y"),
        "millis": str(fresh.seconds() * 1000 + fresh.number(0, 999)),
    }


X = Sample(
    provider="x",
    event="tweet_create_events",
    title="Post mentions the account",
    file="tweet_create_events",
    headers=(_JSON,),
    values=_x,
)

SOCIAL = (KICK, LINKEDIN, META, TIKTOK, TWITCH, WHATSAPP, X)
