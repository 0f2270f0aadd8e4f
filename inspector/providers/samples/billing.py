"""Payments: subscriptions and invoices."""

from inspector.providers.samples.fresh import Fresh, money
from inspector.providers.samples.sample import Sample, Values


def _chargebee(fresh: Fresh) -> Values:
    return {
        "event": f"ev_{fresh.alnum(17)}",
        "now": fresh.seconds(2),
        "earlier": fresh.seconds(91),
        "end": fresh.seconds(-2_592_000),
        "subscription": fresh.alnum(17),
        "customer": fresh.alnum(17),
        "version": fresh.seconds(2) * 1000 + fresh.number(0, 999),
        "webhook": f"whv2_{fresh.alnum(17)}",
    }


CHARGEBEE = Sample(
    provider="chargebee",
    event="subscription_created",
    title="Subscription created",
    file="subscription_created",
    headers=(
        ("User-Agent", "ChargeBee"),
        ("Content-Type", "application/json;charset=UTF-8"),
        ("Accept", "*/*"),
    ),
    values=_chargebee,
)


def _orb(fresh: Fresh) -> Values:
    return {
        "event": fresh.alnum(16),
        "now": fresh.offset(2),
        "earlier": fresh.offset(410),
        "month": fresh.offset(2_592_000),
        "due": fresh.offset(-2_592_000),
        "invoice": fresh.alnum(16),
        "number": f"{fresh.upper(6)}-{fresh.number(1, 60):05d}",
        "amount": money(fresh.number(4_000, 99_000)),
        "customer": fresh.alnum(16),
        "subscription": fresh.alnum(16),
        "line": fresh.alnum(16),
    }


ORB = Sample(
    provider="orb",
    event="invoice.issued",
    title="Invoice issued",
    file="invoice.issued",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_orb,
)


def _recurly(fresh: Fresh) -> Values:
    return {
        "id": fresh.alnum(12).lower(),
        "site": fresh.alnum(12).lower(),
        "now": fresh.utc(2),
        "number": str(fresh.number(1_100, 9_800)),
        "uuid": fresh.hex(32),
        "account": fresh.alnum(12).lower(),
    }


RECURLY = Sample(
    provider="recurly",
    event="charge_invoice.paid",
    title="Invoice paid",
    file="charge_invoice.paid",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_recurly,
)

BILLING = (
    CHARGEBEE,
    ORB,
    RECURLY,
)
