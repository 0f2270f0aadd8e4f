"""Checking signatures: pure cryptography, in constant time, over the bytes as they came."""

import hmac
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from inspector.core.body import Body
from inspector.core.secret import Secret
from inspector.providers.asymmetric import verify
from inspector.providers.digests import ASYMMETRIC, KEYS, SIZES, decode, digest_of, encode
from inspector.providers.reading import Reading
from inspector.providers.scheme import Scheme
from inspector.providers.web_token import is_genuine, unmet

MOST_ASYMMETRIC = 20
"""Signatures with a public key that are tried of one header: each costs a hundred times what an HMAC does."""


class Checked(NamedTuple):
    """The secret that matched, or None, and how many computations it took."""

    secret: Secret | None
    tried: int


def check(reading: Reading, secrets: Iterable[Secret], body: bytes | Body) -> Checked:
    """Try secrets in turn against the signatures of a reading. Raises OSError when the file of a large body is gone."""
    scheme = reading.scheme
    signatures = [signature.encode("latin-1", "replace") for signature in reading.found.signatures]
    if reading.missing or not signatures:
        return Checked(None, 0)
    if scheme.setting:
        return _check_with_settings(reading, list(secrets), body, signatures)
    if scheme.every is not None and len(signatures) > 1:
        return _check_every(list(secrets), signatures)
    before, after = scheme.message.compose(reading.values)
    body = body if scheme.message.takes_body else b""
    tried = 0
    for secret in secrets:
        for form in scheme.keys:
            key = KEYS[form](secret.value)
            if key is None:
                continue
            tried += 1
            if scheme.algorithm in ASYMMETRIC or scheme.algorithm == "jwt":
                if matches_with_key(reading, key, before, body, after, signatures):
                    return Checked(secret, tried)
                continue
            expected = key
            if scheme.algorithm != "token":
                expected = encode(digest_of(scheme.algorithm, key, before, body, after), scheme.encoding)
            for signature in signatures:
                if hmac.compare_digest(expected, signature):
                    return Checked(secret, tried)
    return Checked(None, tried)


def keys_and_settings(scheme: Scheme, secrets: Sequence[Secret]) -> tuple[list[Secret], list[Secret]]:
    """Of a scheme with a setting: the secrets that are keys, and those that are values of the setting."""
    keys = [one for one in secrets if any(KEYS[form](one.value) is not None for form in scheme.keys)]
    return keys, [one for one in secrets if one not in keys]


def settings_tried(reading: Reading, settings: Iterable[Secret]) -> Iterator[tuple[Secret, Mapping[str, bytes]]]:
    """The values of a message with each value of its setting."""
    for setting in settings:
        yield setting, {**reading.values, reading.scheme.setting: setting.value.strip()}


def _check_with_settings(
    reading: Reading, secrets: Sequence[Secret], body: bytes | Body, signatures: Sequence[bytes]
) -> Checked:
    scheme = reading.scheme
    keys, settings = keys_and_settings(scheme, secrets)
    tried = 0
    for setting, values in settings_tried(reading, settings):
        before, after = scheme.message.compose(values)
        for secret in keys:
            tried += 1
            if matches_with_key(reading, secret.value, before, body, after, signatures):
                return Checked(setting, tried)
    return Checked(None, tried)


def _check_every(secrets: Sequence[Secret], tokens: Sequence[bytes]) -> Checked:
    """Of several tokens each has to be a secret; named is that of the first. None is tried where one matches none."""
    found: list[Secret] = []
    for token in tokens:
        matching = [one for one in secrets if one.value and hmac.compare_digest(one.value, token)]
        if not matching:
            return Checked(None, 0)
        found += matching[:1]
    return Checked(found[0], len(tokens))


def matches_with_key(
    reading: Reading, key: bytes, before: bytes, body: bytes | Body, after: bytes, signatures: Iterable[bytes]
) -> bool:
    """Whether one of the signatures was made with the private half of a public key, or is a genuine token."""
    scheme = reading.scheme
    if scheme.algorithm == "jwt":
        assert scheme.claims is not None
        token = next(iter(signatures))
        return is_genuine(token, key, scheme.claims) and not unmet(reading.found.fields, scheme.claims, reading.subject)
    return verify_any(scheme, key, before, body, after, signatures)


def verify_any(
    scheme: Scheme, key: bytes, before: bytes, body: bytes | Body, after: bytes, signatures: Iterable[bytes]
) -> bool:
    """Whether one of the signatures was made with the private half of a public key."""
    raws = [raw for text in signatures if (raw := decode(text, scheme.encoding)) is not None]
    size = SIZES.get(scheme.algorithm)
    raws = [raw for raw in raws if size is None or len(raw) == size]
    if not raws:
        return False
    content = body if isinstance(body, bytes) else body.read()
    whole = before + content + after if scheme.message.takes_body else before
    return any(verify(scheme.algorithm, key, whole, raw) for raw in raws[:MOST_ASYMMETRIC])
