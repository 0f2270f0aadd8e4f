"""Ed25519 signatures. The library is imported when the first one is met: that is rare, and costs 30 to 70 ms."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def _private(seed: bytes) -> "Ed25519PrivateKey":
    # The lazy border of this package: saves the import of cryptography for everybody who gets HMACs only.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    return Ed25519PrivateKey.from_private_bytes(seed)


def verify(key: bytes, message: bytes, signature: bytes) -> bool:
    """Check a signature with `whpk_` and a public key or `whsk_` and a private one, 32 bytes each."""
    # The same lazy border.
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        if key.startswith(b"whsk_"):
            public = _private(key[5:]).public_key()
        else:
            public = Ed25519PublicKey.from_public_bytes(key[5:])
        public.verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def sign(key: bytes, message: bytes) -> bytes:
    """Sign with `whsk_` and a private key. Raises ValueError for a public one."""
    if not key.startswith(b"whsk_"):
        raise ValueError("a public key cannot sign")
    return _private(key[5:]).sign(message)
