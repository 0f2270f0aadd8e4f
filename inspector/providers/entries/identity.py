"""Whether somebody is who they say: papers, faces, checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector.providers.layout import NO_FIELDS, Found, Pairs, Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

ONFIDO = Provider(
    id="onfido",
    name="Onfido",
    category="identity",
    monogram="OF",
    secret_words="the webhook’s token",
    secret_where="Onfido shows it once, when the webhook is made under Developers › Webhooks.",
    marks=(Mark(headers=("X-SHA2-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="onfido",
            algorithm="hmac-sha256",
            place=place("header:X-SHA2-Signature"),
            layout=Single(),
        ),
    ),
    event=places("json:payload.action"),
    event_key=places("json:payload.object.id"),
    gists=(("*", "{payload.resource_type} {payload.object.id} · {payload.object.status} · {payload.resource.result}"),),
    wrong_secrets=(("api_live.", "an API token"), ("api_sandbox.", "an API token")),
    evidence="official library",
    sources=("pypi onfido-python 6.2.0 webhook_event_verifier.py",),
    doubts=("the name of the field X-SHA2-Signature is not confirmed",),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSets:
    """`t=…,v1=…` as often as there are secrets, with a blank between; while they rotate all tell the same time."""

    pairs: Pairs

    def read(self, value: str) -> Found:
        """The signatures of the first time that is told."""
        sets = [self.pairs.read(part) for part in value.split(" ", MOST_SETS)[:MOST_SETS]]
        first = next((one.fields for one in sets if one.signatures), NO_FIELDS)
        return Found([text for one in sets if one.fields == first for text in one.signatures], first)

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value."""
        return " ".join(self.pairs.write([signature], fields) for signature in signatures)


MOST_SETS = 20
"""More secrets than this nobody rotates through."""

PERSONA = Provider(
    id="persona",
    name="Persona",
    category="identity",
    monogram="PE",
    secret_words="the webhook’s secret",
    secret_hint="wbhsec_…",
    secret_where="Persona shows it under Webhooks › your webhook › Webhook secret.",
    marks=(Mark(headers=("Persona-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="persona-v1",
            algorithm="hmac-sha256",
            place=place("header:Persona-Signature"),
            layout=PairSets(pairs=Pairs(name="v1", fields=("t",))),
            message=message("{t}.{body}", fields=("t",)),
            timestamp=Timestamp(part="t"),
        ),
    ),
    event=places("json:data.attributes.name"),
    delivery_id=places("json:data.id"),
    gists=(
        (
            "*",
            (
                "{data.attributes.payload.data.attributes.reference-id, data.attributes.payload.data.id} · "
                "{data.attributes.payload.data.attributes.status}"
            ),
        ),
    ),
    deadline_s=5.0,
    retry_policy="7 times",
    wrong_secrets=(("persona_", "an API key"),),
    level="secondary",
    sources=("hookdeck/webhook-skills providers.yaml (00ad8d05)", "a public table of providers"),
)

IDENTITY = (PERSONA, ONFIDO)
