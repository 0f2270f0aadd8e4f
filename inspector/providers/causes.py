"""The order of the search for a cause: all readings of a signature with one change each, then with two."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from inspector.core.body import LARGE, Body
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.basis import Basis
from inspector.providers.body_variants import Bodies, Decode
from inspector.providers.checking import check
from inspector.providers.computed_search import LARGEST, search_computed, signs_something_computed
from inspector.providers.digests import ASYMMETRIC, HASHES
from inspector.providers.key_choice import decisive, fitting
from inspector.providers.known_tests import KNOWN_TESTS
from inspector.providers.lenient import lenient_field, lenient_signatures, strict_signatures
from inspector.providers.message_variants import message_variants, plain_message
from inspector.providers.payload import Payload
from inspector.providers.provider import Provider
from inspector.providers.reading import Reading, readings_of
from inspector.providers.scheme import Scheme
from inspector.providers.search import Axes, Budget, Explained, count, search_pairs, search_singles
from inspector.providers.secret_variants import key_variants, plain_keys
from inspector.providers.token_search import search_token
from inspector.providers.url_search import search_url
from inspector.providers.urls import Url


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a search goes by."""

    provider: Provider
    payload: Payload
    basis: Basis
    decode: Decode | None = None

    @property
    def request(self) -> Request:
        """The request as it came."""
        return self.payload.request

    @property
    def own(self) -> Sequence[Secret]:
        """The secrets of its provider."""
        return self.basis.secrets.get(self.provider.id, ())

    @property
    def foreign(self) -> list[Secret]:
        """All others, and the one that the provider publishes for its tests."""
        known = KNOWN_TESTS.get(self.provider.id)
        others = [one for name, those in self.basis.secrets.items() if name != self.provider.id for one in those]
        return [known.secret, *others] if known is not None else others

    @property
    def signed(self) -> bytes | Body:
        """The body as it came: in memory, or to be read in pieces."""
        return self.request.body.at_hand


EVERY = "Not all of {place} are alike, or one is missing; each has to be there and equal a secret of yours."


class Found(NamedTuple):
    """What matched, on which reading, and with which URL where that is another than the one that counts."""

    reading: Reading
    explained: Explained
    url: Url | None = None


@dataclass(slots=True)
class Searched:
    """What a search gave, and what it learned on its way."""

    readings: Sequence[Reading]
    found: Found | None = None
    told: tuple[str, ...] = ()
    """Sentences about what was proved without finding the cause."""
    of: int | None = 0
    """How many computations there are in all; None where that is not known."""


def search_causes(case: Case, budget: Budget) -> Searched:
    """Look for what makes a signature match. Raises OSError when the file of a large body is gone."""
    readings = decisive(readings_of(case.provider, case.payload, case.basis.public_url), case.own)
    searched = Searched(readings)
    axes = [_axes(case, reading, budget) for reading in readings]
    done: set[Scheme] = set()
    for reading, one in zip(readings, axes, strict=True):
        searched.found = _singles(case, reading, one, budget, searched, anew=reading.scheme not in done)
        done.add(reading.scheme)
        if searched.found is not None:
            return searched
    for reading, one in zip(readings, axes, strict=True):
        searched.found = _pairs(case, reading, one, budget)
        if searched.found is not None:
            return searched
    for one in axes:
        number = 0 if one is None else count(one)
        searched.of = None if number is None or searched.of is None else searched.of + number
    return searched


def _singles(
    case: Case, reading: Reading, axes: Axes | None, budget: Budget, searched: Searched, *, anew: bool
) -> Found | None:
    """`anew` where no reading of the same scheme, with another URL, was searched before."""
    scheme, own, before = reading.scheme, case.own, budget.tried
    if scheme.every is not None and len(reading.found.signatures) > 1:
        searched.told = (*searched.told, EVERY.format(place=scheme.every.name))
    if scheme.claims is not None:
        return _token(case, reading, budget, searched)
    if anew and (by_url := search_url(scheme, case.payload, case.signed, own, (), budget, case.basis.public_url)):
        return Found(reading, *by_url)
    if signs_something_computed(scheme) and case.request.body.size <= LARGEST:
        bodies = Bodies(case.request, case.request.body.read(), case.decode, budget.goes_on)
        if computed := search_computed(reading, own, bodies, budget):
            return Found(reading, computed)
    if scheme.setting and (known := _known_setting(case, reading, budget)):
        return Found(reading, known)
    if searched.of is not None:
        searched.of += budget.tried - before
    found = None if axes is None else search_singles(axes, budget)
    return None if found is None else Found(reading, found)


def _pairs(case: Case, reading: Reading, axes: Axes | None, budget: Budget) -> Found | None:
    if axes is None or budget.is_spent:
        return None
    if reading.scheme.signs_url:
        once = [key for key in axes.keys if len(key.causes) == 1]
        if by_url := search_url(reading.scheme, case.payload, case.signed, (), once, budget, case.basis.public_url):
            return Found(reading, *by_url)
    found = search_pairs(axes, budget)
    return None if found is None else Found(reading, found)


def _token(case: Case, reading: Reading, budget: Budget, searched: Searched) -> Found | None:
    keys = [*plain_keys(case.own, reading.scheme), *key_variants(case.own, case.foreign, reading.scheme)]
    small = case.request.body.size <= LARGE
    bodies = Bodies(case.request, reading.subject.body, case.decode, budget.goes_on) if small else ()
    token = search_token(reading, keys, bodies, budget, case.basis.public_url)
    if token.sentence:
        searched.told = (*searched.told, token.sentence)
    return None if token.explained is None else Found(reading, token.explained)


def _known_setting(case: Case, reading: Reading, budget: Budget) -> Explained | None:
    """Of a scheme with a setting: the value that the provider's own tests have for it."""
    known = KNOWN_TESTS.get(case.provider.id)
    if known is None or not budget.spend():
        return None
    secret = check(reading, (*case.own, known.secret), b"").secret
    return None if secret is None else Explained(secret, ("other-provider-secret",), (), ())


def _axes(case: Case, reading: Reading, budget: Budget) -> Axes | None:
    """What can be changed of a signature; None where a signed part is nowhere to be found."""
    scheme, message = reading.scheme, reading.scheme.message
    if scheme.every is not None and len(reading.found.signatures) > 1:
        return None
    if scheme.setting or scheme.algorithm == "jwt":
        return None
    values = dict(reading.values)
    for part in message.values:
        is_missing = part.name in reading.missing
        if is_missing or not (part.place or reading.found.signatures):
            # A header in which no signature could be read: what was read of the rest of it is no better.
            value = lenient_field(reading, part.name) if part.place is None else None
            if value is None and is_missing:
                return None
            if value is None:
                continue
            values[part.name] = value
    signed = case.signed if message.takes_body else b""
    computed = message.takes_body and (scheme.algorithm in HASHES or scheme.algorithm in ASYMMETRIC)
    small = signed if isinstance(signed, bytes) and len(signed) <= LARGE else None
    own = fitting(case.provider, scheme, case.own)
    return Axes(
        scheme=scheme,
        body=signed,
        plain_keys=plain_keys(own, scheme),
        keys=key_variants(own, case.foreign, scheme),
        bodies=None if small is None or not computed else Bodies(case.request, small, case.decode, budget.goes_on),
        plain_message=plain_message(scheme, values),
        messages=message_variants(scheme, values),
        strict=strict_signatures(reading),
        lenient=lenient_signatures(reading, case.request.headers),
    )
