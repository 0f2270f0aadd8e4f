"""Why a signature fails: named only after a computation matched, else read off the request, else honestly unexplained.

Runs in the worker process, behind the arrival; it may take a fifth of a second.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import replace

from inspector.core.body import LARGE, Body
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Cause, Judgement, Verdict
from inspector.providers.basis import Basis, Secrets
from inspector.providers.body_variants import Bodies, Decode
from inspector.providers.digests import HASHES
from inspector.providers.judging import assemble
from inspector.providers.lenient import lenient_field, lenient_signatures, strict_signatures
from inspector.providers.message_variants import message_variants, plain_message
from inspector.providers.observations import observations
from inspector.providers.payload import Payload
from inspector.providers.provider import Provider
from inspector.providers.reading import Reading, age_of, readings_of
from inspector.providers.registry import find
from inspector.providers.search import Axes, Budget, Explained, search
from inspector.providers.secret_variants import key_variants, plain_keys
from inspector.providers.token_search import search_token
from inspector.providers.url_search import search_url
from inspector.providers.wording import GONE, aged, explained, unexplained

READABLE = 16 * 1024 * 1024
"""Larger documents are not parsed for their event and gist."""

_LOG = logging.getLogger(__name__)


def diagnose(
    request: Request,
    judgement: Judgement,
    basis: Basis,
    *,
    seconds: float = 0.2,
    variants: int = 20_000,
    decode: Decode | None = None,
) -> Judgement:
    """Finish a judgement that is not final: large and compressed bodies are read, the cause of a failure is searched.

    The search ends after so many seconds or computations; it never tries sample secrets. `decode` undoes content
    encodings. Pure, and never raises.
    """
    try:
        judgement = assemble(request, basis, readable_content(request, decode), _signed(request))
        judgement = replace(judgement, verdict=replace(judgement.verdict, final=True))
        verdict = judgement.verdict
        if verdict.status == "invalid" and verdict.matches is False:
            budget = Budget(until=time.monotonic() + seconds, left=variants)
            return replace(judgement, verdict=_search(request, judgement, basis, budget, decode))
    except OSError:
        verdict = replace(judgement.verdict, explanation=GONE, final=True)
        return replace(judgement, verdict=verdict)
    except Exception:  # a bug of ours must not stop the worker
        _LOG.exception("diagnosing failed")
        verdict = replace(judgement.verdict, explanation="Searching the cause failed; see the log.", final=True)
        return replace(judgement, verdict=verdict)
    return judgement


def _signed(request: Request) -> bytes | Body:
    """The body as it came: in memory, or to be read in pieces."""
    content = request.body.content
    return request.body if content is None else content


def readable_content(request: Request, decode: Decode | None) -> bytes:
    """The body for reading: decoded, and empty where it is too large."""
    if request.body.size > READABLE:
        return b""
    content = request.body.read()
    encoding = request.headers.get("content-encoding")
    if encoding and decode is not None:
        try:
            return decode(content, encoding)
        except (ValueError, OSError):
            return content
    return content


def _search(request: Request, judgement: Judgement, basis: Basis, budget: Budget, decode: Decode | None) -> Verdict:
    provider = find(judgement.provider or "", basis.custom)
    assert provider is not None
    payload = Payload(request, readable_content(request, decode))
    own = basis.secrets.get(provider.id, ())
    readings = readings_of(provider, payload, basis.public_url)
    foreign = _foreign(basis.secrets, provider)
    told: list[str] = []
    for reading in readings:
        scheme = reading.scheme
        if scheme.claims is not None:
            keys = [*plain_keys(own, scheme), *key_variants(own, foreign, scheme)]
            bodies = Bodies(request, reading.subject.body, decode) if request.body.size <= LARGE else ()
            token = search_token(reading, keys, bodies, budget, basis.public_url)
            told += [token.sentence] if token.sentence else []
            if token.explained is not None:
                return _explained(provider, request, judgement.verdict, reading, token.explained, budget.tried)
            continue
        if by_url := search_url(scheme, payload, _signed(request), own, (), budget, basis.public_url):
            verdict = replace(judgement.verdict, url=by_url[1].text)
            return _explained(provider, request, verdict, reading, by_url[0], budget.tried)
        axes = _axes(request, reading, own, foreign, decode)
        found = None if axes is None else search(axes, budget)
        if found is not None:
            return _explained(provider, request, judgement.verdict, reading, found, budget.tried)
        if axes is not None and scheme.signs_url:
            changed = [key for key in axes.keys if len(key.causes) == 1]
            if by_url := search_url(scheme, payload, _signed(request), (), changed, budget, basis.public_url):
                verdict = replace(judgement.verdict, url=by_url[1].text)
                return _explained(provider, request, verdict, reading, by_url[0], budget.tried)
    causes, sentences = observations(provider, payload, readings, own)
    sentences = [*told, *sentences]
    tried = judgement.verdict.tried + budget.tried
    return replace(
        judgement.verdict,
        cause=causes[0] if causes else "unexplained",
        causes=causes or ("unexplained",),
        tried=tried,
        explanation=unexplained(
            own,
            sentences,
            tried,
            stopped=budget.is_spent,
            body_counts=any(reading.scheme.covers_body for reading in readings),
        ),
    )


def _foreign(secrets: Secrets, provider: Provider) -> list[Secret]:
    return [secret for name, others in secrets.items() if name != provider.id for secret in others]


def _axes(
    request: Request, reading: Reading, own: Sequence[Secret], foreign: Sequence[Secret], decode: Decode | None
) -> Axes | None:
    """What can be changed of a signature; None where a signed part is nowhere to be found."""
    scheme = reading.scheme
    if scheme.setting or scheme.algorithm == "jwt":
        return None
    values = dict(reading.values)
    for part in scheme.message.values:
        if part.name in reading.missing:
            value = lenient_field(reading, part.name) if part.place is None else None
            if value is None:
                return None
            values[part.name] = value
    signed = _signed(request) if scheme.message.takes_body else b""
    message = scheme.message
    whole = isinstance(signed, bytes) and len(signed) <= LARGE and message.takes_body and scheme.algorithm in HASHES
    return Axes(
        scheme=scheme,
        body=signed,
        plain_keys=plain_keys(own, scheme),
        keys=key_variants(own, foreign, scheme),
        bodies=Bodies(request, signed, decode) if whole and isinstance(signed, bytes) else None,
        plain_message=plain_message(scheme, values),
        messages=message_variants(scheme, values),
        strict=strict_signatures(reading),
        lenient=lenient_signatures(reading, request.headers),
    )


def _explained(
    provider: Provider, request: Request, verdict: Verdict, reading: Reading, found: Explained, tried: int
) -> Verdict:
    age = age_of(reading, request.received_at)
    late: tuple[Cause, ...] = tuple(cause for cause in age.causes if cause not in found.causes)
    other = find(found.secret.provider)
    owner = found.secret.provider if other is None else other.name
    sentence = explained(found, provider, owner)
    if late and age.signed_at is not None:
        sentence += " " + aged(provider, reading, age)
    return replace(
        verdict,
        scheme=reading.scheme.id,
        secret=found.secret.name,
        covers_body=reading.scheme.covers_body,
        cause=found.causes[0],
        causes=(*found.causes, *late),
        tried=verdict.tried + tried,
        explanation=sentence,
    )
