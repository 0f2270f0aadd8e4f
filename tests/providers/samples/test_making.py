"""From a sample to a request."""

import json
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from inspector.core.errors import UsageError
from inspector.core.head import read_head
from inspector.providers.digests import encode
from inspector.providers.judging import judge
from inspector.providers.samples.making import make, signed
from inspector.providers.samples.registry import SAMPLES
from tests.providers.made import basis, secret
from tests.providers.samples.sent import NOW, judged


def test_no_two_sendings_are_the_same_delivery() -> None:
    """Of every event that has a delivery id; of some it is when they were sent."""
    later = NOW + timedelta(seconds=1)
    for sample in SAMPLES:
        first, second = judged(sample).delivery_id, judged(sample, now=later).delivery_id
        assert first is None or first != second


def test_a_place_is_set_and_signed() -> None:
    """The amount that the user wants arrives, and the signature holds."""
    request = make("stripe", "payment_intent.succeeded", sets=["data.object.amount:=4200", "livemode:=false"], now=NOW)
    event = json.loads(request.body.read())
    judgement = judge(signed("stripe", request, b"whsec_x"), basis(secret("stripe", b"whsec_x")))

    assert (event["data"]["object"]["amount"], event["livemode"]) == (4200, False)
    assert (judgement.verdict.status, judgement.gist) == ("valid", f"42.00 EUR · {event['data']['object']['customer']}")


def test_a_place_that_is_not_there() -> None:
    """It is named before anything is sent."""
    with pytest.raises(UsageError, match=r"“data\.thing\.amount”"):
        make("stripe", "payment_intent.succeeded", sets=["data.thing.amount:=1"], now=NOW)


def test_an_edited_body_goes_as_it_is() -> None:
    """Byte for byte, whatever it holds."""
    assert make("github", "push", sets=["ref=x"], body=b"{ not json", now=NOW).body.read() == b"{ not json"


def test_the_head_says_what_the_fields_say() -> None:
    """The path names the provider; what belongs to the way is set when it is sent."""
    request = signed("shopify", make("shopify", "orders/create", now=NOW), b"shpss_x")
    head = read_head(request.head)

    assert (head.method, head.target, head.headers) == ("POST", "/hooks/shopify", request.headers)
    assert not {"host", "content-length"} & {name.decode().lower() for name, _ in request.headers}


def test_the_form_of_a_secret_says_how_it_is_signed() -> None:
    """A token of GitLab stands in its own field; a private key of a standard makes the other kind of signature."""
    push = make("gitlab", "Push Hook", now=NOW)

    assert signed("gitlab", push, b"plain-token").headers.get("X-Gitlab-Token") == "plain-token"
    assert signed("gitlab", push, b"plain-token").headers.get("webhook-signature") is None
    assert (signed("gitlab", push, b"whsec_aGk=").headers.get("webhook-signature") or "").startswith("v1,")


def test_a_private_key_signs_what_its_public_half_checks() -> None:
    """Ed25519 of Standard Webhooks, from end to end."""
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    request = make("standard-webhooks", "invoice.paid", now=NOW)
    sent = signed("standard-webhooks", request, b"whsk_" + encode(private, "base64"))
    known = secret("standard-webhooks", b"whpk_" + encode(public, "base64"))

    assert judge(sent, basis(known)).verdict.status == "valid"
