"""Messages, chat, mail, telephony."""

from inspector.providers.samples.chat import CHAT
from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.phone import PHONE
from inspector.providers.samples.sample import Sample, Values


def _headers(content_type: str) -> tuple[tuple[str, str], ...]:
    return (
        ("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)"),
        ("Accept-Encoding", "gzip,deflate"),
        ("Accept", "*/*"),
        ("Content-Type", content_type),
    )


def _slack(fresh: Fresh) -> Values:
    return {
        "event_id": f"Ev0{fresh.upper(9)}",
        "message_id": fresh.uuid(),
        "context": fresh.alnum(60),
        "trigger": f"{fresh.number(10**12, 10**13)}.{fresh.number(10**11, 10**12)}.{fresh.hex(32)}",
        "response": f"{fresh.number(10**12, 10**13)}/{fresh.alnum(24)}",
        "block": fresh.alnum(5),
        "release": f"2.{fresh.number(10, 60)}.{fresh.number(0, 9)}",
        "minutes": fresh.number(3, 40),
        "reaction": fresh.pick(("eyes", "white_check_mark", "tada", "rocket")),
        "ts": fresh.slack_ts(1),
        "earlier_ts": fresh.slack_ts(320),
        "time": fresh.seconds(1),
    }


APP_MENTION = Sample(
    provider="slack",
    event="app_mention",
    title="App mentioned",
    file="app_mention",
    headers=_headers("application/json"),
    values=_slack,
)
MESSAGE = Sample(
    provider="slack",
    event="message",
    title="Message posted",
    file="message",
    headers=_headers("application/json"),
    values=_slack,
)
REACTION_ADDED = Sample(
    provider="slack",
    event="reaction_added",
    title="Reaction added",
    file="reaction_added",
    headers=_headers("application/json"),
    values=_slack,
)
SLASH_COMMAND = Sample(
    provider="slack",
    event="/deploy",
    title="Slash command",
    file="slash_command",
    headers=_headers("application/x-www-form-urlencoded"),
    values=_slack,
    written="form",
    has_id=False,
)

COMMS = (
    APP_MENTION,
    MESSAGE,
    REACTION_ADDED,
    SLASH_COMMAND,
    *CHAT,
    *PHONE,
)
