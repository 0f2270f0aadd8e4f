"""Payments: those who sell in their own name what others make."""

from inspector.providers.samples.fresh import Fresh, money
from inspector.providers.samples.sample import Sample, Values

CENTS = ("1900", "2900", "4900", "7900", "12900", "24900")
"""Amounts in cents."""
DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Of Crockford's base 32, which ULIDs are written in."""


def _id(fresh: Fresh, kind: str) -> str:
    """An id as Paddle makes them: its kind and a ULID, ten characters of time in milliseconds and sixteen more."""
    millis = fresh.seconds() * 1000
    time = "".join(DIGITS[millis >> place & 31] for place in range(45, -5, -5))
    return f"{kind}_{time}{''.join(fresh.pick(DIGITS) for _ in range(16))}"


def _dodo(fresh: Fresh) -> Values:
    cents = int(fresh.pick(CENTS))
    return {
        "delivery": f"msg_{fresh.alnum(27)}",
        "business": f"bus_{fresh.alnum(21)}",
        "now": fresh.utc_exact(1),
        "earlier": fresh.utc_exact(14),
        "payment": f"pay_{fresh.alnum(21)}",
        "customer": f"cus_{fresh.alnum(21)}",
        "product": f"pdt_{fresh.alnum(21)}",
        "amount": cents,
    }


DODO = Sample(
    provider="dodo",
    event="payment.succeeded",
    title="Payment succeeded",
    file="payment.succeeded",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("webhook-id", "${delivery}"),
    ),
    values=_dodo,
)


def _lemonsqueezy(fresh: Fresh) -> Values:
    cents = int(fresh.pick(CENTS))
    return {
        "webhook": fresh.uuid(),
        "order": str(fresh.number(5_100_000, 6_900_000)),
        "customer": fresh.number(4_100_000, 5_900_000),
        "identifier": fresh.uuid(),
        "number": fresh.number(1_104, 9_870),
        "amount": cents,
        "price": money(cents),
        "item": fresh.number(5_000_000, 6_500_000),
        "now": fresh.utc_exact(2),
    }


LEMONSQUEEZY = Sample(
    provider="lemonsqueezy",
    event="order_created",
    title="Order created",
    file="order_created",
    headers=(
        ("Content-Type", "application/json"),
        ("X-Event-Name", "order_created"),
    ),
    values=_lemonsqueezy,
)


def _paddle(fresh: Fresh) -> Values:
    cents = int(fresh.pick(CENTS))
    return {
        "event": _id(fresh, "evt"),
        "notification": _id(fresh, "ntf"),
        "transaction": _id(fresh, "txn"),
        "customer": _id(fresh, "ctm"),
        "address": _id(fresh, "add"),
        "subscription": _id(fresh, "sub"),
        "invoice": _id(fresh, "inv"),
        "number": f"{fresh.number(100, 999)}-{fresh.number(10_001, 19_999)}",
        "price": _id(fresh, "pri"),
        "product": _id(fresh, "pro"),
        "line": _id(fresh, "txnitm"),
        "attempt": fresh.uuid(),
        "method": _id(fresh, "paymtd"),
        "stored": fresh.uuid(),
        "unit": str(cents),
        "amount": str(cents * 3),
        "fee": str(cents * 3 // 20),
        "earnings": str(cents * 3 - cents * 3 // 20),
        "now": fresh.utc_exact(2),
        "earlier": fresh.utc_exact(17),
        "end": fresh.utc_exact(2 - 2_592_000),
    }


PADDLE = Sample(
    provider="paddle",
    event="transaction.completed",
    title="Transaction completed",
    file="transaction.completed",
    headers=(
        ("User-Agent", "Paddle"),
        ("Accept", "*/*"),
        ("Content-Type", "application/json;charset=utf-8"),
    ),
    values=_paddle,
)


def _paddle_classic(fresh: Fresh) -> Values:
    cents = int(fresh.pick(CENTS))
    return {
        "alert": str(fresh.number(1_000_000_000, 1_900_000_000)),
        "amount": money(cents),
        "fee": money(cents // 20),
        "earnings": money(cents - cents // 20),
        "checkout": f"{fresh.number(100_000_000, 999_999_999)}-chre{fresh.hex(22)}",
        "now": fresh.utc(3).replace("T", " ").rstrip("Z"),
        "next": fresh.utc(-2_592_000)[:10],
        "order": f"{fresh.number(10_000_000, 99_999_999)}-{fresh.number(100_000, 999_999)}",
        "subscription": str(fresh.number(12_000_000, 19_000_000)),
        "payment": str(fresh.number(40_000_000, 49_000_000)),
        "user": str(fresh.number(16_000_000, 19_000_000)),
    }


PADDLE_CLASSIC = Sample(
    provider="paddle-classic",
    event="subscription_payment_succeeded",
    title="Subscription paid",
    file="subscription_payment_succeeded",
    headers=(
        ("User-Agent", "Paddle"),
        ("Accept", "*/*"),
        ("Content-Type", "application/x-www-form-urlencoded"),
    ),
    values=_paddle_classic,
    written="form",
)


def _polar(fresh: Fresh) -> Values:
    cents = int(fresh.pick(CENTS))
    return {
        "delivery": fresh.uuid(),
        "exact": fresh.utc_exact(1),
        "earlier": fresh.utc_exact(12),
        "order": fresh.uuid(),
        "customer": fresh.uuid(),
        "product": fresh.uuid(),
        "organization": fresh.uuid(),
        "checkout": fresh.uuid(),
        "item": fresh.uuid(),
        "price": fresh.uuid(),
        "amount": cents,
        "number": f"TIDE-{fresh.upper(8)}-{fresh.number(1, 60):04d}",
        "avatar": fresh.hex(64),
    }


POLAR = Sample(
    provider="polar",
    event="order.paid",
    title="Order paid",
    file="order.paid",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("User-Agent", "polar.sh webhooks"),
        ("webhook-id", "${delivery}"),
    ),
    values=_polar,
)

SELLERS = (
    DODO,
    LEMONSQUEEZY,
    PADDLE,
    PADDLE_CLASSIC,
    POLAR,
)
