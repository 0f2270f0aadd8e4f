"""Where a provider publishes its public keys, and whether an address that a request names is one of those places.

Whatever somebody sends may be read here. An address counts only if it has the one plain form that providers use; all
that readers of URLs disagree about (users, ports, escapes, other alphabets, numbers for hosts) makes it none.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from inspector.providers.payload import Payload
from inspector.providers.provider import Provider

LONGEST = 512
"""Characters of an address; real ones have less than 150."""

PLAIN = re.compile(
    r"https://(?P<host>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24})(?P<path>(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)+)"
)
"""Lower-case names without escapes, a path without `.` and `..`, nothing else. The last name has
letters alone, so that no number is a host."""
REGION = r"[a-z]{2,3}(?:-[a-z]{2,12}){1,3}-[0-9]{1,2}"
"""What a wildcard in a host stands for: a region of a cloud, `eu-central-1`. A looser form would let names pass under
which anybody can have a place, such as the buckets of `s3-us-west-2`."""
STEP = r"[A-Za-z0-9._~-]+"
"""What a wildcard in a path stands for: some of one step."""


class KeyWay(NamedTuple):
    """How the public key for a request can be had."""

    addresses: tuple[str, ...] = ()
    """Of the provider's own; where there are several, one after the other is tried."""
    foreign: bool = False
    """The request names an address that is none of the provider's own."""


def key_way(provider: Provider, payload: Payload) -> KeyWay:
    """Where the key for a request is to be fetched, as far as that may be at all."""
    if not provider.key_sources:
        return KeyWay()
    if not provider.key_place:
        return KeyWay(provider.key_sources)
    named = payload.first_text(provider.key_place)
    if not named:
        return KeyWay()
    return KeyWay((named,)) if is_own(provider, named) else KeyWay(foreign=True)


def is_own(provider: Provider, address: str) -> bool:
    """Whether an address is one at which the provider publishes its keys."""
    return any(fits(address, source) for source in provider.key_sources)


def fits(address: str, source: str) -> bool:
    """Whether an address has the plain form, and is the source, or one that its wildcards stand for."""
    if len(address) > LONGEST or not PLAIN.fullmatch(address):
        return False
    return _pattern(source).fullmatch(address) is not None


def host_of(address: str) -> str:
    """The host of an address in the plain form, or empty."""
    found = PLAIN.fullmatch(address)
    return found["host"] if found else ""


@lru_cache(maxsize=256)
def _pattern(source: str) -> re.Pattern[str]:
    host, slash, path = source.removeprefix("https://").partition("/")
    written = REGION.join(map(re.escape, host.split("*"))) + slash + STEP.join(map(re.escape, path.split("*")))
    return re.compile("https://" + written)
