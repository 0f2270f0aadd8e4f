"""Customers: support desks and sales."""

from inspector.providers.entries.hubspot import HUBSPOT
from inspector.providers.layout import Basic, Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

FRONT = Provider(
    id="front",
    name="Front",
    category="crm",
    monogram="FR",
    secret_words="the app’s signing key",
    secret_where="Front shows it under Settings › Developers › your app › Basic information.",
    marks=(
        Mark(headers=("X-Front-Signature",), precedence=25),
        Mark(headers=("X-Front-Challenge",), precedence=26),
    ),
    schemes=(
        Scheme(
            id="front-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Front-Signature"),
            layout=Single(),
            message=message("{X-Front-Request-Timestamp}:{body}"),
            encoding="base64",
            timestamp=Timestamp(part="X-Front-Request-Timestamp", unit="ms"),
        ),
    ),
    event=places("json:type"),
    event_key=places("json:payload.id", "json:id"),
    gists=(("*", "{payload.conversation.subject, conversation.subject} · {payload.target.data.author.email?}"),),
    level="secondary",
    sources=(
        "hookdeck/webhook-skills, providers.yaml",
        "a public table of providers (independent implementation)",
    ),
)

HELPSCOUT = Provider(
    id="helpscout",
    name="Help Scout",
    category="crm",
    monogram="HE",
    secret_words="the webhook’s secret key",
    secret_where="Help Scout shows it under Manage › Apps › Webhooks: what was entered as Secret Key.",
    marks=(Mark(headers=("X-HelpScout-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="helpscout-sha1",
            algorithm="hmac-sha1",
            place=place("header:X-HelpScout-Signature"),
            layout=Single(),
            encoding="base64",
        ),
    ),
    event=places("header:X-HelpScout-Event"),
    gists=(
        ("convo.*", "#{number} {subject} · {primaryCustomer.email, customer.email}"),
        ("*", "{firstName} {lastName}"),
    ),
    level="secondary",
    sources=("n8n-nodes-base (npm) 2.41.2, HelpScoutTrigger",),
    doubts=("X-HelpScout-Event",),
)

_NOTIFIED = (place("json:type"), "notification_event")

INTERCOM = Provider(
    id="intercom",
    name="Intercom",
    category="crm",
    monogram="IC",
    secret_words="the app’s client secret",
    secret_where="Intercom shows it in the Developer Hub: your app › Basic information › Client secret.",
    marks=(
        Mark(headers=("X-Hub-Signature",), shows=(_NOTIFIED, (place("json:topic"), "*")), precedence=42),
        Mark(shows=((place("json:topic"), "*"), _NOTIFIED), precedence=42),
    ),
    schemes=(
        Scheme(
            id="intercom-sha1",
            algorithm="hmac-sha1",
            place=place("header:X-Hub-Signature"),
            layout=Single(prefix="sha1="),
        ),
    ),
    event=places("json:topic"),
    delivery_id=places("json:id"),
    retry_counter=places("json:delivery_attempts"),
    counts_from=1,
    gists=(
        (
            "conversation.*",
            (
                "{data.item.source.author.name, data.item.source.author.email, data.item.id} · "
                "{data.item.source.subject?} {data.item.source.body|text}"
            ),
        ),
        ("*", "{data.item.name?} · {data.item.email, data.item.id, data.item.type}"),
    ),
    deadline_s=5.0,
    level="secondary",
    sources=(
        "hookdeck/webhook-skills, providers.yaml",
        "a public table of providers (independent implementation)",
        "a gist by idmontie",
    ),
    doubts=(
        "that delivery_attempts counts the tries",
        "waits 5 s (not in the sources that were read)",
    ),
)

PIPEDRIVE = Provider(
    id="pipedrive",
    name="Pipedrive",
    category="crm",
    monogram="PI",
    secret_words="the webhook’s HTTP auth name and password",
    secret_where="Pipedrive keeps what was entered as HTTP Auth: Tools and apps › Webhooks.",
    secret_hint="name:password",
    marks=(Mark(shows=((place("json:meta.action"), "*"), (place("json:meta.entity"), "*")), precedence=55),),
    schemes=(
        Scheme(
            id="pipedrive-basic",
            algorithm="token",
            place=place("header:Authorization"),
            layout=Basic(),
            encoding="plain",
        ),
    ),
    event=places("json:meta.action"),
    event_parts=places("json:meta.action", "json:meta.entity"),
    delivery_id=places("json:meta.id"),
    gists=(
        ("*.deal", "{data.title, previous.title} · {data.value?} {data.currency?} · {data.status}"),
        ("*", "{data.name, data.title, data.subject, previous.name, meta.entity_id}"),
    ),
    sensitive=places("header:Authorization"),
    level="secondary",
    sources=("hookdeck/webhook-skills, providers.yaml",),
    doubts=("meta.id",),
)

_ZENDESK_TIME = "X-Zendesk-Webhook-Signature-Timestamp"

ZENDESK = Provider(
    id="zendesk",
    name="Zendesk",
    category="crm",
    monogram="ZD",
    secret_words="the webhook’s signing secret",
    secret_where="Zendesk shows it in the Admin Center: Apps and integrations › Webhooks › Reveal secret. "
    "Tests of a webhook that is not saved yet are signed with dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==.",
    marks=(Mark(headers=("X-Zendesk-Webhook-Signature",)),),
    schemes=(
        Scheme(
            id="zendesk-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Zendesk-Webhook-Signature"),
            layout=Single(),
            message=message(f"{{{_ZENDESK_TIME}}}{{body}}"),
            encoding="base64",
            timestamp=Timestamp(part=_ZENDESK_TIME, unit="iso8601"),
        ),
    ),
    event=places("json:type"),
    delivery_id=places("header:X-Zendesk-Webhook-Invocation-Id"),
    gists=(
        ("zen:event-type:ticket.*", "#{detail.id} {detail.subject} · {detail.status} · {detail.priority?}"),
        ("*", "{detail.name, detail.email, detail.id, subject}"),
    ),
    deadline_s=12.0,
    retry_policy="up to 3 times after 409, 5 times after a time-out, and after 429 or 503 as Retry-After says",
    sources=(
        "developer.zendesk.com, verifying webhooks",
        "n8n-nodes-base (npm) 2.41.2, ZendeskTrigger",
        "hookdeck/webhook-skills, providers.yaml",
    ),
    doubts=("X-Zendesk-Webhook-Invocation-Id",),
)

CRM = (FRONT, HELPSCOUT, HUBSPOT, INTERCOM, PIPEDRIVE, ZENDESK)
