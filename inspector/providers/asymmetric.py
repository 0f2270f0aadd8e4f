"""Signatures that a private key makes and a public key checks: Ed25519, ECDSA, RSA.

The library is imported when the first one is met: that is rare, and costs 30 to 70 ms.
"""

import json
from base64 import urlsafe_b64decode
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from inspector.providers.digests import Algorithm, decode_base64, decode_hex
from inspector.providers.public_values import is_public

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

Public: TypeAlias = "ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey | rsa.RSAPublicKey"
Private: TypeAlias = "ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey"

MOST_KEYS = 20
"""Keys of one set that are tried."""

STANDARD = (b"whpk_", b"whsk_")
"""How keys of Standard Webhooks begin; 32 bytes follow, as they are or in base64."""

_DER = b"\x30"
"""How keys and certificates in DER begin: a sequence (X.690, section 8.9)."""

LONGEST = 64 * 1024
"""Bytes of a key or a set of keys."""


def verify(algorithm: Algorithm, key: bytes, message: bytes, signature: bytes) -> bool:
    """Check a signature with a public key, or the public half of a private one, in a form that `load_public` reads."""
    return any(_is_valid(algorithm, public, message, signature) for public in load_public(key))


def sign(algorithm: Algorithm, key: bytes, message: bytes) -> bytes:
    """Sign with a private key. Raises ValueError for a public one, or one of another kind."""
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

    private = load_private(key)
    if algorithm == "ed25519" and isinstance(private, ed25519.Ed25519PrivateKey):
        return private.sign(message)
    if algorithm.startswith("ecdsa") and isinstance(private, ec.EllipticCurvePrivateKey):
        return private.sign(message, ec.ECDSA(_hash(algorithm)))
    if algorithm.startswith("rsa") and isinstance(private, rsa.RSAPrivateKey):
        return private.sign(message, padding.PKCS1v15(), _hash(algorithm))
    raise ValueError(f"this key cannot sign with {algorithm}")


def _is_valid(algorithm: Algorithm, public: Public, message: bytes, signature: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

    try:
        if algorithm == "ed25519" and isinstance(public, ed25519.Ed25519PublicKey):
            public.verify(signature, message)
        elif algorithm.startswith("ecdsa") and isinstance(public, ec.EllipticCurvePublicKey):
            public.verify(signature, message, ec.ECDSA(_hash(algorithm)))
        elif algorithm.startswith("rsa") and isinstance(public, rsa.RSAPublicKey):
            public.verify(signature, message, padding.PKCS1v15(), _hash(algorithm))
        else:
            return False
    except (InvalidSignature, ValueError):
        return False
    return True


def _hash(algorithm: Algorithm) -> "hashes.HashAlgorithm":
    from cryptography.hazmat.primitives import hashes

    return hashes.SHA1() if algorithm.endswith("sha1") else hashes.SHA256()


@lru_cache(maxsize=256)
def load_public(key: bytes) -> "tuple[Public, ...]":
    """The public keys that some bytes hold; empty where they hold none.

    Read are PEM (keys and certificates), DER in base64, 32 bytes of Ed25519 in hex or base64, `whpk_` and `whsk_` of
    Standard Webhooks, a JWK and a set of them (RFC 7517). Of a private key its public half counts.
    """
    from cryptography.exceptions import UnsupportedAlgorithm

    if len(key) > LONGEST:
        return ()
    bare = key if key.startswith(STANDARD) else key.strip()
    try:
        if bare.startswith(b"{"):
            return _from_jwk(json.loads(bare))
        if bare.startswith(b"-----BEGIN CERTIFICATE"):
            return tuple(_known(one.public_key()) for one in _certificates(bare))
        private = load_private(bare)
        if private is not None:
            return (private.public_key(),)
        return (_from_bytes(bare),)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, UnsupportedAlgorithm):
        return ()


@lru_cache(maxsize=256)
def load_private(key: bytes) -> "Private | None":
    """The private key that some bytes hold (PEM, or `whsk_` of Standard Webhooks), or None."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    bare = key.strip()
    try:
        if key.startswith(b"whsk_"):
            return ed25519.Ed25519PrivateKey.from_private_bytes((_standard(key) or b"")[:32])
        if b"PRIVATE KEY" not in bare[:64]:
            return None
        loaded = load_pem_private_key(bare, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None
    if isinstance(loaded, ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        return loaded
    return None


def is_published(value: bytes) -> bool:
    """Whether a value is a public key, a set of them or a certificate: anybody may have it, so it proves nothing as a
    shared secret. Bare 32 bytes may be either and are not taken for one."""
    bare = value.strip()
    if bare.startswith(b"whpk_") or is_public(bare.decode("latin-1")):
        return True
    raw = decode_hex(bare) or decode_base64(b"".join(bare.split())) or b""
    return len(raw) > 32 and raw.startswith(_DER) and bool(load_public(bare))


def public_pem(key: bytes) -> str:
    """The first public key that some bytes hold as PEM (RFC 7468), for somebody who checks signatures with it.

    Raises ValueError where they hold none.
    """
    keys = public_pems(key)
    if not keys:
        raise ValueError("these bytes hold no key")
    return keys[0]


def public_pems(key: bytes) -> tuple[str, ...]:
    """All public keys that some bytes hold, each as PEM."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return tuple(one.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode() for one in load_public(key))


def _from_bytes(bare: bytes) -> "Public":
    from cryptography.hazmat.primitives.asymmetric import ed25519
    from cryptography.hazmat.primitives.serialization import load_der_public_key, load_pem_public_key
    from cryptography.x509 import load_der_x509_certificate

    if bare.startswith(b"-----BEGIN"):
        return _known(load_pem_public_key(bare))
    if bare.startswith(b"whpk_"):
        return ed25519.Ed25519PublicKey.from_public_bytes(_standard(bare) or b"")
    raw = decode_hex(bare) or decode_base64(b"".join(bare.split())) or b""
    if len(raw) == 32:
        return ed25519.Ed25519PublicKey.from_public_bytes(raw)
    try:
        return _known(load_der_public_key(raw))
    except ValueError:
        return _known(load_der_x509_certificate(raw).public_key())


def _standard(bare: bytes) -> bytes | None:
    rest = bare[5:]
    return rest if len(rest) == 32 else decode_base64(rest.strip())


def _certificates(pem: bytes) -> "list[x509.Certificate]":
    from cryptography import x509

    return x509.load_pem_x509_certificates(pem)[:1]


def _known(public: object) -> "Public":
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    if isinstance(public, ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey | rsa.RSAPublicKey):
        return public
    raise ValueError("a key of a kind that no provider uses")


def _from_jwk(value: object) -> "tuple[Public, ...]":
    if not isinstance(value, dict):
        return ()
    keys = value.get("keys")
    if isinstance(keys, list):
        return tuple(public for one in keys[:MOST_KEYS] for public in _known_jwk(one))
    return (_one_jwk(value),)


def _known_jwk(value: object) -> "tuple[Public, ...]":
    """One of a set; of a kind that no provider uses it does not spoil the others."""
    try:
        return _from_jwk(value)
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()


def _one_jwk(value: dict[str, str]) -> "Public":
    """One key of a set (RFC 7518, section 6; RFC 8037, section 2). Raises ValueError or KeyError."""
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    kind = value["kty"]
    if kind == "OKP" and value.get("crv") == "Ed25519":
        return ed25519.Ed25519PublicKey.from_public_bytes(_bytes(value["x"]))
    if kind == "EC" and value.get("crv") == "P-256":
        x, y = (int.from_bytes(_bytes(value[name]), "big") for name in "xy")
        return ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    if kind == "RSA":
        n, e = (int.from_bytes(_bytes(value[name]), "big") for name in "ne")
        return rsa.RSAPublicNumbers(e, n).public_key()
    raise ValueError("a key of a kind that no provider uses")


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
