"""Recognise a request and check its signature, as it arrives: the hot path of the engine."""

import logging
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import lru_cache

from inspector.core.body import Body
from inspector.core.request import Request
from inspector.core.verdict import UNKNOWN, Judgement, Verdict
from inspector.providers.basis import Basis
from inspector.providers.event_key import SEPARATOR, event_key
from inspector.providers.general_gist import write_general_gist
from inspector.providers.gist import Segment, compiled, write_gist
from inspector.providers.handshakes.recognition import handshake_of, marked
from inspector.providers.line import DELIVERY_ID_LIMIT, EVENT_LIMIT, one_line
from inspector.providers.payload import Payload
from inspector.providers.provider import Provider
from inspector.providers.recognition import recognise
from inspector.providers.registry import find
from inspector.providers.sensitive import sensitive_places
from inspector.providers.verdicts import verdict_of
from inspector.providers.wording import UNREADABLE

LOOPBACK = ("127.", "[::1]:", "[::ffff:127.")
"""How the sender's address begins where it is this machine."""

AT_ONCE = 128 * 1024
"""Bodies above this many bytes are left to the worker process: reading them would hold up other senders. Documents of
a megabyte with many names take a third of a second.
"""

_LOG = logging.getLogger(__name__)


def judge(request: Request, basis: Basis) -> Judgement:
    """Say who sent a request, what it is about and whether its signature is good. Pure, and never raises.

    "Now" is the time of arrival. The verdict is not final where the cause of a failure is still to be searched, or the
    body is large or compressed; `diagnosis.diagnose` finishes it, event and gist included.
    """
    try:
        body = request.body
        if body.size > AT_ONCE or body.content is None:
            return assemble(request, basis, None, None)
        if body.size and b"content-encoding" in request.headers.first:
            return assemble(request, basis, None, body.content)
        return assemble(request, basis, body.content, body.content)
    except Exception:  # a bug of ours must cost nobody their capture
        _LOG.exception("judging failed")
        return Judgement(verdict=Verdict(explanation="Judging this request failed; see the log."))


def assemble(request: Request, basis: Basis, content: bytes | None, body: bytes | Body | None) -> Judgement:
    """Judge with what may be read now: `content` is the decoded body, `body` the one that was signed; None: not now."""
    payload = Payload(request, content)
    if request.malformed is not None:
        return Judgement(verdict=Verdict(explanation=UNREADABLE), sensitive=sensitive_places(payload, None))
    provider = recognise(payload, basis)
    handshake = handshake_of(payload, None if provider is None else provider.id, basis.expected)
    if handshake is not None:
        known = provider or find(handshake.provider)
        return marked(_judged(known, payload, basis, content, body), handshake, payload)
    return _judged(provider, payload, basis, content, body)


def _judged(
    provider: Provider | None, payload: Payload, basis: Basis, content: bytes | None, body: bytes | Body | None
) -> Judgement:
    request = payload.request
    unread = content is None and request.body.size > 0
    if provider is None:
        verdict = Verdict(explanation=UNKNOWN.explanation, final=False) if unread else UNKNOWN
        return Judgement(verdict=verdict, gist=write_general_gist(payload), sensitive=sensitive_places(payload, None))
    # Not asked whether there are any: to count them the files of all key pairs would be read.
    sample = basis.samples.get(provider.id) if request.remote.startswith(LOOPBACK) else None
    verdict = verdict_of(provider, payload, body, basis.secrets.get(provider.id, ()), sample, basis.public_url)
    if unread and verdict.final:
        verdict = unfinished(verdict)
    if provider.unpack is not None and payload.document is None:
        payload.document = provider.unpack(payload)
    raw_event = _event(provider, payload)
    event = one_line(raw_event, EVENT_LIMIT) if raw_event else None
    return Judgement(
        provider=provider.id,
        event=event or None,
        gist=gist_of(provider, event or "", payload),
        delivery_id=_id(provider, payload),
        event_key=event_key(provider, event, payload) if provider.event_key else None,
        shares_id=provider.shares_id,
        verdict=verdict,
        sensitive=sensitive_places(payload, provider),
        deadline_s=provider.deadline_s,
        retries=provider.retries,
    )


def _event(provider: Provider, payload: Payload) -> str | None:
    if provider.event_named is not None and (named := provider.event_named(payload)):
        return named
    if provider.event_parts:
        parts = [payload.text(place) for place in provider.event_parts]
        if all(parts):
            return ".".join(filter(None, parts))
    return payload.first_text(provider.event)


def gist_of(provider: Provider, event: str, payload: Payload) -> str | None:
    """The gist by the provider's template for such an event, else by the general rule."""
    return write_gist(_segments(provider, event), payload) or write_general_gist(payload)


def unfinished(verdict: Verdict) -> Verdict:
    """The same verdict while event and gist are still to come from a body that could not be read at once."""
    return replace(verdict, final=False)


def _id(provider: Provider, payload: Payload) -> str | None:
    text = payload.first_text(provider.delivery_id)
    if provider.delivery_parts:
        parts = [text, *map(payload.text, provider.delivery_parts)]
        text = SEPARATOR.join(filter(None, parts)) if all(parts) else None
    if text is None or len(text) > DELIVERY_ID_LIMIT:
        return None
    return one_line(text, DELIVERY_ID_LIMIT) or None


@lru_cache(maxsize=2048)
def _segments(provider: Provider, event: str) -> tuple[Segment, ...]:
    return next((compiled(template) for wildcards, template in provider.gists if fnmatchcase(event, wildcards)), ())
