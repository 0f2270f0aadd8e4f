"""The schemes of Standard Webhooks, for whoever follows them."""

import hmac
from base64 import b64encode

import pytest

from inspector.core.secret import Secret
from inspector.providers.checking import check
from inspector.providers.digests import KEYS
from inspector.providers.entries.generic import standard_v1, standard_v1a
from inspector.providers.payload import Payload
from inspector.providers.reading import read
from tests.providers.made import STANDARD, request

BODY = b'{"type":"contact.created"}'


@pytest.mark.parametrize(
    ("listed", "matches"), [("v1,{}", True), ("{}", False), ("v1a,{}", False), ("v1,x v1,{}", True)]
)
def test_header_fields_may_begin_with_another_name(listed: str, matches: bool) -> None:
    """Id, time and body are signed, joined by dots; the list holds other schemes' signatures too."""
    digest = hmac.digest(KEYS["whsec"](STANDARD) or b"", b"msg_1.1700000000." + BODY, "sha256")
    signature = listed.format(b64encode(digest).decode())
    made = request({"acme-id": "msg_1", "acme-timestamp": "1700000000", "acme-signature": signature}, BODY)
    reading = read(standard_v1("acme-v1", "acme"), Payload(made, BODY))

    assert reading is not None
    assert (check(reading, [Secret(provider="acme", name="a", value=STANDARD)], BODY).secret is not None) is matches


def test_that_with_a_public_key_signs_the_same() -> None:
    """Only key and algorithm are others, and the version before a signature."""
    shared, public = standard_v1("a", "acme"), standard_v1a("b", "acme")

    assert (public.place, public.message, public.timestamp) == (shared.place, shared.message, shared.timestamp)
    assert public.is_asymmetric
    assert not shared.is_asymmetric
