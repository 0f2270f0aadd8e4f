"""Public keys as an app under test takes them: in PEM, and in the form in which the provider gives its own."""

import json
from base64 import b64encode, urlsafe_b64encode

from inspector.providers.asymmetric import load_private, public_pem
from inspector.providers.provider import Provider
from inspector.providers.scheme import Scheme

KEY_ID = "webhook-inspector-sample"
"""How a set of keys calls the only one in it."""
RAW_HEX = ("discord",)
"""Providers that give the 32 bytes of an Ed25519 key in hex; the others of them in base64."""


def written(provider: Provider, scheme: Scheme, private: bytes, certificate: str = "") -> str:
    """The public half of a private key: PEM, then what the provider would show, with a line over each.

    `certificate` is one of the key, in PEM, for providers that publish theirs in certificates. Raises ValueError for
    bytes that hold no private key.
    """
    parts = [("Public key (PEM)", public_pem(private).strip())]
    if scheme.claims is not None:
        parts.append((f"As {provider.name} publishes keys (JWK set)", json.dumps({"keys": [jwk(private)]}, indent=1)))
    elif certificate and any(source.endswith((".pem", ".cer", "*")) for source in provider.key_sources):
        parts.append((f"As {provider.name} publishes keys (certificate)", certificate.strip()))
    elif scheme.algorithm == "ed25519":
        raw = raw_ed25519(private)
        text = raw.hex() if provider.id in RAW_HEX else b64encode(raw).decode()
        parts.append((f"As {provider.name} shows it", text))
    else:
        parts.append((f"As {provider.name} shows it (DER in base64)", der(private)))
    return "\n\n".join(f"{title}:\n{text}" for title, text in parts)


def raw_ed25519(private: bytes) -> bytes:
    """The 32 bytes of an Ed25519 public key. Raises ValueError."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat  # noqa: PLC0415  # the lazy border

    key = load_private(private)
    if key is None:
        raise ValueError("these bytes hold no private key")
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def der(private: bytes) -> str:
    """The public key as SubjectPublicKeyInfo (RFC 5280) in base64."""
    return "".join(line for line in public_pem(private).splitlines() if not line.startswith("-----"))


def jwk(private: bytes) -> dict[str, str]:
    """The public key as a JSON Web Key (RFC 7517). Raises ValueError."""
    from cryptography.hazmat.primitives.asymmetric import ec, rsa  # noqa: PLC0415  # the lazy border

    key = load_private(private)
    if key is None:
        raise ValueError("these bytes hold no private key")
    about = {"kid": KEY_ID, "use": "sig"}
    if isinstance(key, ec.EllipticCurvePrivateKey):
        point = key.public_key().public_numbers()
        return {"kty": "EC", "crv": "P-256", "x": _number(point.x, 32), "y": _number(point.y, 32), **about}
    if isinstance(key, rsa.RSAPrivateKey):
        numbers = key.public_key().public_numbers()
        size = (numbers.n.bit_length() + 7) // 8
        return {"kty": "RSA", "n": _number(numbers.n, size), "e": _number(numbers.e, 3), **about}
    return {"kty": "OKP", "crv": "Ed25519", "x": _text(raw_ed25519(private)), **about}


def _number(number: int, size: int) -> str:
    return _text(number.to_bytes(size, "big"))


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
