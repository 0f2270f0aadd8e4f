"""Chat, bots and meetings."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values

_JSON = ("Content-Type", "application/json")


def _discord(fresh: Fresh) -> Values:
    snowflake = (fresh.seconds() * 1000 - 1_420_070_400_000) << 22
    return {
        "id": str(snowflake + fresh.number(0, 4095)),
        "message": str(snowflake - (61_000 << 22)),
        "revision": fresh.hex(7),
        "token": fresh.alnum(160),
    }


DISCORD = Sample(
    provider="discord",
    event="APPLICATION_COMMAND",
    title="Slash command",
    file="application_command",
    headers=(("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)"), _JSON),
    values=_discord,
)


def _getstream(fresh: Fresh) -> Values:
    return {
        "webhook": fresh.uuid(),
        "channel": fresh.number(2_000, 9_000),
        "message": f"lena-hoffmann-{fresh.uuid()}",
        "now": fresh.utc_exact(),
        "earlier": fresh.utc_exact(3_400),
    }


GETSTREAM = Sample(
    provider="getstream",
    event="message.new",
    title="Message sent",
    file="message_new",
    headers=(
        ("User-Agent", "Go-http-client/1.1"),
        _JSON,
        ("X-Api-Key", "zb3k8q2vtn57"),
        ("X-Webhook-Id", "${webhook}"),
        ("X-Webhook-Attempt", "1"),
        ("Accept-Encoding", "gzip"),
    ),
    values=_getstream,
)


def _line(fresh: Fresh) -> Values:
    return {
        "message": str(fresh.number(5 * 10**17, 6 * 10**17)),
        "quote": fresh.alnum(86),
        "event": f"01{fresh.upper(24)}",
        "millis": fresh.seconds() * 1000 + fresh.number(0, 999),
        "reply": fresh.hex(32),
    }


LINE = Sample(
    provider="line",
    event="message",
    title="Message to the bot",
    file="message",
    headers=(("Content-Type", "application/json; charset=utf-8"), ("User-Agent", "LineBotWebhook/2.0")),
    values=_line,
)


def _teams(fresh: Fresh) -> Values:
    return {
        "id": str(fresh.seconds() * 1000 + fresh.number(0, 999)),
        "now": fresh.utc_exact(),
        "local": fresh.offset(),
        "warehouse": fresh.pick(("Hamburg", "Rotterdam", "Antwerp")),
    }


MS_TEAMS = Sample(
    provider="ms-teams",
    event="message",
    title="Outgoing webhook mentioned",
    file="message",
    headers=(("Content-Type", "application/json; charset=utf-8"), ("User-Agent", "Microsoft-SkypeBotApi")),
    values=_teams,
)


def _telegram(fresh: Fresh) -> Values:
    return {
        "update": fresh.number(480_000_000, 490_000_000),
        "message": fresh.number(1_200, 9_800),
        "seconds": fresh.seconds(),
        "region": fresh.pick(("eu", "us", "ap")),
    }


TELEGRAM = Sample(
    provider="telegram",
    event="message",
    title="Message to the bot",
    file="message",
    headers=(_JSON, ("Accept-Encoding", "gzip, deflate")),
    values=_telegram,
)


def _webex(fresh: Fresh) -> Values:
    return {"message": f"Y2lzY29zcGFyazovL3VzL01FU1NBR0Uv{fresh.alnum(48)}", "now": fresh.utc_exact()[:-4] + "Z"}


WEBEX = Sample(
    provider="webex",
    event="messages.created",
    title="Message posted",
    file="messages_created",
    headers=(("Content-Type", "application/json; charset=utf-8"), ("TrackingID", "NA_1f0c9d7e-2b6a-4c1e")),
    values=_webex,
)


def _zoom(fresh: Fresh) -> Values:
    minutes = fresh.number(24, 58)
    return {
        "tracking": f"v=2.0;clid=us06;rid=WEB_{fresh.hex(32)}",
        "millis": fresh.seconds() * 1000 + fresh.number(0, 999),
        "meeting": str(fresh.number(80_000_000_000, 89_999_999_999)),
        "uuid": f"{fresh.alnum(22)}==",
        "minutes": minutes,
        "earlier": fresh.utc(minutes * 60),
        "now": fresh.utc(),
    }


ZOOM = Sample(
    provider="zoom",
    event="meeting.ended",
    title="Meeting ended",
    file="meeting_ended",
    headers=(
        ("User-Agent", "Zoom Marketplace/1.0a"),
        ("Content-Type", "application/json; charset=utf-8"),
        ("clientid", "q8kZ2bXfQ5GmHt7RvYw4Ng"),
        ("x-zm-trackingid", "${tracking}"),
    ),
    values=_zoom,
)

CHAT = (DISCORD, GETSTREAM, LINE, MS_TEAMS, TELEGRAM, WEBEX, ZOOM)
