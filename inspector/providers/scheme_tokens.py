"""A secret that stands on a request itself: a token in a header field or the query, or name and password."""

import hmac
from collections.abc import Iterator

from inspector.core.headers import to_text
from inspector.core.recipe import Recipe
from inspector.core.secret import Secret
from inspector.providers.layout import Basic
from inspector.providers.payload import Payload

SHORTEST = 4
"""Bytes of a secret that is looked for; a shorter one stands anywhere."""
UNNAMED = "my-sender"
"""What a sender is called of whom nothing tells the name."""
PREFIXES = ("", "Bearer ", "Token ", "token ", "Basic ")


def tokens_in(payload: Payload, secret: Secret) -> Iterator[tuple[Recipe, Secret]]:
    """Each place that holds the secret itself, as a recipe."""
    value = secret.value.strip()
    if len(value) < SHORTEST:
        return
    for field, raw in payload.request.headers:
        title = to_text(field)
        where = f"header:{title}"
        prefix = next((one for one in PREFIXES if _same(raw, one.encode() + value)), None)
        if prefix is not None:
            yield Recipe(name=UNNAMED, signature=where, recognise=(where,), digest="token", prefix=prefix), secret
        elif any(_same(one.encode("latin-1"), value) for one in Basic().read(to_text(raw)).signatures):
            yield Recipe(name=UNNAMED, signature=where, recognise=(where,), form="basic", digest="token"), secret
    for name, text in payload.query.items():
        if _same(text.encode("utf-8", "replace"), value):
            where = f"query:{name}"
            yield Recipe(name=UNNAMED, signature=where, recognise=(where,), digest="token"), secret


def _same(one: bytes, other: bytes) -> bool:
    return hmac.compare_digest(one.strip(), other)
