"""Messages, chat, mail, telephony."""

from inspector.providers.entries.chat import CHAT
from inspector.providers.entries.phone import PHONE
from inspector.providers.entries.plivo import PLIVO
from inspector.providers.entries.twilio import TWILIO
from inspector.providers.layout import Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

SLACK = Provider(
    id="slack",
    name="Slack",
    category="comms",
    monogram="SL",
    secret_words="the app’s signing secret",
    secret_where="Slack shows it under api.slack.com/apps › your app › Basic Information › App Credentials.",
    marks=(Mark(headers=("X-Slack-Signature",)), Mark(agent="Slackbot 1.0", precedence=42)),
    schemes=(
        Scheme(
            id="slack-v0",
            algorithm="hmac-sha256",
            place=place("header:X-Slack-Signature"),
            layout=Single(prefix="v0="),
            message=message("v0:{X-Slack-Request-Timestamp}:{body}"),
            timestamp=Timestamp(part="X-Slack-Request-Timestamp", tolerance_s=300),
        ),
    ),
    event=places("json:event.type", "json:type", "form:command"),
    delivery_id=places("json:event_id"),
    retry_counter=places("header:X-Slack-Retry-Num"),
    gists=(
        ("/*", "{form:command} {form:text?} · {form:channel_name, form:channel_id} · {form:user_name, form:user_id}"),
        ("message", "{event.channel} · {event.user, event.bot_id} · {event.text}"),
        ("app_mention", "{event.channel} · {event.user} · {event.text}"),
        ("reaction_*", "{event.item.channel} · {event.user} · :{event.reaction}:"),
        ("channel_*", "{event.channel.name, event.channel.id, event.channel} · {event.user, event.channel.creator}"),
        ("app_home_opened", "{event.tab} · {event.channel} · {event.user}"),
        ("team_join", "{event.user.real_name, event.user.name} · {event.user.id}"),
        ("file_*", "{event.channel_id?} · {event.file_id, event.file.id} · {event.user_id}"),
        ("link_shared", "{event.channel} · {event.links.0.url} · {event.user}"),
        ("block_actions", "{actions.0.action_id} · {channel.name, channel.id} · {user.username, user.name, user.id}"),
        ("view_*", "{view.callback_id, view.id} · {user.username, user.name, user.id}"),
        (
            "*",
            (
                "{callback_id, event.callback_id} · {event.channel, event.channel.name, channel.name} · "
                "{event.user, event.user.id, event.user_id, user.username, user.id, team_id}"
            ),
        ),
    ),
    sensitive=places("json:token", "form:token"),
    deadline_s=3.0,
    retry_policy="3 times: at once, after 1 minute, after 5 minutes",
    wrong_secrets=(
        ("xoxb-", "a bot token"),
        ("xoxp-", "a user token"),
        ("xapp-", "an app-level token"),
        ("https://hooks.slack.com/", "the URL of an incoming webhook"),
    ),
    sources=(
        "pypi slack_sdk 3.47.0 signature and its tests",
        "npm @slack/bolt 5.1.0 verify-request.js",
    ),
    evidence="published vector",
    doubts=("the User-Agent is not confirmed",),
)

COMMS = (SLACK, *CHAT, *PHONE, PLIVO, TWILIO)
