"""Signatures with a private and a public key."""

import json
from base64 import b64decode, b64encode, urlsafe_b64encode

import pytest

from inspector.providers.asymmetric import is_published, load_public, public_pem, sign, verify
from tests.providers.samples.sent import PAIRS

SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")


def test_a_published_vector() -> None:
    """RFC 8032, section 7.1, test 1: the empty message."""
    signature = sign("ed25519", b"whsk_" + SEED, b"")

    assert signature.hex().startswith("e5564300c360ac729086e2cc806e828a")
    assert verify("ed25519", b"whpk_" + PUBLIC, b"", signature)
    assert verify("ed25519", b"whsk_" + SEED, b"", signature)


def test_a_set_with_keys_that_are_not_known() -> None:
    """The others count; a set that holds none, or itself, is no key."""
    x = urlsafe_b64encode(PUBLIC).decode().rstrip("=")
    good = {"kty": "OKP", "crv": "Ed25519", "x": x}
    odd = [{"kty": "oct", "k": "x"}, {"kty": "EC", "crv": "P-521", "x": "", "y": ""}, {}, 7, None, {"kty": "OKP"}]
    nested: object = good
    for _ in range(200):
        nested = {"keys": [nested]}

    assert len(load_public(json.dumps({"keys": [*odd, good]}).encode())) == 1
    assert load_public(json.dumps({"keys": odd}).encode()) == ()
    assert len(load_public(json.dumps(nested).encode())) == 1


def test_what_does_not_match() -> None:
    """Another message, a short signature, a key that is none."""
    signature = sign("ed25519", b"whsk_" + SEED, b"")

    assert not verify("ed25519", b"whpk_" + PUBLIC, b"x", signature)
    assert not verify("ed25519", b"whpk_" + PUBLIC, b"", signature[:-1])
    assert not verify("ed25519", b"whpk_short", b"", signature)


def test_a_public_key_cannot_sign() -> None:
    """Signing needs the private one."""
    with pytest.raises(ValueError, match="cannot sign"):
        sign("ed25519", b"whpk_" + PUBLIC, b"")


def test_what_anybody_may_have() -> None:
    """Public keys in each form, but no private one, no bare 32 bytes and no other text."""
    from_jwk = json.dumps({"kty": "OKP", "crv": "Ed25519", "x": urlsafe_b64encode(PUBLIC).decode()}).encode()
    pem = public_pem(b"whpk_" + PUBLIC).encode()
    der = b"".join(pem.splitlines()[1:-1])

    assert all(map(is_published, (pem, b" " + pem, der, b64decode(der).hex().encode(), from_jwk, b"whpk_" + PUBLIC)))
    assert not any(map(is_published, (PAIRS["rsa"], b64encode(PUBLIC), PUBLIC.hex().encode(), b"hush", b"MCow", b"")))
    assert not is_published(b64encode(b"0" * 40))
