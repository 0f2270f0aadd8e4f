"""Adyen's own library, for both of its ways."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from Adyen.util import (
    generate_notification_sig,
    generate_payload_sig,
    is_valid_hmac_notification,
    is_valid_hmac_payload,
)

from inspector.core.body import Body
from inspector.core.request import Request
from inspector.providers.lossless import Json
from inspector.providers.place import place
from inspector.providers.rewriting import set_value
from tests.oracles.comparing import SigningComparison, with_field

ITEM = "notificationItems.0.NotificationRequestItem"
FIELD = "HmacSignature"


class TestItem(SigningComparison):
    """The signature of a payment stands in its payload, and covers eight fields of it."""

    provider = "adyen"
    scheme = "adyen-item"

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Says yes or no; what is no JSON it never sees."""
        try:
            return bool(is_valid_hmac_notification(json.loads(request.body.read()), secret.decode()))
        except (ValueError, KeyError):
            return False

    def sign(self, sample: Request, secret: bytes) -> Request:
        """Its signature among the additional data, as ours is written."""
        item = json.loads(sample.body.read())["notificationItems"][0]["NotificationRequestItem"]
        signature = generate_notification_sig(item, secret.decode()).decode()
        return set_value(sample, place(f"json:{ITEM}.additionalData.hmacSignature"), signature)

    def places(self, request: Request) -> range:
        """The reference of the payment is one of the fields that are signed."""
        name = b'"pspReference"'
        body = request.body.read()
        start = body.index(b'"', body.index(name) + len(name)) + 1
        return range(start, body.index(b'"', start))

    def test_they_agree_on_every_byte(self) -> None:
        """Whatever byte of the payload changes, both refuse it or both take it."""
        request = self.signed(self.samples(datetime.now(UTC))[0])
        body = request.body.read()
        said = set()
        for number in range(len(body)):
            changed = replace(request, body=Body.of(body[:number] + bytes((body[number] ^ 1,)) + body[number + 1 :]))
            if _is_plain(changed.body.read(), body):
                library, ours = self.both(changed, self.secret())
                assert library == ours, changed.body.read()
                said.add(ours)
        assert said == {True, False}


class TestPayload(SigningComparison):
    """Of other events the whole body is signed."""

    provider = "adyen"
    scheme = "adyen-body"

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Says yes or no."""
        return bool(is_valid_hmac_payload(request.headers.get(FIELD) or "", secret.decode(), request.body.read()))

    def sign(self, sample: Request, secret: bytes) -> Request:
        """Its signature in the header."""
        return with_field(sample, FIELD, generate_payload_sig(sample.body.read(), secret.decode()).decode())

    def samples(self, now: datetime) -> list[Request]:
        """An event of a platform, whose payload holds no signature."""
        body = b'{"type":"balancePlatform.accountHolder.created","data":{"accountHolder":{"id":"AH1"}}}'
        return [replace(super().samples(now)[0], body=Body.of(body))]


def _is_plain(changed: bytes, body: bytes) -> bool:
    """The document still has the fields that it had: names that changed would leave nothing to sign."""
    try:
        return list(_names(json.loads(changed))) == list(_names(json.loads(body)))
    except ValueError:
        return False


def _names(document: Json) -> Iterator[str]:
    if isinstance(document, dict):
        for name, value in document.items():
            yield name
            yield from _names(value)
    elif isinstance(document, list):
        for value in document:
            yield from _names(value)
