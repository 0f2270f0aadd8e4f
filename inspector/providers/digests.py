"""Digests, how they are written into a header, and how a secret becomes a key."""

import hmac
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Callable, Mapping
from typing import Literal

from inspector.core.body import Body

Algorithm = Literal["hmac-sha1", "hmac-sha256", "hmac-sha512", "ed25519", "token"]
Encoding = Literal["hex", "base64", "plain"]
KeyForm = Literal["utf-8", "whsec", "whsec or utf-8", "whpk"]

HASHES: Mapping[str, str] = {"hmac-sha1": "sha1", "hmac-sha256": "sha256", "hmac-sha512": "sha512"}
SIZES: Mapping[str, int] = {"hmac-sha1": 20, "hmac-sha256": 32, "hmac-sha512": 64, "ed25519": 64}
"""Bytes of a digest or signature."""

LABELS: Mapping[str, str] = {
    "hmac-sha1": "HMAC-SHA1",
    "hmac-sha256": "HMAC-SHA256",
    "hmac-sha512": "HMAC-SHA512",
    "ed25519": "Ed25519",
    "token": "token",
}


def digest_of(algorithm: Algorithm, key: bytes, before: bytes, body: bytes | Body, after: bytes) -> bytes:
    """The HMAC of a message; a body that lies in a file is read in pieces. Raises OSError when that file is gone."""
    name = HASHES[algorithm]
    if isinstance(body, bytes):
        return hmac.digest(key, before + body + after if before or after else body, name)
    running = hmac.new(key, before, name)
    for chunk in body.chunks():
        running.update(chunk)
    running.update(after)
    return running.digest()


def encode(raw: bytes, encoding: Encoding) -> bytes:
    """A digest as it is written into a header."""
    if encoding == "hex":
        return raw.hex().encode()
    return b64encode(raw) if encoding == "base64" else raw


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


def _whpk(secret: bytes) -> bytes | None:
    """Standard Webhooks v1a: `whpk_` and a public key of 32 bytes, or `whsk_` and a private one; the prefix stays."""
    head, rest = secret[:5], secret[5:]
    key = decode_base64(rest) if head in (b"whpk_", b"whsk_") else None
    if key is None or not (len(key) == 32 or (head == b"whsk_" and len(key) == 64)):
        return None
    return head + key[:32]


KEYS: Mapping[KeyForm, Callable[[bytes], bytes | None]] = {
    "utf-8": _plain,
    "whsec": _whsec,
    "whsec or utf-8": _whsec_or_plain,
    "whpk": _whpk,
}
"""How a secret becomes a key; None where the secret has another form."""
