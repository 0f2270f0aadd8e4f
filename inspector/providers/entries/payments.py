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
        ("customer.source.*", "{data.object.brand, data.object.type} {data.object.last4?} · " + _CUSTOMER),
        ("customer.tax_id.*", "{data.object.type} {data.object.value?} · " + _CUSTOMER),
        ("customer.discount.*", "{data.object.coupon.name, data.object.coupon.id} · " + _CUSTOMER),
        ("customer.*", "{data.object.name, data.object.email, data.object.description} · {data.object.id}"),
        (
            "payment_intent.payment_failed",
            _amount("amount") + " · {data.object.last_payment_error.message, data.object.status} · " + _CUSTOMER,
        ),
        (
            "charge.failed",
            _amount("amount") + " · {data.object.failure_message, data.object.failure_code} · " + _CUSTOMER,
        ),
        (
            "charge.*",
            _amount("amount") + " · {data.object.billing_details.email, data.object.receipt_email} · " + _CUSTOMER,
        ),
        ("refund.*", _amount("amount") + " · {data.object.status} · {data.object.charge, data.object.id}"),
        (
            "setup_intent.*",
            "{data.object.last_setup_error.message, data.object.status} · {data.object.payment_method} · " + _CUSTOMER,
        ),
        (
            "payment_method.*",
            (
                "{data.object.card.brand, data.object.type} {data.object.card.last4?} · "
                "{data.object.billing_details.email, data.object.customer, data.object.id}"
            ),
        ),
        ("credit_note.*", _amount("total", "amount") + " · {data.object.number} · " + _CUSTOMER),
        ("quote.*", _amount("amount_total") + " · {data.object.number} · " + _CUSTOMER),
        ("payment_link.*", "{data.object.url} · {data.object.id}"),
        ("coupon.*", "{data.object.name, data.object.id} · {data.object.percent_off} % off"),
        ("promotion_code.*", "{data.object.code} · {data.object.coupon.name, data.object.coupon.id}"),
        ("plan.*", _amount("amount") + " · {data.object.interval} · {data.object.product, data.object.id}"),
        ("transfer.*", _amount("amount") + " · {data.object.destination} · {data.object.id}"),
        ("topup.*", _amount("amount") + " · {data.object.status} · {data.object.id}"),
        ("application_fee.*", _amount("amount") + " · {data.object.account} · {data.object.id}"),
        ("account.application.*", "{data.object.name} · {data.object.id}"),
        (
            "account.*",
            "{data.object.business_profile.name, data.object.email, data.object.bank_name} · {data.object.id}",
        ),
        ("person.*", "{data.object.first_name?} {data.object.last_name?} · {data.object.account, data.object.id}"),
        ("capability.*", "{data.object.id} · {data.object.status} · {data.object.account}"),
        ("radar.early_fraud_warning.*", "{data.object.fraud_type} · {data.object.charge}"),
        ("review.*", "{data.object.reason} · {data.object.payment_intent, data.object.charge}"),
        ("mandate.*", "{data.object.status} · {data.object.payment_method}"),
        ("issuing_authorization.*", _amount("amount") + " · {data.object.merchant_data.name} · {data.object.status}"),
        ("issuing_transaction.*", _amount("amount") + " · {data.object.merchant_data.name} · {data.object.type}"),
        ("file.*", "{data.object.filename} · {data.object.purpose}"),
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
