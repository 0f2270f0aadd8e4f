"""Payments: those who sell in their own name what others make."""

from dataclasses import replace

from inspector.providers.entries.generic import STANDARD_WEBHOOKS
from inspector.providers.entries.paddle_classic import PADDLE_CLASSIC
from inspector.providers.layout import Pairs, Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

_STANDARD = STANDARD_WEBHOOKS.schemes[0]


def _polar(kind: str, member: str, text: str = "*") -> Mark:
    """Events of one kind, by a member that Polar's library demands of each of them."""
    return Mark(headers=("webhook-id",), shows=((place("type"), f"{kind}.*"), (place(member), text)), precedence=68)


DODO = Provider(
    id="dodo",
    name="Dodo Payments",
    category="payments",
    marks=(Mark(headers=("webhook-id",), shows=((place("business_id"), "*"), (place("type"), "*")), precedence=72),),
    schemes=(replace(_STANDARD, id="dodo-v1"),),
    event=places("json:type"),
    delivery_id=places("header:webhook-id"),
    gists=(
        ("payment.*", "{data.total_amount|minor:data.currency} · {data.customer.email} · {data.payment_id}"),
        ("subscription.*", "{data.customer.email} · {data.subscription_id} · {data.status}"),
        ("refund.*", "{data.amount|minor:data.currency} · {data.refund_id} · {data.payment_id}"),
        ("*", "{data.customer.email, data.payment_id, data.subscription_id} · {data.status}"),
    ),
    secret_forms=("whsec_",),
    level="secondary",
    monogram="DO",
    secret_words="the webhook’s secret key",
    secret_where="Dodo Payments shows it under Developer › Webhooks › your endpoint.",
    sources=("@hookflo/tern 4.1.0, algorithms.js",),
    doubts=("every payload has business_id",),
)

LEMON_SQUEEZY = Provider(
    id="lemonsqueezy",
    name="Lemon Squeezy",
    category="payments",
    marks=(
        Mark(headers=("X-Event-Name", "X-Signature"), precedence=25),
        Mark(headers=("X-Signature",), shows=((place("meta.event_name"), "*"),), precedence=26),
    ),
    schemes=(
        Scheme(
            id="lemonsqueezy",
            algorithm="hmac-sha256",
            place=place("header:X-Signature"),
            layout=Single(),
        ),
    ),
    event=places("header:X-Event-Name", "json:meta.event_name"),
    gists=(
        (
            "order_*",
            (
                "{data.attributes.total|minor:data.attributes.currency} · {data.attributes.user_email} · "
                "#{data.attributes.order_number}"
            ),
        ),
        (
            "subscription_payment_*",
            (
                "{data.attributes.total|minor:data.attributes.currency} · {data.attributes.user_email} · "
                "{data.attributes.status}"
            ),
        ),
        ("subscription_*", "{data.attributes.product_name} · {data.attributes.user_email} · {data.attributes.status}"),
        ("*", "{data.type} {data.id} · {data.attributes.user_email, data.attributes.status}"),
    ),
    level="secondary",
    monogram="LS",
    secret_words="the webhook’s signing secret",
    secret_where="You choose it under Settings › Webhooks › Signing secret.",
    sources=("@hookflo/tern 4.1.0, algorithms.js",),
    doubts=(
        "X-Event-Name holds the event",
        "it tries again 3 times: after 5, 25 and 125 s",
    ),
)

PADDLE = Provider(
    id="paddle",
    name="Paddle Billing",
    category="payments",
    marks=(Mark(headers=("Paddle-Signature",)),),
    schemes=(
        Scheme(
            id="paddle-h1",
            algorithm="hmac-sha256",
            place=place("header:Paddle-Signature"),
            layout=Pairs(name="h1", fields=("ts",), separator=";"),
            message=message("{ts}:{body}", fields=("ts",)),
            timestamp=Timestamp(part="ts", tolerance_s=5),
        ),
    ),
    event=places("json:event_type"),
    delivery_id=places("json:event_id", "json:notification_id"),
    gists=(
        (
            "transaction.*",
            "{data.details.totals.grand_total|minor:data.currency_code} · {data.customer_id} · {data.status}",
        ),
        ("subscription.*", "{data.customer_id} · {data.items.0.price.name, data.id} · {data.status}"),
        ("adjustment.*", "{data.totals.total|minor:data.currency_code} · {data.action} · {data.transaction_id}"),
        ("customer.*", "{data.name?} {data.email} · {data.id}"),
        ("*", "{data.name, data.description, data.id} · {data.status}"),
    ),
    secret_forms=("pdl_",),
    wrong_secrets=(
        ("pdl_live_apikey", "an API key"),
        ("pdl_sdbx_apikey", "an API key"),
        ("ntfset_", "the id of a destination"),
    ),
    evidence="published vector",
    monogram="PB",
    secret_words="the destination’s secret key",
    secret_where="Paddle shows it under Developer tools › Notifications › your destination › Edit.",
    secret_hint="pdl_ntfset_…",
    sources=(
        "paddle-python-sdk 1.16.1, Verifier.py",
        "@paddle/paddle-node-sdk 3.10.0",
        "PaddleHQ/paddle-python-sdk, test_Verifier.py",
    ),
)

# Secrets that were made before September 2026 are the key as they stand, later ones hold it in base64 (#14102).
POLAR = Provider(
    id="polar",
    name="Polar",
    category="payments",
    marks=(
        *(_polar(kind, "data.organization_id") for kind in ("benefit", "customer", "product", "refund")),
        # These name the organization only through whom or what they are about.
        *(_polar(kind, "data.customer.organization_id") for kind in ("order", "subscription", "benefit_grant")),
        _polar("checkout", "data.client_secret", "polar_*"),
        _polar("customer_seat", "data.status"),
        _polar("member", "data.customer_id"),
        _polar("organization", "data.default_presentment_currency"),
    ),
    schemes=(replace(_STANDARD, id="polar-v1", keys=("whsec or utf-8", "utf-8")),),
    event=places("json:type"),
    delivery_id=places("header:webhook-id"),
    gists=(
        (
            "order.*",
            "{data.total_amount, data.amount|minor:data.currency} · {data.customer.email} · {data.product.name}",
        ),
        (
            "subscription.*",
            "{data.amount|minor:data.currency} · {data.customer.email} · {data.product.name} · {data.status}",
        ),
        ("checkout.*", "{data.total_amount, data.amount|minor:data.currency} · {data.customer_email} · {data.status}"),
        ("*", "{data.name, data.email, data.customer.email, data.id} · {data.status}"),
    ),
    wrong_secrets=(("polar_oat_", "an access token of an organization"), ("polar_pat_", "a personal access token")),
    evidence="official library",
    monogram="PL",
    secret_words="the endpoint’s secret",
    secret_where="Polar shows it under Settings › Webhooks › your endpoint.",
    sources=("@polar-sh/sdk 0.49.0, webhooks.js", "polarsource/polar, #13522 and #14102"),
)

SELLERS = (DODO, LEMON_SQUEEZY, PADDLE, PADDLE_CLASSIC, POLAR)
