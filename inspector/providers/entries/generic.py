"""Standards that many senders follow."""

from inspector.providers.layout import Listed
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

STANDARD_V1 = message("{webhook-id}.{webhook-timestamp}.{body}")
STANDARD_TIMESTAMP = Timestamp(part="webhook-timestamp", tolerance_s=300)
PASTED = (("sk_", "an API key"), ("sk-", "an API key"), ("pk_", "a publishable key"), ("we_", "the id of an endpoint"))
"""What is taken for the signing secret with any sender."""

STANDARD_WEBHOOKS = Provider(
    id="standard-webhooks",
    name="Standard Webhooks",
    category="generic",
    monogram="SW",
    secret_hint="whsec_…",
    secret_where="The sender shows it where the endpoint was set up.",
    marks=(
        Mark(headers=("webhook-signature", "webhook-id", "webhook-timestamp"), precedence=90),
        Mark(headers=("webhook-signature", "webhook-id"), precedence=91),
        Mark(headers=("webhook-signature", "webhook-timestamp"), precedence=91),
        Mark(headers=("webhook-id", "webhook-timestamp"), precedence=92),
    ),
    schemes=(
        Scheme(
            id="standard-webhooks-v1",
            algorithm="hmac-sha256",
            place=place("header:webhook-signature"),
            layout=Listed(prefix="v1,"),
            message=STANDARD_V1,
            encoding="base64",
            keys=("whsec",),
            timestamp=STANDARD_TIMESTAMP,
        ),
        Scheme(
            id="standard-webhooks-v1a",
            algorithm="ed25519",
            place=place("header:webhook-signature"),
            layout=Listed(prefix="v1a,"),
            message=STANDARD_V1,
            encoding="base64",
            keys=("whpk",),
            secret_starts=("whsk_", "whpk_"),
            timestamp=STANDARD_TIMESTAMP,
        ),
    ),
    decides="any",
    event=places("json:type"),
    delivery_id=places("header:webhook-id"),
    retry_policy="as the sender likes; the standard's example is 10 times over 75 hours",
    secret_forms=("whsec_", "whpk_", "whsk_"),
    wrong_secrets=PASTED,
    sources=("standard-webhooks/standard-webhooks: the specification, libraries/python",),
    evidence="published vector",
)

SVIX_MESSAGE = message("{svix-id}.{svix-timestamp}.{body}")

SVIX = Provider(
    id="svix",
    name="Svix",
    category="generic",
    monogram="SX",
    secret_hint="whsec_…",
    secret_where="The sender shows it on the page of the endpoint, as Signing Secret.",
    marks=(
        Mark(headers=("svix-signature", "svix-id", "svix-timestamp"), precedence=88),
        Mark(headers=("svix-signature",), precedence=89),
        Mark(headers=("svix-id", "svix-timestamp"), precedence=89),
        Mark(agent="Svix-Webhooks/", precedence=95),
    ),
    schemes=(
        Scheme(
            id="svix-v1",
            algorithm="hmac-sha256",
            place=place("header:svix-signature"),
            layout=Listed(prefix="v1,"),
            message=SVIX_MESSAGE,
            encoding="base64",
            keys=("whsec",),
            timestamp=Timestamp(part="svix-timestamp", tolerance_s=300),
        ),
        Scheme(
            id="svix-v1a",
            algorithm="ed25519",
            place=place("header:svix-signature"),
            layout=Listed(prefix="v1a,"),
            message=SVIX_MESSAGE,
            encoding="base64",
            keys=("whpk",),
            secret_starts=("whsk_", "whpk_"),
            timestamp=Timestamp(part="svix-timestamp", tolerance_s=300),
        ),
    ),
    decides="any",
    event=places("json:type"),
    delivery_id=places("header:svix-id"),
    secret_forms=("whsec_", "whpk_", "whsk_"),
    wrong_secrets=PASTED,
    sources=("pypi svix 2.9.1 webhooks.py",),
    evidence="official library",
    doubts=("the User-Agent Svix-Webhooks/ is not confirmed",),
)

GENERIC = (SVIX, STANDARD_WEBHOOKS)
