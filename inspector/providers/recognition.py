"""Who sent a request: a dict of header names, then the conditions of the few marks that it points to.

Header fields count first, then the User-Agent, then what the body or the query says.
"""

from collections.abc import Iterable, Mapping, Sequence
from fnmatch import translate
from functools import lru_cache
from re import DOTALL, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from inspector.providers.basis import NOTHING, Basis
from inspector.providers.payload import Payload, text_of
from inspector.providers.place import Place
from inspector.providers.provider import Mark, Provider
from inspector.providers.registry import PROVIDERS

Candidate = tuple[int, Mark, Provider]
"""Rank, mark and provider; ranks are unique, so candidates sort by them alone."""

AGENT_LIMIT = 300


class Marks(NamedTuple):
    """The marks of some providers by that by which they are found."""

    headers: Mapping[bytes, tuple[Candidate, ...]]
    agents: Mapping[bytes, tuple[Candidate, ...]]
    names: Mapping[str, tuple[Candidate, ...]]
    """By a name on the top level of the document."""
    fields: Mapping[str, tuple[Candidate, ...]]
    """By a field of a form or of the query."""
    texts: tuple[Candidate, ...]
    """Those that look at the whole body."""


def _product(agent: bytes) -> bytes:
    """The product of a User-Agent without its version, in lower case."""
    return agent[:AGENT_LIMIT].partition(b"/")[0].partition(b" ")[0].lower()


def _marks(providers: Iterable[Provider]) -> Marks:
    pairs = [(mark, provider) for provider in providers for mark in provider.marks]
    pairs.sort(key=lambda pair: pair[0].precedence)
    headers: dict[bytes, tuple[Candidate, ...]] = {}
    agents: dict[bytes, tuple[Candidate, ...]] = {}
    names: dict[str, tuple[Candidate, ...]] = {}
    fields: dict[str, tuple[Candidate, ...]] = {}
    texts: tuple[Candidate, ...] = ()
    for rank, (mark, provider) in enumerate(pairs):
        candidate = (rank, mark, provider)
        if mark.headers:
            key = mark.headers[0].lower().encode()
            headers[key] = (*headers.get(key, ()), candidate)
        elif mark.agent:
            key = _product(mark.agent.encode())
            agents[key] = (*agents.get(key, ()), candidate)
        else:
            place = mark.shows[0][0]
            if place.kind == "json":
                names[place.path[0]] = (*names.get(place.path[0], ()), candidate)
            elif place.kind == "body":
                texts = (*texts, candidate)
            else:
                fields[place.name] = (*fields.get(place.name, ()), candidate)
    return Marks(headers, agents, names, fields, texts)


OURS = _marks(PROVIDERS)


def recognise(payload: Payload, basis: Basis = NOTHING) -> Provider | None:
    """The provider whose mark fits, or None. Looks at the body only where a mark asks for it.

    What the user described comes first; the provider that an endpoint expects comes before others that fit as well.
    """
    if basis.custom and (own := _described(payload, basis)) is not None:
        return own
    return _best(OURS, payload, basis.expected)


def _described(payload: Payload, basis: Basis) -> Provider | None:
    """The first provider of the user's own that fits: they are few, and may be known by anything."""
    fitting = [provider for provider in basis.custom if any(_fits_whole(mark, payload) for mark in provider.marks)]
    expected = (provider for provider in fitting if provider.id == basis.expected)
    return next(expected, fitting[0] if fitting else None)


def _fits_whole(mark: Mark, payload: Payload) -> bool:
    first = payload.first
    return all(name.lower().encode() in first for name in mark.headers[:1]) and _fits(mark, payload)


def _best(marks: Marks, payload: Payload, expected: str) -> Provider | None:
    first = payload.first
    names = marks.headers.keys() & first.keys()
    if names:
        candidates: Sequence[Candidate] = marks.headers[names.pop()]
        if names:
            candidates = sorted([*candidates, *(one for name in names for one in marks.headers[name])])
        found = _first_fitting(candidates, payload, expected)
        if found is not None:
            return found
    agent = first.get(b"user-agent")
    if agent is not None:
        told = agent.decode("latin-1")
        product = _product(agent)
        # Some mark only how the product's name begins: `Trello-`.
        family = product[: product.find(b"-") + 1]
        for _, mark, provider in (*marks.agents.get(product, ()), *marks.agents.get(family, ())):
            if told.startswith(mark.agent) and _fits(mark, payload):
                return provider
    return _by_content(marks, payload, expected)


def _by_content(marks: Marks, payload: Payload, expected: str) -> Provider | None:
    document = payload.document
    if isinstance(document, list) and document:
        document = document[0]
    found: list[Candidate] = []
    if isinstance(document, dict):
        found += [one for name in marks.names.keys() & document.keys() for one in marks.names[name]]
    if isinstance(payload.document, list):
        found += marks.names.get("0", ())
    if marks.fields and (form := payload.form):
        found += [one for name in marks.fields.keys() & form.keys() for one in marks.fields[name]]
    if not found and document is None:
        found += marks.texts
    return _first_fitting(sorted(found), payload, expected) if found else None


def _first_fitting(candidates: Iterable[Candidate], payload: Payload, expected: str) -> Provider | None:
    chosen: Provider | None = None
    for _, mark, provider in candidates:
        if (chosen is None or provider.id == expected) and _fits(mark, payload):
            chosen = provider
            if not expected or provider.id == expected:
                return chosen
    return chosen


def _fits(mark: Mark, payload: Payload) -> bool:
    first = payload.first
    for name in mark.headers[1:]:
        if name.lower().encode() not in first:
            return False
    for name in mark.unless:
        if name.lower().encode() in first:
            return False
    return not mark.shows or shows(payload, mark.shows)


def shows(payload: Payload, conditions: Iterable[tuple[Place, str]]) -> bool:
    """Whether each place holds a text that fits its wildcards."""
    for place, wildcards in conditions:
        value = payload.value(place)
        if value is None:  # of most marks nothing is there
            return False
        text = text_of(value)
        if text is None or not pattern_of(wildcards).fullmatch(text[:AGENT_LIMIT]):
            return False
    return True


@lru_cache(maxsize=1024)
def pattern_of(wildcards: str) -> Pattern[str]:
    """Wildcards of an entry as a pattern; they are ours, never a stranger's."""
    return compile_pattern(translate(wildcards), DOTALL)
