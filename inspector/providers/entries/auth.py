"""Who somebody is: sign-in, accounts, directories."""

from dataclasses import replace

from inspector.providers.entries.generic import STANDARD_WEBHOOKS, SVIX
from inspector.providers.layout import Pairs, Single, WebToken
from inspector.providers.lossless import Json, parse
from inspector.providers.message import message
from inspector.providers.payload import Payload
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.web_token import HashClaim, TokenClaims

AUTHORIZATION = place("header:Authorization")


def first_line(payload: Payload) -> Json:
    """Of JSON lines the first; None where that is no document."""
    try:
        return parse((payload.text_of_body or "").partition("\n")[0].encode())
    except ValueError:
        return None


AUTH0 = Provider(
    id="auth0",
    name="Auth0 (custom log stream)",
    category="auth",
    monogram="A0",
    secret_words="the authorization token of the log stream",
    secret_where="It is what you typed under Monitoring › Streams › your stream › Authorization Token.",
    marks=(
        *(
            Mark(headers=headers, shows=((place(f"{at}log_id"), "*"), (place(f"{at}data.type"), "*")), precedence=70)
            for headers in (("Authorization",), ())
            for at in ("0.", "")
        ),
        Mark(shows=((place("body:text"), '{*"log_id":*"data":*{*'),), precedence=70),
    ),
    schemes=(
        Scheme(
            id="auth0-token",
            algorithm="token",
            place=AUTHORIZATION,
            layout=Single(),
            encoding="plain",
        ),
    ),
    # A list, a single object, or one object a line.
    unpack=first_line,
    event=places("json:0.data.type", "json:data.type"),
    delivery_id=places("json:0.log_id", "json:log_id"),
    gists=(
        (
            "*",
            (
                "{0.data.user_name, data.user_name, 0.data.user_id, data.user_id} · "
                "{0.data.client_name, data.client_name} · {0.data.description, data.description, 0.data.ip, data.ip}"
            ),
        ),
    ),
    sensitive=(AUTHORIZATION,),
    level="secondary",
    sources=("hookdeck/webhook-skills providers.yaml (00ad8d05)",),
    doubts=("that log_id is the id is not confirmed; a delivery may hold many events, of which the first is named",),
)

CLERK = Provider(
    id="clerk",
    name="Clerk",
    category="auth",
    monogram="CL",
    secret_hint="whsec_…",
    secret_where="Clerk shows it under Configure › Webhooks › your endpoint › Signing Secret.",
    marks=tuple(
        Mark(headers=(header,), shows=conditions, precedence=precedence)
        for header in ("svix-id", "webhook-id")
        for precedence, conditions in (
            # Before Resend: both tell of mails as email.*, but only Clerk has instances.
            (69, ((place("json:instance_id"), "ins_*"),)),
            (70, ((place("json:object"), "event"), (place("json:type"), "user.*"))),
            (70, ((place("json:object"), "event"), (place("json:type"), "session.*"))),
            (70, ((place("json:object"), "event"), (place("json:type"), "organization*"))),
        )
    ),
    schemes=(
        replace(SVIX.schemes[0], id="clerk-v1"),
        replace(STANDARD_WEBHOOKS.schemes[0], id="clerk-standard-v1"),
    ),
    event=places("json:type"),
    delivery_id=places("header:svix-id", "header:webhook-id"),
    gists=(
        (
            "user.*",
            "{data.email_addresses.0.email_address, data.username, data.id} · {data.first_name?} {data.last_name?}",
        ),
        ("session.*", "{data.user_id} · {data.status} · {data.id}"),
        ("organizationMembership.*", "{data.organization.name} · {data.public_user_data.identifier} · {data.role}"),
        ("organizationInvitation.*", "{data.email_address} · {data.role} · {data.status}"),
        ("organization.*", "{data.name} · {data.slug, data.id}"),
        ("email.*", "{data.to_email_address} · {data.subject} · {data.status}"),
        ("*", "{data.email_address, data.phone_number, data.name, data.id} · {data.status}"),
    ),
    secret_forms=("whsec_",),
    wrong_secrets=(
        ("sk_test_", "a secret key of its API"),
        ("sk_live_", "a secret key of its API"),
        ("pk_", "a publishable key"),
    ),
    evidence="official library",
    sources=("npm @clerk/backend 3.25.0 dist/webhooks.js",),
)

FUSIONAUTH = Provider(
    id="fusionauth",
    name="FusionAuth",
    category="auth",
    monogram="FU",
    secret_words="the key that signs the webhook (the shared one, or the public half of the pair)",
    secret_where="FusionAuth shows it under Settings › Key Master.",
    marks=(Mark(headers=("X-FusionAuth-Signature-JWT",), precedence=25),),
    # The same name of a claim as Plaid's, but in base64.
    schemes=(
        Scheme(
            id="fusionauth-jwt",
            algorithm="jwt",
            place=place("header:X-FusionAuth-Signature-JWT"),
            layout=WebToken(),
            encoding="plain",
            claims=TokenClaims(
                algorithms=("HS256", "HS384", "HS512", "RS256", "ES256", "EdDSA"),
                hashes=(HashClaim(name="request_body_sha256", written="base64"),),
            ),
        ),
    ),
    event=places("json:event.type"),
    delivery_id=places("json:event.id"),
    gists=(
        ("user.*", "{event.user.email, event.user.username, event.user.id} · {event.user.fullName, event.reason}"),
        ("*", "{event.user.email, event.group.name, event.entity.name} · {event.info.ipAddress}"),
    ),
    level="secondary",
    sources=("hookdeck/webhook-skills skills/fusionauth-webhooks (f8a48018)",),
)

OKTA = Provider(
    id="okta",
    name="Okta Event Hooks",
    category="auth",
    monogram="OK",
    secret_words="the value of the authentication field",
    secret_where="It is what you typed under Workflow › Event Hooks › your hook › Authentication secret.",
    marks=(
        Mark(headers=("X-Okta-Verification-Challenge",), precedence=30),
        Mark(headers=("Authorization",), shows=((place("json:eventType"), "com.okta.event_hook"),), precedence=30),
        Mark(shows=((place("json:eventType"), "com.okta.event_hook"),), precedence=30),
    ),
    schemes=(
        Scheme(
            id="okta-token",
            algorithm="token",
            place=AUTHORIZATION,
            layout=Single(),
            encoding="plain",
        ),
    ),
    event=places("json:data.events.0.eventType"),
    delivery_id=places("json:eventId"),
    gists=(
        (
            "*",
            (
                "{data.events.0.target.0.alternateId, data.events.0.actor.alternateId} · "
                "{data.events.0.displayMessage} · {data.events.0.outcome.result}"
            ),
        ),
    ),
    sensitive=(AUTHORIZATION,),
    deadline_s=3.0,
    retry_policy="once",
    wrong_secrets=(("SSWS ", "an API token"),),
    level="secondary",
    sources=("hookdeck/webhook-skills providers.yaml (00ad8d05)",),
    doubts=(
        "that eventId is the id, a time limit of 3 s and the one retry are not confirmed",
        "the name of the authentication field can be chosen: only Authorization is looked at",
    ),
)

WORKOS = Provider(
    id="workos",
    name="WorkOS",
    category="auth",
    monogram="WO",
    secret_where="WorkOS shows it under Developer › Webhooks › your endpoint › Signing Secret.",
    marks=(Mark(headers=("WorkOS-Signature",), precedence=25),),
    # Its Python library splits at comma and blank; a comma alone is malformed to it.
    schemes=(
        Scheme(
            id="workos-v1",
            algorithm="hmac-sha256",
            place=place("header:WorkOS-Signature"),
            layout=Pairs(name="v1", fields=("t",), separator=", "),
            message=message("{t}.{body}", fields=("t",)),
            timestamp=Timestamp(part="t", unit="ms", tolerance_s=180),
        ),
    ),
    event=places("json:event"),
    delivery_id=places("json:id"),
    gists=(
        ("user.*", "{data.email, data.id} · {data.first_name?} {data.last_name?}"),
        ("dsync.group.user_*", "{data.group.name} · {data.user.email, data.user.id}"),
        ("dsync.user.*", "{data.email, data.emails.0.value, data.id} · {data.state}"),
        ("connection.*", "{data.name} · {data.connection_type} · {data.state}"),
        ("*", "{data.name, data.email, data.user_id, data.id} · {data.organization_id}"),
    ),
    wrong_secrets=(("sk_", "an API key"), ("client_", "a client id")),
    evidence="official library",
    sources=("pypi workos 10.8.0 webhooks/_verification.py",),
)

AUTH = (AUTH0, CLERK, FUSIONAUTH, OKTA, WORKOS)
