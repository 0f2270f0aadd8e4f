"""Public keys for the app under test."""

import base64
import json
from dataclasses import replace

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
    load_pem_private_key,
)

from inspector.providers.layout import Single
from inspector.providers.place import place
from inspector.providers.registry import BY_ID
from inspector.providers.samples.public_key import der, jwk, raw_ed25519, written
from inspector.providers.scheme import Scheme
from inspector.providers.web_token import TokenClaims
from inspector.secrets.pair_making import new_certificate, new_key

KEYS = {"ed25519": new_key("ed25519"), "p256": new_key("p256"), "rsa": new_key("rsa")}
PROVIDER = replace(BY_ID["svix"], id="acme", name="Acme")


def scheme(algorithm: str, claims: TokenClaims | None = None) -> Scheme:
    """A scheme that a public key checks."""
    return Scheme(
        id="acme", algorithm=algorithm, place=place("header:X"), layout=Single(), keys=("public",), claims=claims,  # type: ignore[arg-type]
    )  # fmt: skip


def test_it_is_shown_in_pem_and_as_the_provider_does() -> None:
    """Hex, base64, DER, a set of keys or a certificate."""
    certificate = new_certificate(KEYS["rsa"]).decode()
    raw = raw_ed25519(KEYS["ed25519"])

    assert raw.hex() in written(replace(PROVIDER, id="discord"), scheme("ed25519"), KEYS["ed25519"])
    assert base64.b64encode(raw).decode() in written(PROVIDER, scheme("ed25519"), KEYS["ed25519"])
    assert der(KEYS["p256"]) in written(PROVIDER, scheme("ecdsa-sha256"), KEYS["p256"])
    assert '"kty": "EC"' in written(PROVIDER, scheme("jwt", TokenClaims(algorithms=("ES256",))), KEYS["p256"])
    published = replace(PROVIDER, key_sources=("https://keys.example/*.pem",))
    assert certificate.strip() in written(published, scheme("rsa-sha256"), KEYS["rsa"], certificate)
    for kind, key in KEYS.items():
        text = written(PROVIDER, scheme("ed25519" if kind == "ed25519" else "rsa-sha256"), key)
        assert text.startswith("Public key (PEM):\n-----BEGIN PUBLIC KEY-----")
        assert "PRIVATE" not in text


@pytest.mark.parametrize("kind", KEYS)
def test_another_library_reads_the_key(kind: str) -> None:
    """As JWK and as DER it is the public half."""
    private = load_pem_private_key(KEYS[kind], password=None)
    public = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    read = jwt.PyJWK(json.loads(json.dumps(jwk(KEYS[kind])))).key if kind != "ed25519" else private.public_key()

    assert read.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo) == public
    assert load_der_public_key(base64.b64decode(der(KEYS[kind]))) == private.public_key()


def test_what_is_no_private_key() -> None:
    """Nothing is made of it."""
    with pytest.raises(ValueError, match="no private key"):
        raw_ed25519(b"whsec_")
    with pytest.raises(ValueError, match="no private key"):
        jwk(b"whsec_")
