"""Checking signatures: pure cryptography, in constant time, over the bytes as they came."""

import hmac
from collections.abc import Iterable
from typing import NamedTuple

from inspector.core.body import Body
from inspector.core.secret import Secret
from inspector.providers.digests import KEYS, SIZES, decode_base64, digest_of, encode
from inspector.providers.ed25519 import verify
from inspector.providers.reading import Reading

MOST_ASYMMETRIC = 20
"""Signatures with a public key that are tried of one header: each costs a hundred times what an HMAC does."""


class Checked(NamedTuple):
    """The secret that matched, or None, and how many computations it took."""

    secret: Secret | None
    tried: int


def check(reading: Reading, secrets: Iterable[Secret], body: bytes | Body) -> Checked:
    """Try secrets in turn against the signatures of a reading. Raises OSError when the file of a large body is gone."""
    scheme = reading.scheme
    signatures = [signature.encode("latin-1") for signature in reading.found.signatures]
    if reading.missing or not signatures:
        return Checked(None, 0)
    before, after = scheme.message.compose(reading.values)
    tried = 0
    for secret in secrets:
        for form in scheme.keys:
            key = KEYS[form](secret.value)
            if key is None:
                continue
            tried += 1
            if scheme.algorithm == "ed25519":
                if verify_any(key, before, body, after, signatures):
                    return Checked(secret, tried)
                continue
            expected = key
            if scheme.algorithm != "token":
                expected = encode(digest_of(scheme.algorithm, key, before, body, after), scheme.encoding)
            for signature in signatures:
                if hmac.compare_digest(expected, signature):
                    return Checked(secret, tried)
    return Checked(None, tried)


def verify_any(key: bytes, before: bytes, body: bytes | Body, after: bytes, signatures: Iterable[bytes]) -> bool:
    """Whether one of the signatures, in base64, was made with the private half of a public key."""
    raws = [raw for raw in map(decode_base64, signatures) if raw is not None and len(raw) == SIZES["ed25519"]]
    if not raws:
        return False
    content = body if isinstance(body, bytes) else body.read()
    whole = before + content + after
    return any(verify(key, whole, raw) for raw in raws[:MOST_ASYMMETRIC])
