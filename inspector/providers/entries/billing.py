"""Payments: subscriptions and invoices."""

from inspector.providers.layout import Basic, Positional, Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

_TABLE = "a table of providers by hookdeck"
_CHARGEBEE = (
    (place("event_type"), "*"),
    (place("object"), "event"),
    (place("api_version"), "v*"),
)

CHARGEBEE = Provider(
    id="chargebee",
    name="Chargebee",
    category="payments",
    marks=(
        Mark(
            headers=("Authorization",), shows=((place("header:Authorization"), "Basic *"), *_CHARGEBEE), precedence=50
        ),
        Mark(shows=_CHARGEBEE, precedence=50),
    ),
    schemes=(
        Scheme(
            id="chargebee-basic",
            algorithm="token",
            place=place("header:Authorization"),
            layout=Basic(),
            encoding="plain",
        ),
    ),
    event=places("json:event_type"),
    delivery_id=places("json:id"),
    gists=(
        (
            "subscription_*",
            (
                "{content.customer.email, content.subscription.customer_id} · {content.subscription.id} · "
                "{content.subscription.status}"
            ),
        ),
        (
            "invoice_*",
            (
                "{content.invoice.total|minor:content.invoice.currency_code} · {content.invoice.customer_id} · "
                "{content.invoice.status}"
            ),
        ),
        (
            "payment_*",
            "{content.transaction.amount|minor:content.transaction.currency_code} · {content.transaction.customer_id}",
        ),
        ("*", "{content.customer.email, content.customer.id, content.subscription.id, id} · {source}"),
    ),
    level="secondary",
    monogram="CB",
    secret_words="the name and password of Basic authentication",
    secret_where="You choose them under Settings › Configure Chargebee › Webhooks; write them as name:password.",
    secret_hint="name:password",
    sources=("hookdeck/webhook-skills, chargebee-webhooks",),
)

ORB = Provider(
    id="orb",
    name="Orb",
    category="payments",
    marks=(Mark(headers=("X-Orb-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="orb-v1",
            algorithm="hmac-sha256",
            place=place("header:X-Orb-Signature"),
            layout=Single(prefix="v1="),
            message=message("v1:{X-Orb-Timestamp}:{body}"),
            timestamp=Timestamp(part="X-Orb-Timestamp", unit="iso8601"),
        ),
    ),
    event=places("json:type"),
    delivery_id=places("json:id"),
    gists=(
        (
            "invoice.*",
            (
                "{invoice.total|major:invoice.currency} · {invoice.customer.name, invoice.customer.id} · "
                "{invoice.invoice_number}"
            ),
        ),
        (
            "subscription.*",
            "{subscription.customer.name, subscription.customer.id} · {subscription.plan.name} · {subscription.status}",
        ),
        ("customer.*", "{customer.name} · {customer.email, customer.id}"),
        ("*", "{id} · {created_at}"),
    ),
    level="secondary",
    monogram="OB",
    secret_words="the endpoint’s signing secret",
    secret_where="Orb shows it under Developers › Webhooks › your endpoint.",
    sources=(_TABLE,),
)

# The uuid in a payload is that of the thing it is about: no delivery id is known. Older sites send unsigned XML.
RECURLY = Provider(
    id="recurly",
    name="Recurly",
    category="payments",
    marks=(Mark(headers=("recurly-signature",), precedence=25),),
    schemes=(
        Scheme(
            id="recurly",
            algorithm="hmac-sha256",
            place=place("header:recurly-signature"),
            layout=Positional(fields=("ts",)),
            message=message("{ts}.{body}", fields=("ts",)),
            timestamp=Timestamp(part="ts", unit="s or ms", tolerance_s=300),
        ),
    ),
    event=places("json:event_type"),
    event_parts=places("json:object_type", "json:event_type"),
    gists=(("*", "{account_code} · {invoice_number, uuid, id} · {event_time}"),),
    deadline_s=5.0,
    level="secondary",
    monogram="RC",
    secret_words="the endpoint’s secret key",
    secret_where="Recurly shows it under Integrations › Webhooks › your endpoint.",
    sources=(
        "docs.recurly.com, webhooks",
        "recurly/recurly-client-ruby lib/recurly/webhooks.rb (5233e1b0): milliseconds, 300 s both ways",
        "an independent table of providers",
    ),
    doubts=(
        "the time in its header counts milliseconds (seconds are read, too)",
        "what happened stands in event_type, and what it is about in object_type",
        "uuid names what the event is about; the delivery has no id",
    ),
)

BILLING = (CHARGEBEE, ORB, RECURLY)
