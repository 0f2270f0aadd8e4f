"""Clouds that tell of what happens in them."""

import json

from inspector.core.assignments import Assignment, assign
from inspector.core.request import Request
from inspector.providers.entries.aws_sns import AWS_SNS
from inspector.providers.layout import Single, WebToken
from inspector.providers.payload import Payload
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.rewriting import with_body
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.web_token import NeededClaim, TokenClaims

EXPIRES = NeededClaim(names=("exp",), values=("[0-9]*",))
"""A token that tells no end would be good for ever."""
GRAPH_APP = "0bf30f3b-4a52-48df-9a82-234910c4a086"
"""The application at Microsoft that sends the notifications; each of its tokens names it."""

_PUSHED = ((place("json:message.messageId"), "*"), (place("json:subscription"), "projects/*"))

GOOGLE_OIDC = Provider(
    id="google-oidc",
    name="Google Pub/Sub push / OIDC push",
    category="cloud",
    monogram="GO",
    secret_words="Google’s public keys, or the token of the channel",
    marks=(
        Mark(headers=("Authorization",), shows=_PUSHED, precedence=50),
        Mark(headers=("X-Goog-Channel-ID", "X-Goog-Resource-State"), precedence=50),
        Mark(agent="APIs-Google", precedence=50),
        Mark(agent="CloudPubSub-Google", precedence=50),
        Mark(shows=_PUSHED, precedence=50),
    ),
    schemes=(
        Scheme(
            id="google-oidc",
            algorithm="jwt",
            place=place("header:Authorization"),
            layout=WebToken(prefix="Bearer "),
            encoding="plain",
            keys=("public",),
            claims=TokenClaims(
                algorithms=("RS256",),
                issuers=("https://accounts.google.com",),
                needed=(
                    EXPIRES,
                    NeededClaim(names=("email_verified",), values=("true", "True"), optional=True),
                ),
                told=("aud", "email"),
                extra=(("email_verified", "true"),),
            ),
            timestamp=Timestamp(part="iat", until="exp"),
        ),
        # Channels that watch Drive or a calendar.
        Scheme(
            id="google-channel-token",
            algorithm="token",
            place=place("header:X-Goog-Channel-Token"),
            layout=Single(),
            encoding="plain",
        ),
    ),
    event=places("header:X-Goog-Resource-State", "json:message.attributes.eventType"),
    delivery_id=places("json:message.messageId", "header:X-Goog-Message-Number"),
    retry_counter=places("json:deliveryAttempt"),
    counts_from=1,
    gists=(
        (
            "*",
            (
                "{message.attributes.objectId, header:X-Goog-Resource-ID, message.messageId} · "
                "{message.attributes.bucketId, subscription, header:X-Goog-Channel-ID}"
            ),
        ),
    ),
    sensitive=places("header:Authorization", "header:X-Goog-Channel-Token"),
    level="unverified",
    sources=("pypi google-auth 2.62.2 (installed, not tried)",),
    doubts=(
        "everything about it is general knowledge, but for the library that checks its tokens",
        "who the token is for (aud) and whose it is (email) are not compared with anything",
    ),
    key_sources=("https://www.googleapis.com/oauth2/v3/certs",),
)


def put_token(request: Request, token: str) -> Request:
    """The request with a validation token; others that it shows are of an earlier sending."""
    tokens = Assignment(path="validationTokens", json=json.dumps([token]))
    return with_body(request, assign(request.body.read(), "application/json", [tokens]))


def put_client_state(request: Request, token: str) -> Request:
    """The request with this clientState in each of its notifications, and in the first where there are none."""
    content = request.body.read()
    numbers = range(len(Payload(request, content).rows(STATES)) or 1)
    states = [Assignment(path=f"value[{number}].clientState", json=json.dumps(token)) for number in numbers]
    return with_body(request, assign(content, "application/json", states))


STATES = place("json:value.*.clientState")

MICROSOFT_GRAPH = Provider(
    id="microsoft-graph",
    name="Microsoft Graph",
    category="cloud",
    monogram="MG",
    secret_words="the clientState of the subscription",
    marks=(Mark(shows=((place("json:value.0.subscriptionId"), "*"),), precedence=40),),
    schemes=(
        Scheme(
            id="microsoft-graph-client-state",
            algorithm="token",
            place=place("json:value.0.clientState"),
            layout=Single(),
            encoding="plain",
            every=STATES,
            put=put_client_state,
        ),
        # Beside encrypted content; about who sent it, not what.
        Scheme(
            id="microsoft-graph-jwt",
            algorithm="jwt",
            place=place("json:validationTokens.0"),
            layout=WebToken(),
            encoding="plain",
            keys=("public",),
            claims=TokenClaims(
                algorithms=("RS256",),
                needed=(
                    EXPIRES,
                    NeededClaim(names=("azp", "appid"), values=(GRAPH_APP,)),
                    NeededClaim(
                        names=("iss",),
                        values=("https://login.microsoftonline.com/*/v2.0", "https://sts.windows.net/*/"),
                    ),
                ),
                told=("aud",),
                extra=(("azp", GRAPH_APP), ("iss", "https://login.microsoftonline.com/common/v2.0")),
            ),
            timestamp=Timestamp(part="iat", until="exp"),
            put=put_token,
        ),
    ),
    event=places("json:value.0.changeType", "json:value.0.lifecycleEvent"),
    delivery_id=places("json:value.0.id"),
    gists=(
        (
            "*",
            "{value.0.resource} · {value|count:notification} · {value.0.tenantId, value.0.subscriptionId}",
        ),
    ),
    sensitive=(STATES,),
    deadline_s=3.0,
    retry_policy="for up to 4 hours; slow endpoints are told later and later",
    sources=(
        "microsoftgraph/microsoft-graph-docs-contrib change-notifications-delivery-webhooks.md (01c641ac)",
        "hookdeck/webhook-skills providers.yaml (00ad8d05)",
    ),
    doubts=(
        "of several notifications in one delivery the first one's clientState is compared",
        "where the keys of validationTokens stand is general knowledge; their aud is not compared with anything",
        "how the issuer of validationTokens is written is general knowledge",
    ),
    key_sources=("https://login.microsoftonline.com/common/discovery/v2.0/keys",),
)

CLOUD = (AWS_SNS, MICROSOFT_GRAPH, GOOGLE_OIDC)
