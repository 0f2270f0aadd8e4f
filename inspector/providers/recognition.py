"""Who sent a request: a dict of header names, then the conditions of the few marks that it points to."""

from collections.abc import Iterable, Mapping
from fnmatch import translate
from functools import lru_cache
from itertools import chain
from re import DOTALL, Pattern
from re import compile as compile_pattern

from inspector.providers.payload import Payload
from inspector.providers.place import Place
from inspector.providers.provider import Mark, Provider
from inspector.providers.registry import PROVIDERS

Candidate = tuple[int, Mark, Provider]
"""Rank, mark and provider; ranks are unique, so candidates sort by them alone."""

AGENT_LIMIT = 300


def _ranked(providers: Iterable[Provider]) -> list[Candidate]:
    marks = [(mark, provider) for provider in providers for mark in provider.marks]
    marks.sort(key=lambda pair: pair[0].precedence)
    return [(rank, mark, provider) for rank, (mark, provider) in enumerate(marks)]


def _by_name(candidates: Iterable[tuple[bytes, Candidate]]) -> Mapping[bytes, tuple[Candidate, ...]]:
    found: dict[bytes, tuple[Candidate, ...]] = {}
    for name, candidate in candidates:
        found[name] = (*found.get(name, ()), candidate)
    return found


def _product(agent: bytes) -> bytes:
    """The product of a User-Agent without its version, in lower case."""
    return agent[:AGENT_LIMIT].partition(b"/")[0].partition(b" ")[0].lower()


_RANKED = _ranked(PROVIDERS)
HEADERS = _by_name((c[1].headers[0].lower().encode(), c) for c in _RANKED if c[1].headers)
AGENTS = _by_name((_product(c[1].agent.encode()), c) for c in _RANKED if not c[1].headers)


def recognise(payload: Payload) -> Provider | None:
    """The provider whose mark fits, or None. Looks at the body only where a mark asks for it.

    The User-Agent counts only where no header field tells.
    """
    first = payload.first
    names = HEADERS.keys() & first.keys()
    if names:
        candidates = HEADERS[names.pop()]
        if names:
            candidates = tuple(sorted(chain(candidates, *map(HEADERS.__getitem__, names))))
        for _, mark, provider in candidates:
            if _fits(mark, payload):
                return provider
    agent = first.get(b"user-agent")
    if agent is not None:
        for _, mark, provider in AGENTS.get(_product(agent), ()):
            if agent.decode("latin-1").startswith(mark.agent) and _fits(mark, payload):
                return provider
    return None


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
        text = payload.text(place)
        if text is None or not pattern_of(wildcards).fullmatch(text[:AGENT_LIMIT]):
            return False
    return True


@lru_cache(maxsize=1024)
def pattern_of(wildcards: str) -> Pattern[str]:
    """Wildcards of an entry as a pattern; they are ours, never a stranger's."""
    return compile_pattern(translate(wildcards), DOTALL)
