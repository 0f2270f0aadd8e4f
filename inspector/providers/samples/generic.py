"""Standards that many senders follow."""

from inspector.providers.samples.fresh import Fresh, money
from inspector.providers.samples.sample import Sample, Values

SVIX_HEADERS = (
    ("User-Agent", "Svix-Webhooks/1.82.0 (sender-${sender}; +https://www.svix.com/http-sender/)"),
    ("Accept", "*/*"),
    ("Content-Type", "application/json"),
    ("svix-id", "msg_${message}"),
)
STANDARD_HEADERS = (
    ("User-Agent", "Tidewater-Webhooks/2.3"),
    ("Accept", "*/*"),
    ("Content-Type", "application/json"),
    ("webhook-id", "msg_${message}"),
)


def _values(fresh: Fresh) -> Values:
    amount = fresh.number(1_900, 98_000)
    return {
        "sender": fresh.alnum(5),
        "message": f"3{fresh.alnum(26)}",
        "user": fresh.alnum(27),
        "email": fresh.alnum(27),
        "id": fresh.uuid(),
        "tracking": f"00{fresh.number(10**17, 10**18 - 1)}",
        "number": f"2026-{fresh.number(1, 9_999):04d}",
        "amount": money(amount),
        "now": fresh.utc_exact(),
        "millis": fresh.seconds() * 1000,
    }


USER_CREATED = Sample(
    provider="svix",
    event="user.created",
    title="User signed up",
    file="user.created",
    headers=SVIX_HEADERS,
    values=_values,
)
EMAIL_DELIVERED = Sample(
    provider="svix",
    event="notification.delivered",
    title="Mail delivered",
    file="notification.delivered",
    headers=SVIX_HEADERS,
    values=_values,
)
SUBSCRIPTION_RENEWED = Sample(
    provider="svix",
    event="subscription.renewed",
    title="Subscription renewed",
    file="subscription.renewed",
    headers=SVIX_HEADERS,
    values=_values,
)
CONTACT_CREATED = Sample(
    provider="standard-webhooks",
    event="contact.created",
    title="Contact created",
    file="contact.created",
    headers=STANDARD_HEADERS,
    values=_values,
)
INVOICE_PAID = Sample(
    provider="standard-webhooks",
    event="invoice.paid",
    title="Invoice paid",
    file="invoice.paid",
    headers=STANDARD_HEADERS,
    values=_values,
)
ORDER_SHIPPED = Sample(
    provider="standard-webhooks",
    event="order.shipped",
    title="Order shipped",
    file="order.shipped",
    headers=STANDARD_HEADERS,
    values=_values,
)

GENERIC = (
    USER_CREATED,
    EMAIL_DELIVERED,
    SUBSCRIPTION_RENEWED,
    CONTACT_CREATED,
    INVOICE_PAID,
    ORDER_SHIPPED,
)
