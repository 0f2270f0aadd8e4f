"""Wix sends nothing but a JSON Web Token, whose claims hold JSON written as text, twice."""

import json
from dataclasses import replace
from datetime import datetime

from inspector.core.body import Body
from inspector.core.request import Request
from inspector.providers.digests import decode_base64
from inspector.providers.layout import LONGEST_TOKEN, WebToken
from inspector.providers.lossless import Json, parse
from inspector.providers.payload import Payload
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.web_token import TokenClaims

HOLDS_S = 3600
"""How long a token of ours holds, in seconds."""


def _unpacked(payload: Payload) -> Json:
    """What the token says, with the JSON in its texts opened."""
    claims = _claims((payload.text_of_body or "").strip())
    if isinstance(claims, dict):
        claims["data"] = _opened(claims.get("data"))
        if isinstance(claims["data"], dict):
            claims["data"]["data"] = _opened(claims["data"].get("data"))
    return claims


def _claims(token: str) -> Json:
    parts = token.split(".")
    if len(parts) != 3 or len(token) > LONGEST_TOKEN:
        return None
    raw = decode_base64(parts[1].replace("-", "+").replace("_", "/").encode("latin-1", "replace"))
    return _parsed(raw or b"")


def _opened(value: Json) -> Json:
    inner = _parsed(value.encode("utf-8", "replace")) if isinstance(value, str) else None
    return value if inner is None else inner


def _parsed(raw: bytes) -> Json:
    try:
        return parse(raw)
    except ValueError:
        return None


def _as_claims(request: Request, now: datetime) -> Request:
    """The request with the claims as its body, ready to be signed: those of its token, or made of a JSON document."""
    content = request.body.read()
    old = _claims(content.decode("latin-1").strip())
    claims = old if isinstance(old, dict) else _written(content)
    issued_at = int(now.timestamp())
    claims |= {"iat": issued_at, "exp": issued_at + HOLDS_S}
    return replace(request, body=Body.of(json.dumps(claims, ensure_ascii=False, separators=(",", ":")).encode()))


def _written(content: bytes) -> dict[str, Json]:
    document = _parsed(content)
    if not isinstance(document, dict):
        return {"data": content.decode("utf-8", "replace")}
    data = document.get("data", document)
    if isinstance(data, dict) and isinstance(data.get("data"), dict | list):
        data = {**data, "data": json.dumps(data["data"], ensure_ascii=False, separators=(",", ":"))}
    return {"data": json.dumps(data, ensure_ascii=False, separators=(",", ":"))}


# Nothing but its form tells the body: any other token alone in a body is taken for one of Wix, too.
WIX = Provider(
    id="wix",
    name="Wix",
    category="commerce",
    marks=(Mark(shows=((place("body:text"), "eyJ*.eyJ*"),), precedence=60),),
    schemes=(
        Scheme(
            id="wix",
            algorithm="jwt",
            place=place("body:text"),
            layout=WebToken(),
            encoding="plain",
            keys=("public",),
            timestamp=Timestamp(part="iat", until="exp"),
            claims=TokenClaims(algorithms=("RS256",)),
            prepare=_as_claims,
        ),
    ),
    event=places("json:data.eventType"),
    unpack=_unpacked,
    gists=(
        (
            "*",
            (
                "{data.data.createdEvent.entity.number, data.data.entityId, data.data.id, data.data.appId} · "
                "{data.data.slug, data.data.originInstanceId} · instance {data.instanceId}"
            ),
        ),
    ),
    level="secondary",
    monogram="WX",
    secret_words="the app’s public key",
    secret_where="Wix shows it in the app’s dashboard: Develop › Webhooks › Get Public Key.",
    sources=("a table of providers by hookdeck",),
)
