"""Digests, how they are written into a header, and how a secret becomes a key."""

import hashlib
import hmac
from base64 import b64decode, b64encode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Callable, Mapping
from html import unescape
from typing import Literal
from unicodedata import normalize

from inspector.core.body import Body

Algorithm = Literal[
    "hmac-sha1",
    "hmac-sha256",
    "hmac-sha512",
    "sha256 before",
    "sha1 behind",
    "sha256 behind",
    "ed25519",
    "ecdsa-sha1",
    "ecdsa-sha256",
    "rsa-sha1",
    "rsa-sha256",
    "jwt",
    "token",
]
"""How a signature is computed. `sha256 before` is a plain hash of secret and message, `sha256 behind` of message and
secret; `jwt` is a JSON Web Token with a hash of the body in it; `token` is the secret itself."""
Encoding = Literal["hex", "base64", "base64url", "plain"]
KeyForm = Literal[
    "utf-8",
    "whsec",
    "whsec or utf-8",
    "v1,whsec",
    "whpk",
    "hex",
    "base64",
    "sha1",
    "nfkd",
    "html",
    "public",
]

HASHES: Mapping[Algorithm, str] = {
    "hmac-sha1": "sha1",
    "hmac-sha256": "sha256",
    "hmac-sha512": "sha512",
    "sha256 before": "sha256",
    "sha1 behind": "sha1",
    "sha256 behind": "sha256",
}
SIZES: Mapping[str, int] = {
    "hmac-sha1": 20,
    "hmac-sha256": 32,
    "hmac-sha512": 64,
    "sha256 before": 32,
    "sha1 behind": 20,
    "sha256 behind": 32,
    "ed25519": 64,
}
"""Bytes of a digest or signature, where that is fixed."""

HMACS: tuple[Algorithm, ...] = ("hmac-sha256", "hmac-sha1", "hmac-sha512")
ASYMMETRIC: frozenset[Algorithm] = frozenset(("ed25519", "ecdsa-sha1", "ecdsa-sha256", "rsa-sha1", "rsa-sha256"))
"""Made with a private key and checked with a public one."""

LABELS: Mapping[Algorithm, str] = {
    "hmac-sha1": "HMAC-SHA1",
    "hmac-sha256": "HMAC-SHA256",
    "hmac-sha512": "HMAC-SHA512",
    "sha256 before": "SHA-256 of secret and message",
    "sha1 behind": "SHA-1 of message and secret",
    "sha256 behind": "SHA-256 of message and secret",
    "ed25519": "Ed25519",
    "ecdsa-sha1": "ECDSA with SHA-1",
    "ecdsa-sha256": "ECDSA with SHA-256",
    "rsa-sha1": "RSA with SHA-1",
    "rsa-sha256": "RSA with SHA-256",
    "jwt": "JSON Web Token",
    "token": "token",
}


def digest_of(algorithm: Algorithm, key: bytes, before: bytes, body: bytes | Body, after: bytes) -> bytes:
    """The digest of a message with a key; a body that lies in a file is read in pieces.

    Raises OSError when that file is gone, KeyError for an algorithm that computes no digest.
    """
    name = HASHES[algorithm]
    if algorithm.startswith("sha"):
        return _plain_digest(name, algorithm.endswith("before"), key, before, body, after)
    if isinstance(body, bytes):
        return hmac.digest(key, before + body + after if before or after else body, name)
    running = hmac.new(key, before, name)
    for chunk in body.chunks():
        running.update(chunk)
    running.update(after)
    return running.digest()


def _plain_digest(name: str, first: bool, key: bytes, before: bytes, body: bytes | Body, after: bytes) -> bytes:
    running = hashlib.new(name, key + before if first else before, usedforsecurity=False)
    for chunk in (body,) if isinstance(body, bytes) else body.chunks():
        running.update(chunk)
    running.update(after if first else after + key)
    return running.digest()


def encode(raw: bytes, encoding: Encoding) -> bytes:
    """A digest as it is written into a header."""
    if encoding == "hex":
        return raw.hex().encode()
    if encoding == "base64url":
        return urlsafe_b64encode(raw).rstrip(b"=")
    return b64encode(raw) if encoding == "base64" else raw


def decode(text: bytes, encoding: Encoding) -> bytes | None:
    """The bytes of a digest that is written in a header; None where it is written in another way."""
    if encoding == "hex":
        return decode_hex(text)
    if encoding == "plain":
        return text
    return decode_base64(text.replace(b"-", b"+").replace(b"_", b"/") if encoding == "base64url" else text)


def decode_base64(text: bytes) -> bytes | None:
    """Standard base64 with or without its padding; None where it is none."""
    text = text.rstrip(b"=")
    try:
        return b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except Base64Error:
        return None


def decode_base64url(text: bytes) -> bytes | None:
    """Base64 with the alphabet for URLs; None where it is none, or where it is standard base64 just as well."""
    if not (b"-" in text or b"_" in text):
        return None
    return decode_base64(text.replace(b"-", b"+").replace(b"_", b"/"))


def decode_hex(text: bytes) -> bytes | None:
    """Hexadecimal in either case; None where it is none."""
    try:
        return bytes.fromhex(text.decode("ascii")) if text.isalnum() else None
    except ValueError:
        return None


def _plain(secret: bytes) -> bytes | None:
    return secret or None


def _whsec(secret: bytes) -> bytes | None:
    """Standard Webhooks: base64, with or without `whsec_` before it and padding behind it."""
    return decode_base64(secret.removeprefix(b"whsec_")) or None


def _whsec_or_plain(secret: bytes) -> bytes | None:
    """OpenAI: base64 only behind `whsec_`, else the text itself."""
    return _whsec(secret) if secret.startswith(b"whsec_") else _plain(secret)


def _v1_whsec(secret: bytes) -> bytes | None:
    """Supabase: the dashboard shows `v1,whsec_` before the base64."""
    return _whsec(secret.removeprefix(b"v1,"))


def _whpk(secret: bytes) -> bytes | None:
    """Standard Webhooks v1a: `whpk_` and a public key of 32 bytes, or `whsk_` and a private one; the prefix stays."""
    head, rest = secret[:5], secret[5:]
    key = decode_base64(rest) if head in (b"whpk_", b"whsk_") else None
    if key is None or not (len(key) == 32 or (head == b"whsk_" and len(key) == 64)):
        return None
    return head + key[:32]


def _hex(secret: bytes) -> bytes | None:
    return decode_hex(secret) or None


def _base64(secret: bytes) -> bytes | None:
    return decode_base64(secret) or None


def _sha1(secret: bytes) -> bytes | None:
    """Braintree: the SHA-1 of the private key."""
    return hashlib.sha1(secret, usedforsecurity=False).digest() if secret else None


def _nfkd(secret: bytes) -> bytes | None:
    """EasyPost: the text in Unicode's form NFKD."""
    try:
        return normalize("NFKD", secret.decode()).encode() or None
    except UnicodeDecodeError:
        return None


def _html(secret: bytes) -> bytes | None:
    """WooCommerce: the text with its HTML entities decoded."""
    return unescape(secret.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape") or None


def _public(secret: bytes) -> bytes | None:
    """A key of an asymmetric scheme in a form that `asymmetric` reads: PEM, JWK, DER or 32 bytes in hex or base64."""
    bare = secret.strip()
    if bare.startswith((b"-----BEGIN ", b"{", b"whpk_", b"whsk_")):
        return bare
    raw = decode_hex(bare) or decode_base64(b"".join(bare.split()))
    return bare if raw is not None and len(raw) >= 32 else None


KEYS: Mapping[KeyForm, Callable[[bytes], bytes | None]] = {
    "utf-8": _plain,
    "whsec": _whsec,
    "whsec or utf-8": _whsec_or_plain,
    "v1,whsec": _v1_whsec,
    "whpk": _whpk,
    "hex": _hex,
    "base64": _base64,
    "sha1": _sha1,
    "nfkd": _nfkd,
    "html": _html,
    "public": _public,
}
"""How a secret becomes a key; None where the secret has another form."""
