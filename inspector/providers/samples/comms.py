"""Samples of messages: those of Slack, and all others of the category."""

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
        "millis": fresh.seconds(1) * 1000,
        "minor": fresh.number(100, 990),
        "channel": f"C0{fresh.upper(9)}",
        "user": f"U0{fresh.upper(9)}",
        "file": f"F0{fresh.upper(9)}",
        "view": f"V0{fresh.upper(9)}",
        "view_hash": f"{fresh.seconds(320)}.{fresh.alnum(8)}",
        "avatar": fresh.hex(12),
    }


def _event(event: str, title: str) -> Sample:
    """One of the Events API."""
    return Sample(
        provider="slack",
        event=event,
        title=title,
        file=event,
        headers=_headers("application/json"),
        values=_slack,
    )


def _form(event: str, title: str, file: str) -> Sample:
    """A command, or what somebody did with a button, a menu, a dialog: a form without an id of its own."""
    return Sample(
        provider="slack",
        event=event,
        title=title,
        file=file,
        headers=_headers("application/x-www-form-urlencoded"),
        values=_slack,
        written="form",
        has_id=False,
    )


SLACK = (
    _event("app_mention", "App mentioned"),
    _event("message", "Message posted"),
    _event("reaction_added", "Reaction added"),
    _form("/deploy", "Slash command", "slash_command"),
    _form("block_actions", "Button pressed", "block_actions"),
    _form("view_submission", "Dialog submitted", "view_submission"),
    _form("message_action", "Shortcut used on a message", "message_action"),
    _event("app_home_opened", "Home of the app opened"),
    _event("member_joined_channel", "Member joined a channel"),
    _event("channel_created", "Channel created"),
    _event("team_join", "Member joined the workspace"),
    _event("file_shared", "File shared"),
    _event("link_shared", "Link shared"),
)

COMMS = (*SLACK, *CHAT, *PHONE)
