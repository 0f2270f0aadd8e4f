"""Which handshake a request is. For an ordinary delivery that costs a look at its header names and at its members."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from inspector.core.verdict import BY_DESIGN, Judgement, Verdict
from inspector.providers.handshakes.handshake import Handshake
from inspector.providers.handshakes.registry import HANDSHAKES, NAMES
from inspector.providers.payload import Payload

Index = Mapping[str, tuple[Handshake, ...]]
Name = TypeVar("Name", str, bytes)


def _indexed(pairs: Iterable[tuple[str, Handshake]]) -> Index:
    index: dict[str, tuple[Handshake, ...]] = {}
    for key, handshake in pairs:
        index[key] = (*index.get(key, ()), handshake)
    return index


def _member(handshake: Handshake) -> str:
    """The outermost member of the document that has to be there; empty where another look tells first."""
    if handshake.header or handshake.query or handshake.form:
        return ""
    return next((place.path[0] for place, _ in handshake.shows if place.path), "")


BY_HEADER: Mapping[bytes, tuple[Handshake, ...]] = {
    name.encode(): found for name, found in _indexed((h.header.lower(), h) for h in HANDSHAKES if h.header).items()
}
BY_QUERY = _indexed((h.query, h) for h in HANDSHAKES if h.query)
BY_FORM = _indexed((h.form, h) for h in HANDSHAKES if h.form)
BY_MEMBER = _indexed((_member(h), h) for h in HANDSHAKES if _member(h))
BARE = tuple(h for h in HANDSHAKES if not (h.header or h.query or h.form or _member(h)))
"""Known by their method alone."""
BARE_METHODS = frozenset(method for handshake in BARE for method in handshake.methods)

_HEADERS = frozenset(BY_HEADER)
_MEMBERS = frozenset(BY_MEMBER)


def handshake_of(payload: Payload, provider: str | None, expected: str = "") -> Handshake | None:
    """The handshake that a request is, or None.

    `provider` is who sent it as far as that was recognised otherwise; `expected` whom the endpoint expects, which
    decides between senders that ask in the same way.
    """
    if provider is not None and provider not in NAMES:
        return None
    for handshake in _candidates(payload):
        if payload.request.method not in handshake.methods:
            continue
        if provider is not None and handshake.provider != provider:
            continue
        if handshake.shared and handshake.provider not in (provider, expected):
            continue
        if _fits(handshake, payload):
            return handshake
    return None


def _candidates(payload: Payload) -> tuple[Handshake, ...]:
    """Those that a name in the request points to, in the order of the registry for each kind of name."""
    request, document = payload.request, payload.document
    found: tuple[Handshake, ...] = ()
    if not _HEADERS.isdisjoint(payload.first):
        found += _pointed_at(BY_HEADER, payload.first)
    if "?" in request.target:
        found += _pointed_at(BY_QUERY, payload.query)
    if isinstance(document, dict):
        if not _MEMBERS.isdisjoint(document):
            found += _pointed_at(BY_MEMBER, document)
    elif request.body.size:
        found += _pointed_at(BY_FORM, payload.form)
    return found + BARE if request.method in BARE_METHODS else found


def _pointed_at(index: Mapping[Name, tuple[Handshake, ...]], names: Container[Name]) -> tuple[Handshake, ...]:
    """Those of an index whose name is there. In the order of the index: a set's differs from process to process."""
    return tuple(one for name in index if name in names for one in index[name])


def _fits(handshake: Handshake, payload: Payload) -> bool:
    first = payload.first
    if any(name.lower().encode() in first for name in handshake.unless):
        return False
    for place, text in handshake.shows:
        found = payload.text(place)
        if not found or (text and found != text):
            return False
    if handshake.query and not payload.query.get(handshake.query):
        return False
    return handshake.holds is None or handshake.holds(payload)


def named(judgement: Judgement, provider: str) -> Judgement:
    """The judgement of an unsigned handshake, once it is known who asks."""
    return replace(judgement, provider=provider, verdict=Verdict(status="unsigned", explanation=BY_DESIGN))


def marked(judgement: Judgement, handshake: Handshake, payload: Payload) -> Judgement:
    """The judgement of a request that is this handshake."""
    verdict = judgement.verdict
    if handshake.unsigned and verdict.status in ("unsigned", "unknown"):
        known = handshake.provider or judgement.provider
        verdict = Verdict(status="unsigned" if known else "unknown", explanation=BY_DESIGN)
    elif handshake.signed and verdict.status == "unsigned":
        verdict = replace(verdict, explanation=f"{handshake.name} signs this request, but this one is not signed.")
    elif judgement.provider is None and handshake.provider:
        verdict = Verdict(status="unsigned", explanation=f"{handshake.name} signs nothing on this request.")
    sensitive = judgement.sensitive
    at = handshake.secret_at
    if at is not None and str(at) not in sensitive and payload.value(at) is not None:
        sensitive = (*sensitive, str(at))
    return replace(
        judgement,
        provider=judgement.provider or handshake.provider or None,
        handshake=handshake.kind,
        verdict=verdict,
        sensitive=sensitive,
        deadline_s=handshake.deadline_s or judgement.deadline_s,
    )
