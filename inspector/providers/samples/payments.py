"""Samples of Stripe."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values

PRICES = ("1900", "2900", "4900", "7900", "12900", "24900")
"""Amounts in cents."""

DISPUTE_FEE = 2_000


def _values(fresh: Fresh) -> Values:
    amount = int(fresh.pick(PRICES))
    return {
        **_ids(fresh),
        "amount": amount,
        "amount_text": str(amount),
        "amount_negative": -amount,
        "amount_net": -amount - DISPUTE_FEE,
        "payout_amount": fresh.number(84_000, 912_000),
        "created": fresh.seconds(2),
        "earlier": fresh.seconds(71),
        "yesterday": fresh.seconds(86_402),
        "expires": fresh.seconds(-86_400),
        "retry": fresh.seconds(-259_200),
        "period_end": fresh.seconds(-2_592_000),
    }


def _ids(fresh: Fresh) -> Values:
    """What belongs to a payment begins with 3 behind its prefix, everything else with 1."""
    return {
        "event": f"evt_3{fresh.alnum(23)}",
        "other_event": f"evt_1{fresh.alnum(23)}",
        "request": f"req_{fresh.alnum(14)}",
        "key": fresh.uuid(),
        "payment": f"pi_3{fresh.alnum(23)}",
        "charge": f"ch_3{fresh.alnum(23)}",
        "balance": f"txn_3{fresh.alnum(23)}",
        "method": f"pm_1{fresh.alnum(23)}",
        "session": f"cs_live_{fresh.alnum(58)}",
        "invoice": f"in_1{fresh.alnum(23)}",
        "line": f"il_1{fresh.alnum(23)}",
        "subscription": f"sub_1{fresh.alnum(23)}",
        "item": f"si_{fresh.alnum(14)}",
        "price": f"price_1{fresh.alnum(23)}",
        "customer": f"cus_{fresh.alnum(14)}",
        "dispute": f"du_1{fresh.alnum(23)}",
        "payout": f"po_1{fresh.alnum(23)}",
        "bank": f"ba_1{fresh.alnum(23)}",
        "receipt": fresh.alnum(70),
        "fingerprint": fresh.alnum(16),
        "authorization": fresh.upper(6),
        "prefix": fresh.upper(8),
        "invoice_number": f"{fresh.upper(8)}-{fresh.number(1, 60):04d}",
    }


def _event(event: str, title: str) -> Sample:
    return Sample(
        provider="stripe",
        event=event,
        title=title,
        file=event,
        headers=(
            ("Accept", "*/*; q=0.5, application/xml"),
            ("Cache-Control", "no-cache"),
            ("Content-Type", "application/json; charset=utf-8"),
            ("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)"),
        ),
        values=_values,
        written="indented",
    )


PAYMENTS = (
    _event("payment_intent.succeeded", "Payment succeeded"),
    _event("checkout.session.completed", "Checkout completed"),
    _event("invoice.payment_failed", "Payment of an invoice failed"),
    _event("invoice.paid", "Invoice paid"),
    _event("customer.subscription.created", "Subscription created"),
    _event("customer.subscription.updated", "Subscription set to end"),
    _event("customer.subscription.deleted", "Subscription ended"),
    _event("payment_intent.payment_failed", "Payment declined"),
    _event("charge.refunded", "Payment refunded"),
    _event("charge.dispute.created", "Payment disputed"),
    _event("customer.created", "Customer created"),
    _event("payout.paid", "Payout arrived"),
)
