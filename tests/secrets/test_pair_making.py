"""Making keys."""

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from inspector.secrets.pair_making import CALLED, RSA_BITS, new_certificate, new_key


def test_keys_are_of_the_kinds_that_providers_use() -> None:
    """Ed25519, P-256 and RSA of 2,048 bits; each time another one."""
    edwards, curve, large = (load_pem_private_key(new_key(kind), password=None) for kind in ("ed25519", "p256", "rsa"))

    assert isinstance(edwards, ed25519.Ed25519PrivateKey)
    assert isinstance(curve, ec.EllipticCurvePrivateKey)
    assert isinstance(curve.curve, ec.SECP256R1)
    assert isinstance(large, rsa.RSAPrivateKey)
    assert large.key_size == RSA_BITS
    assert new_key("ed25519") != new_key("ed25519")


def test_a_certificate_says_what_it_is_for() -> None:
    """Whoever finds it knows where it is from."""
    certificate = x509.load_pem_x509_certificate(new_certificate(new_key("rsa")))

    assert CALLED in certificate.subject.rfc4514_string()
    assert certificate.subject == certificate.issuer
