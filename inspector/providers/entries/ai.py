"""Models and agents."""

from inspector.providers.entries.generic import STANDARD_TIMESTAMP, STANDARD_V1
from inspector.providers.layout import Listed
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme

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
    schemes=(
        Scheme(
            id="openai-v1",
            algorithm="hmac-sha256",
            place=place("header:webhook-signature"),
            layout=Listed(prefix="v1,", bare=True),
            message=STANDARD_V1,
            encoding="base64",
            keys=("whsec or utf-8",),
            timestamp=STANDARD_TIMESTAMP,
        ),
    ),
    event=places("json:type"),
    delivery_id=places("header:webhook-id"),
    event_key=places("json:id"),
    gists=(("*", "{data.id} · {data.status, data.error.message}"),),
    secret_forms=("whsec_",),
    wrong_secrets=(("sk-", "an API key"), ("sess-", "a session key"), ("wh_", "the id of a webhook")),
    evidence="published vector",
    doubts=("the User-Agent is not confirmed",),
)

AI = (OPENAI,)
