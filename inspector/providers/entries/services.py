"""Alerts, gateways, and services that an application is built on."""

from dataclasses import replace
from typing import Literal

from inspector.providers.entries.generic import STANDARD_WEBHOOKS
from inspector.providers.layout import Listed, Single
from inspector.providers.message import BODY, Message, message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

_GRAFANA_TIME = place("header:X-Grafana-Alerting-Timestamp")


def _grafana(id: str, signed: Message) -> Scheme:
    timed = signed is not BODY
    return Scheme(
        id=id,
        algorithm="hmac-sha256",
        place=place("header:X-Grafana-Alerting-Signature"),
        layout=Single(),
        message=signed,
        timestamp=Timestamp(part=_GRAFANA_TIME.name) if timed else None,
        # Without a time the body is signed alone.
        when=() if timed else ((_GRAFANA_TIME, ""),),
    )


GRAFANA = Provider(
    id="grafana",
    name="Grafana",
    category="ops",
    monogram="GF",
    secret_words="the contact point’s HMAC secret",
    secret_where="It is the text that was set with the contact point: Alerting › Contact points › HMAC signature.",
    marks=(Mark(headers=("X-Grafana-Alerting-Signature",), precedence=25),),
    schemes=(
        _grafana("grafana-colon", message("{X-Grafana-Alerting-Timestamp}:{body}")),
        _grafana("grafana-dot", message("{X-Grafana-Alerting-Timestamp}.{body}")),
        _grafana("grafana-body", BODY),
    ),
    decides="any",
    event=places("json:status"),
    event_key=places("json:groupKey"),
    event_state=places("json:alerts.0.startsAt", "json:alerts.0.endsAt"),
    gists=(("*", "{commonLabels.alertname, groupLabels.alertname, title} · {alerts|count:alert} · {status}"),),
    wrong_secrets=(("glsa_", "a service account’s token"),),
    level="unverified",
    sources=("npm @hookflo/tern 4.1.0 dist/platforms/algorithms.js",),
    doubts=("the whole recipe is not confirmed; time and body are said to be joined by “:” or by “.”, both are tried",),
)

PAGERDUTY = Provider(
    id="pagerduty",
    name="PagerDuty",
    category="ops",
    monogram="PD",
    secret_words="the webhook subscription’s secret",
    secret_where="PagerDuty shows it once, when the webhook is made: Integrations › Generic Webhooks (v3).",
    marks=(Mark(headers=("X-PagerDuty-Signature",)), Mark(agent="PagerDuty-Webhook/", precedence=42)),
    schemes=(
        Scheme(
            id="pagerduty-v1",
            algorithm="hmac-sha256",
            place=place("header:X-PagerDuty-Signature"),
            layout=Listed(prefix="v1=", separator=","),
        ),
    ),
    event=places("json:event.event_type"),
    delivery_id=places("json:event.id", "header:X-Webhook-Id"),
    gists=(
        ("incident.annotated", "#{event.data.incident.summary} · {event.data.content}"),
        (
            "incident.*",
            (
                "#{event.data.number} {event.data.title?} · {event.data.service.summary} · "
                "{event.data.urgency?} {event.data.status}"
            ),
        ),
        ("service.*", "{event.data.name, event.data.summary} · {event.agent.summary}"),
        ("*", "{event.data.summary, event.data.title, event.data.message} · {event.agent.summary}"),
    ),
    level="secondary",
    sources=("a public table of providers (independent implementation)", "ten public implementations"),
    doubts=(
        "the User-Agent PagerDuty-Webhook/V3.0 is not confirmed",
        "the names X-Webhook-Id and X-Webhook-Subscription are not confirmed",
    ),
)

HOOKDECK = Provider(
    id="hookdeck",
    name="Hookdeck",
    category="generic",
    monogram="HD",
    secret_words="the project’s signing secret",
    secret_where="Hookdeck shows it under Settings › Project › Secrets › Signing Secret.",
    # A gateway passes header fields of the first sender on; what it adds itself stands before most of them.
    marks=(Mark(headers=("x-hookdeck-signature",), precedence=15),),
    schemes=(
        Scheme(
            id="hookdeck-sha256",
            algorithm="hmac-sha256",
            place=place("header:x-hookdeck-signature"),
            also=(place("header:x-hookdeck-signature-2"),),
            layout=Single(),
            encoding="base64",
        ),
    ),
    delivery_id=places("header:x-hookdeck-eventid"),
    retry_counter=places("header:x-hookdeck-attempt-count"),
    counts_from=1,
    gists=(("*", "{header:x-hookdeck-source-name} · {type, event, action, topic}"),),
    level="secondary",
    sources=("hookdeck/webhook-skills providers.yaml (00ad8d05)",),
    doubts=(
        "the names x-hookdeck-eventid, -source-name, -attempt-count and -signature-2 are not confirmed",
        "a gateway passes on what somebody else sent; the first sender’s own signature is not looked at",
    ),
)


def _supabase(*shown: str) -> Mark:
    """An Auth hook, by members that its body always has."""
    return Mark(headers=("webhook-id",), shows=tuple((place(f"json:{one}"), "*") for one in shown), precedence=67)


def _changed(kind: str) -> Mark:
    """A webhook of the database, which is not signed."""
    return Mark(
        shows=((place("json:schema"), "*"), (place("json:table"), "*"), (place("json:type"), kind)), precedence=67
    )


SUPABASE = Provider(
    id="supabase",
    name="Supabase",
    category="database",
    monogram="SB",
    secret_words="the Auth hook’s secret",
    secret_where="Supabase shows it under Authentication › Hooks › your hook.",
    secret_hint="v1,whsec_…",
    marks=(
        _supabase("email_data.email_action_type", "user.id"),
        _supabase("sms.otp", "user.id"),
        _supabase("claims.sub", "user_id"),
        _supabase("metadata.name", "user.id"),
        # Whether a password, or a second factor, was right.
        _supabase("valid", "user_id"),
        *(_changed(kind) for kind in ("INSERT", "UPDATE", "DELETE")),
    ),
    schemes=(replace(STANDARD_WEBHOOKS.schemes[0], id="supabase-v1", keys=("v1,whsec",)),),
    event=places("json:type", "json:metadata.name", "json:email_data.email_action_type"),
    delivery_id=places("header:webhook-id"),
    gists=(
        ("INSERT", "{schema}.{table} · {record.id}"),
        ("UPDATE", "{schema}.{table} · {record.id}"),
        ("DELETE", "{schema}.{table} · {old_record.id}"),
        ("*", "{user.email, claims.email, user.phone, user_id} · {email_data.site_url, authentication_method}"),
    ),
    secret_forms=("v1,whsec_", "whsec_"),
    wrong_secrets=(("sb_secret_", "an API key"), ("sb_publishable_", "a publishable key")),
    level="secondary",
    sources=("a public table of providers", "standard-webhooks/standard-webhooks issue #235"),
    doubts=(
        "the form of the bodies is not confirmed",
        "several secrets are said to be joined by “|”; give each by itself",
        "webhooks of the database are not signed",
    ),
)


def _cloudinary(id: str, algorithm: Literal["sha1 behind", "sha256 behind"]) -> Scheme:
    """A plain hash with the secret behind the message, by either of two functions."""
    return Scheme(
        id=id,
        algorithm=algorithm,
        place=place("header:X-Cld-Signature"),
        layout=Single(),
        message=message("{body}{X-Cld-Timestamp}"),
        timestamp=Timestamp(part="X-Cld-Timestamp", tolerance_s=7200, future=False),
    )


CLOUDINARY = Provider(
    id="cloudinary",
    name="Cloudinary",
    category="media",
    monogram="CD",
    secret_words="the product environment’s API secret",
    secret_where="Cloudinary shows it under Settings › API Keys.",
    marks=(Mark(headers=("X-Cld-Signature",), precedence=25),),
    schemes=(_cloudinary("cloudinary-sha1", "sha1 behind"), _cloudinary("cloudinary-sha256", "sha256 behind")),
    decides="any",
    event=places("json:notification_type"),
    event_key=places("json:notification_id", "json:request_id"),
    gists=(
        ("upload", "{public_id} · {format, resource_type} · {width}×{height}"),
        ("rename", "{from_public_id} → {to_public_id}"),
        ("delete", "{resources|count:asset} · {resources.0.public_id}"),
        ("moderation", "{public_id} · {moderation_kind} · {moderation_status}"),
        ("*", "{public_id, resources.0.public_id} · {resource_type}"),
    ),
    evidence="official library",
    sources=("pypi cloudinary 1.46.3 utils.py", "hookdeck/webhook-skills providers.yaml (00ad8d05)"),
)

PUSHER = Provider(
    id="pusher",
    name="Pusher",
    category="realtime",
    monogram="PU",
    secret_words="the app’s secret",
    secret_where="Pusher shows it under Channels › your app › App Keys › secret.",
    marks=(Mark(headers=("X-Pusher-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="pusher-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Pusher-Signature"),
            layout=Single(),
            timestamp=Timestamp(part="time_ms", place=place("json:time_ms"), unit="ms", tolerance_s=300),
        ),
    ),
    event=places("json:events.0.name"),
    gists=(
        ("client_event", "{events.0.channel} · {events.0.event} · {events|count:event}"),
        ("member_*", "{events.0.channel} · {events.0.user_id} · {events|count:event}"),
        ("*", "{events.0.channel} · {events|count:event}"),
    ),
    evidence="official library",
    sources=("pypi pusher 3.3.4 authentication_client.py",),
    doubts=("X-Pusher-Key names the app’s key; that it is yours is not checked",),
)

STRAVA = Provider(
    id="strava",
    name="Strava",
    category="fitness",
    monogram="SV",
    marks=(
        Mark(
            shows=(
                (place("json:aspect_type"), "*"),
                (place("json:object_type"), "*"),
                (place("json:subscription_id"), "*"),
            ),
            precedence=45,
        ),
    ),
    schemes=(),
    event_parts=places("json:object_type", "json:aspect_type"),
    event=places("json:object_type"),
    gists=(("*", "{object_type} {object_id} · {updates.title, updates.type} · athlete {owner_id}"),),
    deadline_s=2.0,
    retry_policy="three times in all",
    level="secondary",
    sources=("hookdeck/webhook-skills providers.yaml (00ad8d05)", "npm n8n-nodes-base 2.41.2, trigger node"),
)

SERVICES = (GRAFANA, PAGERDUTY, HOOKDECK, SUPABASE, CLOUDINARY, PUSHER, STRAVA)
