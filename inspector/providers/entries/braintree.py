"""Braintree sends XML in base64 in a form, and its signature in another field of it."""

import binascii
import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector.providers.layout import Found
from inspector.providers.lossless import Json
from inspector.providers.message import message
from inspector.providers.payload import Payload
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme

MOST_PAIRS = 20
"""Pairs of key and signature that are read; Braintree sends one for each pair of API keys."""

LONGEST = 256 * 1024
"""Characters of a payload that are looked into."""

MOST_VALUES = 200

PUBLIC_KEY = "public_key"
"""The public key that our own signatures name: whose they are is no secret, and no part of what is signed."""

_KIND = re.compile(r"<kind>([a-z_0-9]{1,80})</kind>")
_TIME = re.compile(r'<timestamp type="datetime">([0-9TZ:.+-]{10,40})</timestamp>')
_SUBJECT = re.compile(r"<subject>\s*<([a-z][a-z-]{0,60})[ >/]")
_VALUE = re.compile(r"<([a-z][a-z0-9-]{0,60})(?: [^<>]{0,80})?>([^<>]{1,200})</\1>")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedPairs:
    """`public_key|signature` pairs, one for each pair of API keys, with `&` between them."""

    def read(self, value: str) -> Found:
        """The signatures, and the first public key."""
        pairs = [pair.partition("|") for pair in value.split("&", MOST_PAIRS)[:MOST_PAIRS]]
        found = [(name, text) for name, bar, text in pairs if name and bar and text]
        return Found([text for _, text in found], {"public key": found[0][0]} if found else {})

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The field's value."""
        return "&".join(f"{PUBLIC_KEY}|{signature}" for signature in signatures)


def _unpacked(payload: Payload) -> Json:
    """What the notification says, as far as it is shown: kind, time, and the first value of each name."""
    try:
        text = b64decode(payload.form.get("bt_payload", "")[:LONGEST]).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return None
    kind = _KIND.search(text)
    if kind is None:
        return None
    document: dict[str, Json] = {"kind": kind[1]}
    if time := _TIME.search(text):
        document["timestamp"] = time[1]
    if subject := _SUBJECT.search(text):
        values: dict[str, Json] = {}
        for number, found in enumerate(_VALUE.finditer(text, subject.end())):
            if number == MOST_VALUES:
                break
            values.setdefault(found[1], found[2].strip())
        document["subject"] = {**values, "type": subject[1]}
    return document


BRAINTREE = Provider(
    id="braintree",
    name="Braintree",
    category="payments",
    marks=(Mark(shows=((place("form:bt_signature"), "*"), (place("form:bt_payload"), "*"))),),
    schemes=(
        Scheme(
            id="braintree",
            algorithm="hmac-sha1",
            place=place("form:bt_signature"),
            layout=KeyedPairs(),
            message=message("{form:bt_payload}", covers_body=True),
            keys=("sha1",),
        ),
        Scheme(
            id="braintree-newline",
            algorithm="hmac-sha1",
            place=place("form:bt_signature"),
            layout=KeyedPairs(),
            message=message("{form:bt_payload}\n", covers_body=True),
            keys=("sha1",),
        ),
    ),
    decides="any",
    event=places("json:kind"),
    unpack=_unpacked,
    gists=(
        (
            "*",
            (
                "{subject.amount, subject.price|major:subject.currency-iso-code} · {subject.type} {subject.id} · "
                "{subject.status}"
            ),
        ),
    ),
    evidence="official library",
    monogram="BT",
    secret_words="the private key of the API",
    secret_where="Braintree shows it under Settings › API › Keys; the HMAC’s key is its SHA-1.",
    sources=("braintree 4.48.0, webhook_notification_gateway.py",),
)
