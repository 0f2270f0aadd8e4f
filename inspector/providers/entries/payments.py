"""Payments, billing, banking."""

from inspector.providers.layout import Pairs
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

_CUSTOMER = "{data.object.customer, data.object.customer.id, data.object.customer_email, data.object.id}"


def _amount(*names: str) -> str:
    """Stripe's amounts count the currency's smallest unit; the first of these fields that is there."""
    return "{" + ", ".join(f"data.object.{name}" for name in names) + "|minor:data.object.currency}"


STRIPE = Provider(
    id="stripe",
    name="Stripe",
    category="payments",
    monogram="ST",
    secret_words="the endpoint’s signing secret",
    secret_hint="whsec_…",
    secret_where=(
        "Stripe shows it under Developers › Webhooks › your endpoint › Signing secret; "
        "“stripe listen” prints one of its own."
    ),
    marks=(Mark(headers=("Stripe-Signature",)), Mark(agent="Stripe/1.0", precedence=42)),
    schemes=(
        Scheme(
            id="stripe-v1",
            algorithm="hmac-sha256",
            place=place("header:Stripe-Signature"),
            layout=Pairs(name="v1", fields=("t",)),
            message=message("{t}.{body}", fields=("t",)),
            timestamp=Timestamp(part="t", tolerance_s=300, future=False),
        ),
    ),
    event=places("json:type"),
    delivery_id=places("json:id"),
    event_key=places("json:data.object.id"),
    # Two event objects may tell of one change; the same subscription is updated again and again.
    event_state=places(
        "json:data.object.status",
        "json:data.object.attempt_count",
        "json:data.object.latest_charge",
        "json:data.object.amount_refunded",
        "json:data.previous_attributes",
    ),
    gists=(
        ("charge.refunded", _amount("amount_refunded", "amount") + " · " + _CUSTOMER),
        ("charge.dispute.*", _amount("amount") + " · {data.object.reason} · {data.object.charge, data.object.id}"),
        ("invoice.paid", _amount("amount_paid", "total") + " · " + _CUSTOMER),
        ("invoice.payment_succeeded", _amount("amount_paid", "total") + " · " + _CUSTOMER),
        ("invoice.*", _amount("amount_due", "total") + " · " + _CUSTOMER),
        ("invoiceitem.*", _amount("amount") + " · " + _CUSTOMER),
        ("checkout.session.*", _amount("amount_total") + " · " + _CUSTOMER),
        (
            "customer.subscription.*",
            "{data.object.items.data.0.price.unit_amount, data.object.plan.amount|minor:data.object.currency} · "
            + _CUSTOMER
            + " · {data.object.status}",
        ),
        ("customer.*", "{data.object.name, data.object.email, data.object.description} · {data.object.id}"),
        ("product.*", "{data.object.name} · {data.object.id}"),
        ("price.*", _amount("unit_amount") + " · {data.object.product, data.object.id}"),
        ("payout.*", _amount("amount") + " · {data.object.status} · {data.object.id}"),
        ("v2.*", "{related_object.type} · {related_object.id}"),
        ("*", _amount("amount", "amount_total", "total", "amount_due") + " · " + _CUSTOMER),
    ),
    retry_policy="live: for up to 3 days; test: 3 times over some hours",
    secret_forms=("whsec_",),
    wrong_secrets=(
        ("sk_", "an API key"),
        ("rk_", "a restricted API key"),
        ("pk_", "a publishable key"),
        ("we_", "the id of an endpoint"),
        ("acct_", "the id of an account"),
    ),
    sources=("pypi stripe 16.1.0 _webhook.py",),
    evidence="official library",
    doubts=(
        "the User-Agent Stripe/1.0 and the number of retries are not confirmed",
        "amounts in ISK and UGX are read as hundredths, as Stripe's API counts them",
    ),
)

PAYMENTS = (STRIPE,)
