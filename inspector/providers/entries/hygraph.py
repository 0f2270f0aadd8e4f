"""Hygraph signs a JSON document of its own making that holds the body as a text."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector.core.request import Request
from inspector.providers.layout import Found, Pairs
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.rewriting import with_field
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.subject import Subject

PAIRS = Pairs(name="sign", fields=("env", "t"), separator=", ")


@dataclass(frozen=True, slots=True)
class SignFirst:
    """`sign=…, env=master, t=1700000000000`: its own library reads them by their position."""

    def read(self, value: str) -> Found:
        """The signature, the environment and the time."""
        return PAIRS.read(value)

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value."""
        return ", ".join([f"sign={signatures[0]}", *(f"{name}={fields.get(name, '')}" for name in PAIRS.fields)])


def body_as_text(subject: Subject) -> bytes | None:
    """The body as JavaScript's JSON.stringify writes a text; None where it is no text in UTF-8."""
    try:
        return json.dumps(subject.body.decode(), ensure_ascii=False).encode()
    except UnicodeError:
        return None


def name_environment(request: Request, now: datetime) -> Request:
    """The request with the name of an environment in the place of the signature; one that is there is kept."""
    field = "gcms-signature"
    return request if request.headers.get(field) is not None else with_field(request, field, "env=master")


HYGRAPH = Provider(
    id="hygraph",
    name="Hygraph (GraphCMS)",
    category="cms",
    monogram="HY",
    secret_words="the secret key of the webhook",
    secret_where="It is what you typed under Project settings › Webhooks › your webhook › Secret key.",
    marks=(Mark(headers=("gcms-signature",), precedence=25),),
    schemes=(
        Scheme(
            id="hygraph",
            algorithm="hmac-sha256",
            place=place("header:gcms-signature"),
            layout=SignFirst(),
            message=message(
                '{"Body":{body as text},"EnvironmentName":"{env}","TimeStamp":{t}}',
                fields=("env", "t"),
                computed={"body as text": body_as_text},
                covers_body=True,
            ),
            encoding="base64",
            timestamp=Timestamp(part="t", unit="ms", tolerance_s=300),
            prepare=name_environment,
        ),
    ),
    event=places("json:operation"),
    gists=(("*", "{data.title, data.name, data.id} · {data.__typename} · {data.stage}"),),
    level="secondary",
    sources=("npm nuxt-webhook-validators 0.2.12",),
    doubts=("that its time counts milliseconds is not confirmed",),
)
