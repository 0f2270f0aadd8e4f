"""Payments, billing, banking."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values

PRICES = ("1900", "2900", "4900", "7900", "12900", "24900")
"""Amounts in cents."""

HEADERS = (
    ("Accept", "*/*; q=0.5, application/xml"),
    ("Cache-Control", "no-cache"),
    ("Content-Type", "application/json; charset=utf-8"),
    ("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)"),
)


def _stripe(fresh: Fresh) -> Values:
    return {
        "event": f"evt_3{fresh.alnum(23)}",
        "request": f"req_{fresh.alnum(14)}",
        "key": fresh.uuid(),
        "payment": f"pi_3{fresh.alnum(23)}",
        "charge": f"ch_3{fresh.alnum(23)}",
        "method": f"pm_1{fresh.alnum(23)}",
        "session": f"cs_live_{fresh.alnum(58)}",
        "invoice": f"in_1{fresh.alnum(23)}",
        "line": f"il_1{fresh.alnum(23)}",
        "subscription": f"sub_1{fresh.alnum(23)}",
        "customer": f"cus_{fresh.alnum(14)}",
        "invoice_number": f"{fresh.upper(8)}-{fresh.number(1, 60):04d}",
        "amount": int(fresh.pick(PRICES)),
        "created": fresh.seconds(2),
        "earlier": fresh.seconds(71),
        "expires": fresh.seconds(-86_400),
        "retry": fresh.seconds(-259_200),
        "period_end": fresh.seconds(-2_592_000),
    }


PAYMENT_SUCCEEDED = Sample(
    provider="stripe",
    event="payment_intent.succeeded",
    title="Payment succeeded",
    file="payment_intent.succeeded",
    headers=HEADERS,
    values=_stripe,
    written="indented",
)
CHECKOUT_COMPLETED = Sample(
    provider="stripe",
    event="checkout.session.completed",
    title="Checkout completed",
    file="checkout.session.completed",
    headers=HEADERS,
    values=_stripe,
    written="indented",
)
INVOICE_FAILED = Sample(
    provider="stripe",
    event="invoice.payment_failed",
    title="Payment of an invoice failed",
    file="invoice.payment_failed",
    headers=HEADERS,
    values=_stripe,
    written="indented",
)

PAYMENTS = (
    PAYMENT_SUCCEEDED,
    CHECKOUT_COMPLETED,
    INVOICE_FAILED,
)
