"""Which public keys a signature may be checked with: those that the user entered, and of those that were fetched the
ones that the request itself names."""

import json
from collections.abc import Sequence

from inspector.core.secret import Secret
from inspector.providers.asymmetric import is_published
from inspector.providers.digests import KEYS
from inspector.providers.key_sources import key_way
from inspector.providers.layout import read_head
from inspector.providers.provider import Provider
from inspector.providers.reading import Reading
from inspector.providers.scheme import Scheme

LONGEST_ID = 4096
"""Characters of a key's id; a longer one is none."""


def usable(provider: Provider, reading: Reading, secrets: Sequence[Secret]) -> Sequence[Secret]:
    """The secrets without the fetched ones that another address or another key id belongs to.

    A message that names the certificate of tomorrow must not be called invalid by that of today.
    """
    if not any(secret.source for secret in secrets):
        return secrets
    addresses = key_way(provider, reading.subject.payload).addresses
    kid = kid_of(reading)
    return [one for one in secrets if not one.source or (one.source in addresses and holds(one.value, kid))]


def fitting(provider: Provider, scheme: Scheme, secrets: Sequence[Secret]) -> Sequence[Secret]:
    """The secrets without public keys, where those are for another scheme of the provider and this one's is shared.

    Anybody can send a published key as a token, or sign with its text.
    """
    if not provider.has_public_keys or scheme.is_asymmetric:
        return secrets
    return [one for one in secrets if not one.source and not is_published(one.value)]


def decisive(readings: Sequence[Reading], secrets: Sequence[Secret]) -> Sequence[Reading]:
    """The readings without a token, where a signature of the body is beside it, and a secret of the form for that one.

    A token cannot make good a body that the signature does not fit.
    """
    if len(readings) < 2:
        return readings
    tokens = {one.value for one in readings if one.scheme.algorithm == "token"}
    starts = [start.encode() for one in readings if one.covers_body for start in one.scheme.secret_starts]
    if not tokens or not any(one.value.startswith(tuple(starts)) and one.value not in tokens for one in secrets):
        return readings
    return [one for one in readings if one.scheme.algorithm != "token"]


def lacks_key(reading: Reading, secrets: Sequence[Secret]) -> bool:
    """Whether there is no key among the secrets that a signature with a public key could be checked with."""
    scheme = reading.scheme
    if not scheme.is_asymmetric:
        return False
    return not any(KEYS[form](secret.value) is not None for secret in secrets for form in scheme.keys)


def key_address(provider: Provider, reading: Reading, secrets: Sequence[Secret]) -> str:
    """Where the public key that a signature lacks can be fetched; empty where that is nowhere, or none is lacking."""
    addresses = key_way(provider, reading.subject.payload).addresses
    return addresses[0] if addresses and lacks_key(reading, usable(provider, reading, secrets)) else ""


def kid_of(reading: Reading) -> str:
    """The id of the key that a signature names, or empty: `kid` of a JSON Web Token or beside the signature."""
    if reading.scheme.claims is None or not reading.found.signatures:
        return reading.found.fields.get("kid", "")
    kid = read_head(reading.found.signatures[0]).get("kid")
    return kid if isinstance(kid, str) and len(kid) <= LONGEST_ID else ""


def holds(key: bytes, kid: str) -> bool:
    """Whether a set of keys has one of that id, or tells no ids at all; a single key is for whoever names its place."""
    if not kid or not key.lstrip().startswith(b"{"):
        return True
    try:
        found = json.loads(key)
    except (ValueError, RecursionError):
        return True
    keys = found.get("keys", [found]) if isinstance(found, dict) else []
    ids = [one.get("kid") for one in keys if isinstance(one, dict)] if isinstance(keys, list) else []
    return kid in ids or not any(ids)
