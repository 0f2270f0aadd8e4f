"""Another secret of the same form, for signatures that are to be refused."""

from inspector.providers.alike import alike
from inspector.providers.asymmetric import Private, load_private

STARTS = ("v1,whsec_", "whsec_", "whsk_", "whpk_", "shpss_")
"""Beginnings that say what a secret is; they stay."""


def other_secret(secret: bytes) -> bytes:
    """A random secret that looks like this one: digits stay digits, letters letters, a private key one of its kind."""
    if b"PRIVATE KEY" in secret[:64] and (private := load_private(secret)) is not None:
        return _other_key(private)
    text = secret.decode("latin-1")
    start = next((one for one in STARTS if text.startswith(one)), "")
    while True:
        made = start + alike(text[len(start) :])
        if made != text:
            return made.encode("latin-1")
        text += "0"


def _other_key(private: Private) -> bytes:
    # The lazy border of this package: saves the import of cryptography for everybody who gets HMACs only.
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat  # noqa: PLC0415

    other: Private
    if isinstance(private, rsa.RSAPrivateKey):
        other = rsa.generate_private_key(public_exponent=65537, key_size=private.key_size)
    elif isinstance(private, ec.EllipticCurvePrivateKey):
        other = ec.generate_private_key(private.curve)
    else:
        other = ed25519.Ed25519PrivateKey.generate()
    return other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
