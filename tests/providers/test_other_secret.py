"""Another secret of the same form."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from inspector.providers.digests import KEYS
from inspector.providers.other_secret import other_secret


@pytest.mark.parametrize(
    ("secret", "form"),
    [
        (b"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec"),
        (b"v1,whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "v1,whsec"),
        (b"whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=", "whpk"),
        (b"00ff7a", "hex"),
        (b"shpss_hush", "utf-8"),
        (b"-", "utf-8"),
    ],
)
def test_it_has_the_same_form(secret: bytes, form: str) -> None:
    """A library takes it as a secret, and it is another one."""
    other = other_secret(secret)

    assert other != secret
    assert other[:5] == secret[:5] or form not in ("whsec", "v1,whsec", "whpk")
    assert KEYS[form](other) is not None  # type: ignore[index]


def test_a_private_key_gives_one_of_its_kind() -> None:
    """Of the same curve, or the same size."""
    for key in (
        ed25519.Ed25519PrivateKey.generate(),
        ec.generate_private_key(ec.SECP256R1()),
        rsa.generate_private_key(public_exponent=65537, key_size=2048),
    ):
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        other = other_secret(pem)

        assert other != pem
        assert type(load_pem_private_key(other, password=None)) is type(key)
