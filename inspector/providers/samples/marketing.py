"""Campaigns and notifications."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values

_JSON = ("Content-Type", "application/json")


def _courier(fresh: Fresh) -> Values:
    now = fresh.seconds() * 1000
    return {
        "id": f"1-{fresh.hex(8)}-{fresh.hex(24)}",
        "run": fresh.uuid(),
        "reference": fresh.alnum(22),
        "enqueued": now - 4_210,
        "sent": now - 2_730,
        "delivered": now - 612,
    }


COURIER = Sample(
    provider="courier",
    event="message:updated",
    title="Notification delivered",
    file="message_updated",
    headers=(("User-Agent", "axios/1.7.9"), _JSON),
    values=_courier,
)


def _customerio(fresh: Fresh) -> Values:
    return {"id": f"01{fresh.upper(24)}", "delivery": f"dg{fresh.alnum(20)}AAE=", "seconds": fresh.seconds(2)}


CUSTOMERIO = Sample(
    provider="customerio",
    event="email.opened",
    title="Mail opened",
    file="email_opened",
    headers=(("User-Agent", "Customer.io Web Hooks 1.0"), _JSON),
    values=_customerio,
)


def _klaviyo(fresh: Fresh) -> Values:
    return {
        "external": fresh.uuid(),
        "event": fresh.alnum(11),
        "message": fresh.upper(23),
        "uuid": fresh.uuid(),
        "campaign": fresh.number(2024, 2026),
        "seconds": fresh.seconds(2),
        "stamp": fresh.seconds(),
        "now": fresh.offset(2),
    }


KLAVIYO = Sample(
    provider="klaviyo",
    event="event:klaviyo.opened_email",
    title="Mail opened",
    file="opened_email",
    headers=(
        ("User-Agent", "Klaviyo/1.0"),
        _JSON,
        ("Klaviyo-Timestamp", "${stamp}"),
        ("Klaviyo-Webhook-Id", "01JC2T7Q5W8R0M4X6Z9BKDHVNE"),
    ),
    values=_klaviyo,
)


def _knock(fresh: Fresh) -> Values:
    return {
        "id": fresh.uuid(),
        "message": fresh.alnum(27),
        "outbound": fresh.alnum(22),
        "order": fresh.number(10_400, 98_000),
        "now": fresh.utc_exact(),
        "earlier": fresh.utc_exact(4),
    }


KNOCK = Sample(
    provider="knock",
    event="message.delivered",
    title="Notification delivered",
    file="message_delivered",
    headers=(("User-Agent", "Knock/1.0"), _JSON),
    values=_knock,
)


def _mailchimp(fresh: Fresh) -> Values:
    return {
        "fired": fresh.utc(1).replace("T", " ").replace("Z", ""),
        "id": fresh.hex(10),
        "web": fresh.number(400_000_000, 990_000_000),
    }


MAILCHIMP = Sample(
    provider="mailchimp",
    event="subscribe",
    title="Address subscribed",
    file="subscribe",
    headers=(("User-Agent", "MailChimp"), ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")),
    values=_mailchimp,
    written="form",
)

MARKETING = (COURIER, CUSTOMERIO, KLAVIYO, KNOCK, MAILCHIMP)
