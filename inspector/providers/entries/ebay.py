"""eBay's signature stands in JSON in base64, beside the id of its key."""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector.providers.digests import decode_base64
from inspector.providers.layout import NO_FIELDS, Found
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme

LONGEST = 8192
"""Characters of a header field that are looked into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedJson:
    """An object in base64: `signature`, and `alg`, `kid` and `digest` beside it."""

    def read(self, value: str) -> Found:
        """The signature, and the texts beside it."""
        raw = decode_base64(value.strip().encode("latin-1", "replace")) if len(value) <= LONGEST else None
        try:
            packed = json.loads(raw or b"")
        except (ValueError, RecursionError):
            return Found((), NO_FIELDS)
        if not isinstance(packed, dict):
            return Found((), NO_FIELDS)
        texts = {name: text for name, text in packed.items() if isinstance(text, str)}
        signature = texts.pop("signature", "")
        return Found((signature,) if signature else (), texts)

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value, with an id for a key that nobody else has."""
        packed = {"alg": "ecdsa", "kid": "webhook-inspector", "signature": signatures[0], "digest": "SHA1"}
        return b64encode(json.dumps(packed, separators=(",", ":")).encode()).decode()


EBAY = Provider(
    id="ebay",
    name="eBay",
    category="commerce",
    marks=(Mark(headers=("x-ebay-signature",), precedence=25),),
    schemes=(
        Scheme(
            id="ebay",
            algorithm="ecdsa-sha1",
            place=place("header:x-ebay-signature"),
            layout=PackedJson(),
            encoding="base64",
            keys=("public",),
        ),
    ),
    event=places("json:metadata.topic"),
    delivery_id=places("json:notification.notificationId"),
    gists=(
        ("MARKETPLACE_ACCOUNT_DELETION", "{notification.data.username} · {notification.data.userId}"),
        (
            "*",
            "{notification.data.username, notification.notificationId} · {notification.eventDate}",
        ),
    ),
    level="secondary",
    monogram="EB",
    secret_words="eBay’s public key",
    secret_where="eBay’s API gives it: getPublicKey with the kid of the signature, for an application token.",
    sources=("a table of providers by hookdeck",),
    doubts=("the id of a notification stands in notification.notificationId",),
)
