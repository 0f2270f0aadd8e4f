"""Chains of blocks."""

from inspector.providers.layout import Single
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme

ALCHEMY = Provider(
    id="alchemy",
    name="Alchemy",
    category="web3",
    marks=(Mark(headers=("X-Alchemy-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="alchemy",
            algorithm="hmac-sha256",
            place=place("header:X-Alchemy-Signature"),
            layout=Single(),
        ),
    ),
    event=places("json:type"),
    delivery_id=places("json:id"),
    gists=(
        (
            "ADDRESS_ACTIVITY",
            "{event.activity.0.value?} {event.activity.0.asset} · to {event.activity.0.toAddress} · {event.network}",
        ),
        ("*", "{event.network} · {event.activity|count:activity} · {webhookId}"),
    ),
    level="secondary",
    monogram="AL",
    secret_words="the webhook’s signing key",
    secret_where="Alchemy shows it in the dashboard: Webhooks › your webhook › Signing key.",
    sources=("a table of providers by hookdeck",),
    doubts=("the id in the payload tells one delivery from another",),
)

WEB3 = (ALCHEMY,)
