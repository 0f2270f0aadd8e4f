"""Calls and messages over telephone networks."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values
from inspector.providers.samples.twilio import TWILIO

_JSON = ("Content-Type", "application/json")
_FORM = "application/x-www-form-urlencoded"


def _messagebird(fresh: Fresh) -> Values:
    return {
        "conversation": fresh.hex(32),
        "message": fresh.hex(32),
        "now": fresh.utc_exact(),
        "earlier": fresh.utc_exact(8_640),
    }


MESSAGEBIRD = Sample(
    provider="messagebird",
    event="message.created",
    title="Message received",
    file="message_created",
    headers=(("User-Agent", "MessageBird/ApiConnector"), _JSON),
    values=_messagebird,
)


def _plivo(fresh: Fresh) -> Values:
    return {"uuid": fresh.uuid(), "hour": fresh.number(9, 17), "nonce": str(fresh.number(10**19, 10**20))}


PLIVO = Sample(
    provider="plivo",
    event="received",
    title="Message received",
    file="message",
    headers=(
        ("User-Agent", "Plivo"),
        ("Content-Type", _FORM),
        ("X-Plivo-Signature-V3-Nonce", "${nonce}"),
    ),
    values=_plivo,
    written="form",
)


def _telnyx(fresh: Fresh) -> Values:
    return {
        "event": fresh.uuid(),
        "message": fresh.uuid(),
        "order": fresh.number(10_400, 98_000),
        "now": fresh.utc_exact().replace("Z", "+00:00"),
    }


TELNYX = Sample(
    provider="telnyx",
    event="message.received",
    title="Message received",
    file="message_received",
    headers=(("User-Agent", "telnyx-webhooks"), _JSON),
    values=_telnyx,
)


def _vonage(fresh: Fresh) -> Values:
    return {
        "message": fresh.uuid(),
        "workflow": f"3TcNjguHxr2vcCZ9Ddsnq6tw8yQUpZ9rMHv9Q{fresh.alnum(3)}",
        "order": fresh.number(10_400, 98_000),
        "now": fresh.utc(),
    }


VONAGE = Sample(
    provider="vonage",
    event="delivered",
    title="Message delivered",
    file="message_status",
    headers=(("User-Agent", "Apache-HttpClient/4.5.13 (Java/11.0.25)"), _JSON),
    values=_vonage,
)

PHONE = (MESSAGEBIRD, PLIVO, TELNYX, *TWILIO, VONAGE)
