"""Payments: those who move the money of shops and apps."""

from inspector.providers.entries.adyen import ADYEN
from inspector.providers.entries.braintree import BRAINTREE
from inspector.providers.layout import Listed, Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

AIRWALLEX = Provider(
    id="airwallex",
    name="Airwallex",
    category="payments",
    # The two fields alone are anybody's.
    marks=(Mark(headers=("x-signature", "x-timestamp"), shows=((place("json:name"), "*.*"),), precedence=48),),
    schemes=(
        Scheme(
            id="airwallex",
            algorithm="hmac-sha256",
            place=place("header:x-signature"),
            layout=Single(),
            message=message("{x-timestamp}{body}"),
            timestamp=Timestamp(part="x-timestamp", unit="ms"),
        ),
    ),
    event=places("json:name"),
    delivery_id=places("json:id"),
    gists=(
        (
            "payment_intent.*",
            "{data.object.amount|major:data.object.currency} · {data.object.id} · {data.object.status}",
        ),
        ("*", "{data.object.amount|major:data.object.currency} · {data.object.id, sourceId} · {data.object.status}"),
    ),
    level="secondary",
    monogram="AW",
    secret_words="the webhook’s secret",
    secret_where="Airwallex shows it under Developer › Webhooks › your webhook › Secret key.",
    sources=("two independent tables of providers",),
)

AUTHORIZE_NET = Provider(
    id="authorize-net",
    name="Authorize.Net",
    category="payments",
    marks=(Mark(headers=("X-ANET-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="authorize-net",
            algorithm="hmac-sha512",
            place=place("header:X-ANET-Signature"),
            layout=Single(prefix="sha512=", upper=True),
            keys=("hex",),
        ),
    ),
    event=places("json:eventType"),
    delivery_id=places("json:notificationId"),
    gists=(("*", "{payload.authAmount} · {payload.entityName} {payload.id}"),),
    level="secondary",
    monogram="AU",
    secret_words="the Signature Key",
    secret_where="Authorize.Net makes it under Account › Settings › API Credentials & Keys › New Signature Key.",
    sources=("an independent table of providers",),
    doubts=("event and id of a notification are called eventType and notificationId",),
)

COINBASE_COMMERCE = Provider(
    id="coinbase-commerce",
    name="Coinbase Commerce",
    category="payments",
    marks=(Mark(headers=("X-CC-Webhook-Signature",)),),
    schemes=(
        Scheme(
            id="coinbase-commerce",
            algorithm="hmac-sha256",
            place=place("header:X-CC-Webhook-Signature"),
            layout=Single(),
        ),
    ),
    event=places("json:event.type"),
    delivery_id=places("json:event.id", "json:id"),
    retry_counter=places("json:attempt_number"),
    counts_from=1,
    gists=(
        (
            "*",
            (
                "{event.data.pricing.local.amount|major:event.data.pricing.local.currency} · "
                "{event.data.code, event.data.id} · {event.data.name}"
            ),
        ),
    ),
    evidence="official library",
    monogram="CM",
    secret_words="the webhook’s shared secret",
    secret_where="Coinbase Commerce shows it under Settings › Notifications › Webhook subscriptions.",
    sources=("coinbase-commerce 1.0.1, webhook.py",),
    doubts=("attempt_number counts the deliveries of an event",),
)

GOCARDLESS = Provider(
    id="gocardless",
    name="GoCardless",
    category="payments",
    marks=(
        Mark(
            headers=("Webhook-Signature",),
            unless=("webhook-id",),
            shows=((place("meta.webhook_id"), "*"),),
            precedence=40,
        ),
        Mark(agent="gocardless-webhook-service", precedence=42),
    ),
    schemes=(
        Scheme(
            id="gocardless",
            algorithm="hmac-sha256",
            place=place("header:Webhook-Signature"),
            layout=Single(),
        ),
    ),
    event=places("json:events.0.resource_type"),
    event_parts=places("json:events.0.resource_type", "json:events.0.action"),
    delivery_id=places("json:meta.webhook_id"),
    gists=(
        (
            "*",
            (
                "{events|count:event} · {events.0.links.payment, events.0.links.mandate, events.0.links.subscription, "
                "events.0.links.payout, events.0.links.refund, events.0.id} · {events.0.details.cause}"
            ),
        ),
    ),
    evidence="official library",
    monogram="GC",
    secret_words="the endpoint’s secret",
    secret_where="GoCardless shows it under Developers › Webhook endpoints › your endpoint.",
    sources=("gocardless_pro 3.22.0, webhooks.py",),
    doubts=(
        "its User-Agent is gocardless-webhook-service/1.1",
        "a bad signature is to be answered with 498",
    ),
)

# Webhooks of the old kind are a form with an id and no signature; the API tells what happened.
MOLLIE = Provider(
    id="mollie",
    name="Mollie",
    category="payments",
    marks=(
        Mark(headers=("X-Mollie-Signature",), precedence=25),
        *(
            Mark(shows=((place("form:id"), f"{kind}_*"),), precedence=60)
            for kind in ("tr", "ord", "sub", "mdt", "re", "pl", "stl")
        ),
    ),
    schemes=(
        Scheme(
            id="mollie",
            algorithm="hmac-sha256",
            place=place("header:X-Mollie-Signature"),
            layout=Listed(prefix="sha256=", bare=True, separator=","),
            repeats=True,
        ),
    ),
    event=places("json:type"),
    delivery_id=places("json:id"),
    gists=(
        (
            "*",
            (
                "{_embedded.entity.amount.value|major:_embedded.entity.amount.currency} · {entityId, form:id} · "
                "{_embedded.entity.description}"
            ),
        ),
    ),
    monogram="MO",
    secret_words="the webhook’s signing secret",
    secret_where="Mollie shows it when the webhook is made: Dashboard › Developers › Webhooks.",
    sources=("mollie/mollie-api-php v3, SignatureValidator.php",),
    doubts=("events of the new kind have their type and id at the top of the payload",),
)

PAYSTACK = Provider(
    id="paystack",
    name="Paystack",
    category="payments",
    marks=(Mark(headers=("x-paystack-signature",), precedence=25),),
    schemes=(
        Scheme(
            id="paystack",
            algorithm="hmac-sha512",
            place=place("header:x-paystack-signature"),
            layout=Single(),
        ),
    ),
    event=places("json:event"),
    gists=(
        ("customeridentification.*", "{data.email, data.customer_code} · {data.reason}"),
        (
            "*",
            "{data.amount|minor:data.currency} · {data.customer.email, data.customer_code} · {data.reference, data.id}",
        ),
    ),
    deadline_s=30.0,
    retry_policy="every 3 minutes 4 times, then every hour for 72 hours",
    secret_forms=("sk_",),
    wrong_secrets=(("pk_", "a publishable key"),),
    level="secondary",
    monogram="PS",
    secret_words="the secret key of the API",
    secret_where="Paystack shows it under Settings › API Keys & Webhooks; the same key signs webhooks.",
    sources=("two independent tables of providers",),
)

RAZORPAY = Provider(
    id="razorpay",
    name="Razorpay",
    category="payments",
    marks=(Mark(headers=("X-Razorpay-Signature",)),),
    schemes=(
        Scheme(
            id="razorpay",
            algorithm="hmac-sha256",
            place=place("header:X-Razorpay-Signature"),
            layout=Single(),
        ),
    ),
    event=places("json:event"),
    delivery_id=places("header:x-razorpay-event-id"),
    gists=(
        (
            "payment.*",
            (
                "{payload.payment.entity.amount|minor:payload.payment.entity.currency} · {payload.payment.entity.id} · "
                "{payload.payment.entity.email}"
            ),
        ),
        (
            "refund.*",
            (
                "{payload.refund.entity.amount|minor:payload.refund.entity.currency} · {payload.refund.entity.id} · "
                "{payload.refund.entity.payment_id}"
            ),
        ),
        ("order.*", "{payload.order.entity.amount|minor:payload.order.entity.currency} · {payload.order.entity.id}"),
        ("subscription.*", "{payload.subscription.entity.id} · {payload.subscription.entity.status}"),
        ("*", "{contains.0} · {account_id}"),
    ),
    wrong_secrets=(("rzp_live_", "the id of an API key"), ("rzp_test_", "the id of an API key")),
    evidence="official library",
    monogram="RZ",
    secret_words="the webhook’s secret",
    secret_where="You choose it under Account & Settings › Webhooks › Secret.",
    sources=("razorpay 2.0.1, utility.py",),
    doubts=("x-razorpay-event-id tells one delivery from another",),
)

GATEWAYS = (
    ADYEN,
    AIRWALLEX,
    AUTHORIZE_NET,
    BRAINTREE,
    COINBASE_COMMERCE,
    GOCARDLESS,
    MOLLIE,
    PAYSTACK,
    RAZORPAY,
)
