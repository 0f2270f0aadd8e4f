"""Standards that many senders follow."""

from dataclasses import replace

from inspector.providers.digests import KeyForm
from inspector.providers.layout import Listed
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

PASTED = (("sk_", "an API key"), ("sk-", "an API key"), ("pk_", "a publishable key"), ("we_", "the id of an endpoint"))
"""What is taken for the signing secret with any sender."""


def standard_v1(
    id: str,
    names: str = "webhook",
    *,
    keys: tuple[KeyForm, ...] = ("whsec",),
    secret_starts: tuple[str, ...] = (),
    bare: bool = False,
) -> Scheme:
    """The scheme with a shared secret of Standard Webhooks (its specification, "Signature scheme").

    Its header fields begin with `names`; `bare` where signatures without `v1,` count too.
    """
    return Scheme(
        id=id,
        algorithm="hmac-sha256",
        place=place(f"header:{names}-signature"),
        layout=Listed(prefix="v1,", bare=bare),
        message=message(f"{{{names}-id}}.{{{names}-timestamp}}.{{body}}"),
        encoding="base64",
        keys=keys,
        timestamp=Timestamp(part=f"{names}-timestamp", tolerance_s=300),
        secret_starts=secret_starts,
    )


def standard_v1a(id: str, names: str = "webhook") -> Scheme:
    """The one with a public key, over the same bytes."""
    return replace(
        standard_v1(id, names, keys=("whpk",), secret_starts=("whsk_", "whpk_")),
        algorithm="ed25519",
        layout=Listed(prefix="v1a,"),
    )


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
        standard_v1("standard-webhooks-v1"),
        standard_v1a("standard-webhooks-v1a"),
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
        standard_v1("svix-v1", "svix"),
        standard_v1a("svix-v1a", "svix"),
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
