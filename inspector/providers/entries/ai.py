"""Models and agents."""

from dataclasses import replace

from inspector.providers.entries.generic import STANDARD_WEBHOOKS, standard_v1
from inspector.providers.layout import Single, WebToken
from inspector.providers.message import message
from inspector.providers.payload import Payload
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.web_token import TokenClaims

STANDARD = STANDARD_WEBHOOKS.schemes[0]

OPENAI = Provider(
    id="openai",
    name="OpenAI",
    category="ai",
    monogram="OA",
    secret_hint="whsec_…",
    secret_where="OpenAI shows it once, when the webhook is made: Settings › Project › Webhooks.",
    marks=(
        Mark(
            headers=("webhook-signature", "webhook-id"),
            shows=((place("json:object"), "event"), (place("json:id"), "evt_*")),
            precedence=60,
        ),
        Mark(
            headers=("webhook-signature", "webhook-id"),
            shows=((place("header:User-Agent"), "*OpenAI*"),),
            precedence=61,
        ),
    ),
    schemes=(standard_v1("openai-v1", keys=("whsec or utf-8",), bare=True),),
    event=places("json:type"),
    delivery_id=places("header:webhook-id"),
    event_key=places("json:id"),
    gists=(
        ("*.incoming", "{data.sip_headers.0.name} {data.sip_headers.0.value} · {data.call_id, data.session_id}"),
        ("*", "{data.id} · {data.status, data.error.message}"),
    ),
    secret_forms=("whsec_",),
    wrong_secrets=(("sk-", "an API key"), ("sess-", "a session key"), ("wh_", "the id of a webhook")),
    sources=("pypi openai 3.54.0 lib/_webhooks.py and its tests",),
    evidence="published vector",
    doubts=("the User-Agent is not confirmed",),
)


def anthropic_event(payload: Payload) -> str | None:
    """The type on the outside, where it is more than that this is an event."""
    outer = payload.text(place("json:type"))
    return None if outer == "event" else outer


ANTHROPIC = Provider(
    id="anthropic",
    name="Anthropic (Claude Managed Agents)",
    category="ai",
    monogram="AN",
    secret_words="the webhook’s signing key",
    secret_hint="whsec_…",
    marks=(
        # The library's own model of events: the type on the outside is always "event", the kind stands inside.
        Mark(
            headers=("webhook-signature", "webhook-id"),
            shows=((place("json:type"), "event"), (place("json:data.organization_id"), "*")),
            precedence=62,
        ),
        *(
            Mark(headers=(header,), shows=((place("json:type"), kind),), precedence=62)
            for header in ("webhook-id", "webhook-signature")
            for kind in ("session.*", "vault.*")
        ),
    ),
    schemes=(replace(STANDARD, id="anthropic-v1"),),
    event=places("json:data.type", "json:type"),
    event_named=anthropic_event,
    delivery_id=places("header:webhook-id"),
    event_key=places("json:id"),
    gists=(
        ("session.thread*", "{data.id} · {data.session_thread_id} · {data.workspace_id}"),
        ("vault_credential.*", "{data.id} · {data.vault_id} · {data.workspace_id}"),
        ("*", "{data.id} · {data.workspace_id, data.organization_id}"),
    ),
    retry_policy="again after anything but 2xx; a redirect counts as a failure",
    secret_forms=("whsec_",),
    wrong_secrets=(("sk-ant-", "an API key"),),
    evidence="official library",
    sources=("pypi anthropic 2.12.0 resources/beta/webhooks.py, types/beta/beta_webhook_event.py",),
    doubts=("session.* and vault.* as the type on the outside are not in its library (data.type is)",),
)

_GEMINI_KINDS = ("batch.*", "video.*", "interaction.*")

GEMINI = Provider(
    id="gemini",
    name="Google Gemini API",
    category="ai",
    monogram="GM",
    secret_hint="whsec_…",
    marks=(
        *(Mark(headers=("webhook-id",), shows=((place("json:type"), kind),), precedence=66) for kind in _GEMINI_KINDS),
        *(
            Mark(
                headers=("webhook-signature",),
                shows=((place("header:webhook-signature"), "eyJ*.*.*"), (place("json:type"), kind)),
                precedence=66,
            )
            for kind in _GEMINI_KINDS
        ),
    ),
    schemes=(
        replace(STANDARD, id="gemini-v1"),
        # Webhooks of a single job: a token that Google's keys check; it says nothing about the body.
        Scheme(
            id="gemini-jwt",
            algorithm="jwt",
            place=place("header:webhook-signature"),
            layout=WebToken(),
            encoding="plain",
            keys=("public",),
            claims=TokenClaims(algorithms=("RS256",)),
            timestamp=Timestamp(part="iat", until="exp"),
        ),
    ),
    decides="any",
    event=places("json:type"),
    delivery_id=places("header:webhook-id"),
    gists=(
        ("batch.*", "{data.id, data.name} · {data.output_file_uri, data.error.message}"),
        ("*", "{data.id, data.name} · {data.state, data.error.message}"),
    ),
    retry_policy="with growing pauses for up to 24 hours",
    secret_forms=("whsec_",),
    wrong_secrets=(("AIza", "an API key"),),
    level="secondary",
    sources=("hookdeck/webhook-skills providers.yaml (00ad8d05)", "a public table of providers"),
    doubts=(
        "what the token of a job's own webhook has to say is not confirmed: only its signature and time are checked",
    ),
    key_sources=("https://generativelanguage.googleapis.com/.well-known/jwks.json",),
)

REPLICATE = Provider(
    id="replicate",
    name="Replicate",
    category="ai",
    monogram="RE",
    secret_hint="whsec_…",
    marks=(
        Mark(headers=("webhook-id",), shows=((place("json:urls.get"), "*api.replicate.com*"),), precedence=65),
        *(
            Mark(
                headers=("webhook-id",),
                shows=((place("json:status"), status), (place("json:version"), "*")),
                precedence=65,
            )
            for status in ("starting", "processing", "succeeded", "failed", "canceled", "aborted")
        ),
    ),
    # Its library does not look at the age.
    schemes=(replace(STANDARD, id="replicate-v1", timestamp=Timestamp(part="webhook-timestamp")),),
    event=places("json:status"),
    delivery_id=places("header:webhook-id"),
    gists=(("failed", "{id} · {model} · {error}"), ("*", "{id} · {model} · {metrics.predict_time?} · {source}")),
    secret_forms=("whsec_",),
    wrong_secrets=(("r8_", "an API token"),),
    evidence="official library",
    sources=("npm replicate 1.4.0 lib/util.js", "hookdeck/webhook-skills providers.yaml (00ad8d05)"),
)

FAL = Provider(
    id="fal",
    name="fal.ai",
    category="ai",
    monogram="FA",
    secret_words="the public key",
    marks=(Mark(headers=("X-Fal-Webhook-Signature",)), Mark(headers=("X-Fal-Webhook-Request-Id",))),
    schemes=(
        Scheme(
            id="fal-ed25519",
            algorithm="ed25519",
            place=place("header:X-Fal-Webhook-Signature"),
            layout=Single(),
            message=message(
                "{X-Fal-Webhook-Request-Id}\n{X-Fal-Webhook-User-Id}\n{X-Fal-Webhook-Timestamp}\n{sha256(body)}"
            ),
            keys=("public",),
            timestamp=Timestamp(part="X-Fal-Webhook-Timestamp", tolerance_s=300),
        ),
    ),
    event=places("json:status"),
    delivery_id=places("header:X-Fal-Webhook-Request-Id", "json:request_id"),
    gists=(
        ("ERROR", "{request_id} · {error, payload.detail.0.msg}"),
        (
            "*",
            "{request_id} · {payload.images|count:image} · {payload.images.0.content_type, payload.video.content_type}",
        ),
    ),
    level="secondary",
    sources=("npm @hookflo/tern 4.1.0 dist/platforms/algorithms.js, verifiers/algorithms.js",),
    doubts=(
        "which host publishes its keys today, rest.fal.ai or rest.alpha.fal.ai, is not confirmed",
        "that the signature is written in hex is not confirmed",
    ),
    key_sources=(
        "https://rest.alpha.fal.ai/.well-known/jwks.json",
        "https://rest.fal.ai/.well-known/jwks.json",
    ),
)

HUGGINGFACE = Provider(
    id="huggingface",
    name="Hugging Face",
    category="ai",
    monogram="HF",
    secret_words="the webhook’s secret",
    secret_where="Hugging Face shows it under Settings › Webhooks › your webhook › Secret.",
    marks=(
        Mark(headers=("X-Webhook-Secret",), precedence=25),
        Mark(shows=((place("json:event.scope"), "*"), (place("json:repo.headSha"), "*")), precedence=80),
    ),
    schemes=(
        Scheme(
            id="huggingface-token",
            algorithm="token",
            place=place("header:X-Webhook-Secret"),
            layout=Single(),
            encoding="plain",
        ),
    ),
    event=places("json:event.scope"),
    event_parts=places("json:event.scope", "json:event.action"),
    gists=(
        ("discussion*", "{repo.name} · #{discussion.num} {discussion.title?} · {discussion.status}"),
        ("*", "{repo.name} · {repo.type} · {repo.headSha|short}"),
    ),
    sensitive=places("header:X-Webhook-Secret"),
    wrong_secrets=(("hf_", "an access token"),),
    level="secondary",
    sources=("hookdeck/webhook-skills providers.yaml (00ad8d05)",),
)

CURSOR = Provider(
    id="cursor",
    name="Cursor (cloud agents)",
    category="ai",
    monogram="CU",
    secret_words="the webhook’s secret",
    marks=(
        Mark(
            headers=("X-Webhook-Signature",),
            # The field alone is anybody's.
            shows=((place("header:X-Webhook-Signature"), "sha256=*"), (place("json:event"), "*")),
            precedence=55,
        ),
    ),
    schemes=(
        Scheme(
            id="cursor",
            algorithm="hmac-sha256",
            place=place("header:X-Webhook-Signature"),
            layout=Single(prefix="sha256="),
        ),
    ),
    event=places("json:event"),
    gists=(("*", "{id} · {status} · {source.repository, target.branchName} · {name}"),),
    level="secondary",
    sources=("hookdeck/webhook-skills skills/cursor-webhooks (f8a48018)",),
    doubts=("that the event stands in the field event is not confirmed",),
)

AI = (OPENAI, ANTHROPIC, REPLICATE, GEMINI, FAL, HUGGINGFACE, CURSOR)
