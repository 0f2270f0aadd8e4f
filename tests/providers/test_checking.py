"""The cryptography alone."""

import base64

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from inspector.providers.checking import MOST_ASYMMETRIC, check, verify_any
from inspector.providers.payload import Payload
from inspector.providers.reading import readings_of
from inspector.providers.registry import BY_ID, SCHEMES
from tests.providers.made import BODY, VALUES, secret, signed, with_header

PRIVATE = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
PUBLIC = PRIVATE.public_key().public_bytes_raw()


def test_secrets_are_tried_in_turn() -> None:
    """The one that matches is named, and how many computations it took."""
    reading = readings_of(BY_ID["github"], Payload(signed("github"), None))[0]
    found = check(reading, [secret("github", b"x", "old"), secret("github", name="new")], BODY)
    none = check(reading, [secret("github", b"x", "old")], BODY)

    assert found.secret is not None
    assert (found.secret.name, found.tried, none.secret, none.tried) == ("new", 2, None, 1)


def test_secrets_that_cannot_be_keys_are_passed_over() -> None:
    """They cost no computation."""
    reading = readings_of(BY_ID["svix"], Payload(signed("svix"), None))[0]
    found = check(reading, [secret("svix", b"no base64!"), secret("svix")], BODY)

    assert (found.secret is not None, found.tried) == (True, 1)


def test_signatures_that_are_no_text() -> None:
    """Bytes beyond ASCII in a header match nothing and harm nothing."""
    made = with_header(signed("github"), "X-Hub-Signature-256", "sha256=\xff\xfe")
    reading = readings_of(BY_ID["github"], Payload(made, None))[0]

    assert check(reading, [secret("github", VALUES["github"])], BODY).secret is None


def test_public_keys() -> None:
    """One good signature among bad ones is enough; beyond a bound nobody looks."""
    good = base64.b64encode(PRIVATE.sign(b"1.2."))
    key = b"whpk_" + PUBLIC

    assert verify_any(SCHEMES["standard-webhooks-v1a"], key, b"1.", b"2", b".", [b"!", b"AAAA", good])
    assert not verify_any(SCHEMES["standard-webhooks-v1a"], key, b"1.", b"3", b".", [good])
    assert not verify_any(SCHEMES["standard-webhooks-v1a"], key, b"1.", b"2", b".", [])
    assert not verify_any(
        SCHEMES["standard-webhooks-v1a"],
        key,
        b"1.",
        b"2",
        b".",
        [base64.b64encode(b"x" * 64)] * MOST_ASYMMETRIC + [good],
    )
