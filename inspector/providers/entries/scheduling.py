"""Appointments."""

from inspector.providers.layout import Pairs, Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

CALENDLY = Provider(
    id="calendly",
    name="Calendly",
    category="scheduling",
    monogram="CY",
    secret_words="the signing_key that was given with the subscription",
    marks=(Mark(headers=("Calendly-Webhook-Signature",)),),
    schemes=(
        Scheme(
            id="calendly-v1",
            algorithm="hmac-sha256",
            place=place("header:Calendly-Webhook-Signature"),
            layout=Pairs(name="v1", fields=("t",)),
            message=message("{t}.{body}", fields=("t",)),
            timestamp=Timestamp(part="t", tolerance_s=180),
        ),
    ),
    event=places("json:event"),
    delivery_id=places("json:payload.uri"),
    shares_id=True,
    event_key=places("json:payload.uri"),
    gists=(
        (
            "invitee.*",
            "{payload.scheduled_event.name} · {payload.name, payload.email} · {payload.scheduled_event.start_time}",
        ),
        ("*", "{payload.name, payload.email, payload.uri} · {payload.status}"),
    ),
    level="secondary",
    sources=(
        "npm n8n-nodes-base 2.41.2 CalendlyTriggerHelpers",
        "hookdeck/webhook-skills providers.yaml (00ad8d05)",
        "a public table of providers",
    ),
    doubts=(
        "that payload.uri tells deliveries apart is not confirmed",
        "three minutes are what its documentation advises, nothing that it enforces",
    ),
)

CALCOM = Provider(
    id="calcom",
    name="Cal.com",
    category="scheduling",
    monogram="CC",
    secret_words="the webhook’s secret",
    secret_where="It is what you typed under Settings › Developer › Webhooks › your webhook › Secret.",
    marks=(Mark(headers=("X-Cal-Signature-256",)),),
    schemes=(
        Scheme(
            id="calcom",
            algorithm="hmac-sha256",
            place=place("header:X-Cal-Signature-256"),
            layout=Single(),
            unsigned=(b"no-secret-provided",),
        ),
    ),
    event=places("json:triggerEvent"),
    # One booking is made, moved and cancelled under one uid.
    delivery_id=places("json:payload.uid"),
    shares_id=True,
    event_key=places("json:payload.uid"),
    gists=(
        ("MEETING_*", "{payload.title, title} · {payload.startTime, startTime}"),
        ("*", "{payload.title} · {payload.attendees.0.email} · {payload.startTime} · {payload.status}"),
    ),
    sources=(
        "calcom/cal.com packages/features/webhooks/lib/sendPayload.ts (008952de)",
        "npm n8n-nodes-base 2.41.2",
        "npm nuxt-webhook-validators 0.2.12",
    ),
)

ACUITY = Provider(
    id="acuity",
    name="Acuity Scheduling",
    category="scheduling",
    monogram="AC",
    secret_words="the API key",
    secret_where="Acuity shows it under Integrations › API.",
    marks=(Mark(headers=("X-Acuity-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="acuity",
            algorithm="hmac-sha256",
            place=place("header:X-Acuity-Signature"),
            layout=Single(),
            encoding="base64",
        ),
    ),
    event=places("form:action"),
    gists=(("*", "appointment {form:id} · calendar {form:calendarID} · type {form:appointmentTypeID}"),),
    level="secondary",
    sources=("npm n8n-nodes-base 2.41.2",),
    doubts=("that the event stands in the field action is not confirmed",),
)

SCHEDULING = (CALENDLY, CALCOM, ACUITY)
