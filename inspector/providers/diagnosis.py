"""Why a signature fails: named only after a computation matched, else read off the request, else honestly unexplained.

Runs in the worker process, behind the arrival; it may take a fifth of a second.
"""

import logging
import time
from dataclasses import replace

from inspector.core.request import Request
from inspector.core.verdict import Cause, Judgement, Verdict
from inspector.providers.assumed_url import assumed_url
from inspector.providers.basis import Basis
from inspector.providers.body_variants import CHANGEABLE, Decode
from inspector.providers.causes import Case, Found, search_causes
from inspector.providers.judging import assemble
from inspector.providers.known_tests import KNOWN_TESTS, known_test_sentence
from inspector.providers.observations import observations
from inspector.providers.payload import Payload
from inspector.providers.reading import age_of
from inspector.providers.registry import find
from inspector.providers.search import Budget
from inspector.providers.wording import GONE, aged, explained, unexplained

READABLE = 16 * 1024 * 1024
"""Larger documents are not parsed for their event and gist."""

NOT_WRITTEN = (
    "Whether the body was written anew on its way was not tried: it has {:.1f} MB, and writing so much once takes "
    "longer than the whole search may."
)
"""What is left out of the search where a body is large."""

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
        content = readable_content(request, decode)
        judgement = assemble(request, basis, content, request.body.at_hand)
        is_open = not judgement.verdict.final
        judgement = replace(judgement, verdict=replace(judgement.verdict, final=True))
        verdict = judgement.verdict
        if verdict.status == "invalid" and is_open:
            # Reading a large document takes as long as half a search, and is no part of it.
            payload = Payload(request, content)
            budget = Budget(until=time.monotonic() + seconds, left=variants)
            return replace(judgement, verdict=_search(payload, judgement, basis, budget, decode))
    except OSError:
        verdict = replace(judgement.verdict, explanation=GONE, final=True)
        return replace(judgement, verdict=verdict)
    except Exception:  # a bug of ours must not stop the worker
        _LOG.exception("diagnosing failed")
        verdict = replace(judgement.verdict, explanation="Searching the cause failed; see the log.", final=True)
        return replace(judgement, verdict=verdict)
    return judgement


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


def _search(payload: Payload, judgement: Judgement, basis: Basis, budget: Budget, decode: Decode | None) -> Verdict:
    provider = find(judgement.provider or "", basis.custom)
    assert provider is not None
    case = Case(provider=provider, payload=payload, basis=basis, decode=decode)
    searched = search_causes(case, budget)
    if searched.found is not None:
        return _explained(case, judgement.verdict, searched.found, budget.tried)
    causes, sentences = observations(provider, payload, searched.readings, case.own)
    if not sentences and (address := assumed_url(provider, searched.readings)):
        sentences = [address]
    tried, size = judgement.verdict.tried + budget.tried, payload.request.body.size
    body_counts = any(reading.covers_body for reading in searched.readings)
    told = unexplained(
        case.own,
        [*searched.told, *sentences],
        tried,
        stopped=budget.is_spent,
        body_counts=body_counts,
        of=searched.of,
        skipped=NOT_WRITTEN.format(size / 1e6) if body_counts and size > CHANGEABLE else "",
    )
    return replace(
        judgement.verdict,
        cause=causes[0] if causes else "unexplained",
        causes=causes or ("unexplained",),
        tried=tried,
        explanation=" ".join(filter(None, (told, known_test_sentence(provider.id, payload)))),
    )


def _explained(case: Case, verdict: Verdict, found: Found, tried: int) -> Verdict:
    provider, reading, change = case.provider, found.reading, found.explained
    age = age_of(reading, case.request.received_at)
    late: tuple[Cause, ...] = tuple(cause for cause in age.causes if cause not in change.causes)
    other = find(change.secret.provider)
    known = KNOWN_TESTS.get(provider.id)
    sentence = explained(
        change,
        provider,
        change.secret.provider if other is None else other.name,
        known_test=known.words if known is not None and change.secret is known.secret else "",
    )
    if late and age.signed_at is not None:
        sentence += " " + aged(provider, reading, age)
    return replace(
        verdict,
        scheme=reading.scheme.id,
        secret=change.secret.name,
        covers_body=reading.covers_body,
        url=verdict.url if found.url is None else found.url.text,
        cause=change.causes[0],
        causes=(*change.causes, *late),
        tried=verdict.tried + tried,
        explanation=sentence,
    )
