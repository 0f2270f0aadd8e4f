"""Campaigns and notifications."""

from inspector.providers.layout import Pairs, Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

SIGNED_MS = message("{t}.{body}", fields=("t",))

COURIER = Provider(
    id="courier",
    name="Courier",
    category="notifications",
    monogram="CO",
    secret_words="the webhook’s signing secret",
    secret_where="Courier shows it under Settings › Outbound Webhooks › your webhook.",
    marks=(Mark(headers=("courier-signature",), precedence=25),),
    schemes=(
        Scheme(
            id="courier-signature",
            algorithm="hmac-sha256",
            place=place("header:courier-signature"),
            layout=Pairs(name="signature", fields=("t",)),
            message=SIGNED_MS,
            timestamp=Timestamp(part="t", unit="ms"),
        ),
    ),
    event=places("json:type"),
    event_key=places("json:data.id"),
    event_state=places("json:data.status"),
    gists=(("*", "{data.recipient, data.id} · {data.status, data.event}"),),
    level="secondary",
    sources=("hookdeck/webhook-skills, providers.yaml",),
)

CUSTOMERIO = Provider(
    id="customerio",
    name="Customer.io",
    category="marketing",
    monogram="IO",
    secret_words="the reporting webhook’s signing key",
    secret_where="Customer.io shows it on the page of the reporting webhook, as Webhook signing key.",
    marks=(Mark(headers=("X-CIO-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="customerio-v0",
            algorithm="hmac-sha256",
            place=place("header:X-CIO-Signature"),
            layout=Single(),
            message=message("v0:{X-CIO-Timestamp}:{body}"),
            timestamp=Timestamp(part="X-CIO-Timestamp"),
        ),
    ),
    event=places("json:metric"),
    event_parts=places("json:object_type", "json:metric"),
    delivery_id=places("json:event_id"),
    gists=(
        ("email.clicked", "{data.recipient} · {data.href}"),
        (
            "*",
            "{data.recipient, data.identifiers.email, data.customer_id} · {data.subject, data.campaign_id}",
        ),
    ),
    deadline_s=4.0,
    retry_policy="for 7 days",
    level="secondary",
    sources=(
        "hookdeck/webhook-skills, providers.yaml",
        "n8n-nodes-base (npm) 2.41.2, CustomerIoTrigger",
        "a public table of providers (independent implementation)",
    ),
)

KLAVIYO = Provider(
    id="klaviyo",
    name="Klaviyo",
    category="marketing",
    monogram="KL",
    secret_words="the webhook’s secret key",
    secret_where="Klaviyo never shows it: it is what was entered as secret key when the webhook was made.",
    marks=(Mark(headers=("Klaviyo-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="klaviyo-sha256",
            algorithm="hmac-sha256",
            place=place("header:Klaviyo-Signature"),
            layout=Single(),
            # Nobody says in which unit Klaviyo-Timestamp is, so it is signed as it stands and its age is not judged.
            message=message("{body}{Klaviyo-Timestamp}"),
        ),
    ),
    event=places("json:data.0.topic"),
    gists=(
        (
            "*",
            (
                "{data.0.payload.data.attributes.event_properties.Subject} · "
                "{data.0.payload.data.attributes.event_properties.Campaign Name, data.0.external_id} · "
                "{data|count:event}"
            ),
        ),
    ),
    wrong_secrets=(("pk_", "a private API key"),),
    level="secondary",
    sources=("a public table of providers (independent implementation)",),
    doubts=(
        "in which unit Klaviyo-Timestamp stands is not known, so the age of a request is not judged",
        "that data[].topic names the event",
    ),
)

KNOCK = Provider(
    id="knock",
    name="Knock",
    category="notifications",
    monogram="KN",
    secret_words="the webhook’s signing key",
    secret_where="Knock shows it in its dashboard under Developers › Webhooks › your webhook.",
    marks=(Mark(headers=("x-knock-signature",), precedence=25),),
    schemes=(
        Scheme(
            id="knock-s",
            algorithm="hmac-sha256",
            place=place("header:x-knock-signature"),
            layout=Pairs(name="s", fields=("t",)),
            message=SIGNED_MS,
            encoding="base64",
            timestamp=Timestamp(part="t", unit="ms", tolerance_s=300),
        ),
    ),
    event=places("json:type"),
    delivery_id=places("json:id"),
    gists=(("*", "{data.source.key, data.workflow} · {data.recipient} · {data.status}"),),
    retry_policy="8 times",
    level="secondary",
    sources=("hookdeck/webhook-skills, providers.yaml",),
)

MAILCHIMP = Provider(
    id="mailchimp",
    name="Mailchimp",
    category="marketing",
    monogram="MC",
    marks=(Mark(shows=((place("form:fired_at"), "*"), (place("form:type"), "*")), precedence=60),),
    schemes=(),
    event=places("form:type"),
    gists=(
        ("campaign", "{form:data[subject]} · {form:data[status]}"),
        ("upemail", "{form:data[old_email]} → {form:data[new_email]}"),
        ("*", "{form:data[email], form:data[id]} · {form:data[list_id]}"),
    ),
    level="secondary",
    sources=("hookdeck/webhook-skills, providers.yaml",),
    doubts=("it signs nothing: its documentation asks for a secret in the URL instead",),
)

MARKETING = (COURIER, CUSTOMERIO, KLAVIYO, KNOCK, MAILCHIMP)
