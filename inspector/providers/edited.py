"""A capture that was edited here and sent again with the signature that it had: that is no riddle."""

from dataclasses import replace

from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.providers.payload import Payload
from inspector.providers.reading import readings_of
from inspector.providers.registry import find


def told_of_editing(request: Request, judgement: Judgement, basis: Basis, original: Request, of: int) -> Judgement:
    """The same judgement; where the original with this signature matches, it says so in place of what was tried.

    `of` is the number of the original. Its cause is none of those that a sender makes. Never raises.
    """
    verdict = judgement.verdict
    if (
        verdict.matches is not False
        or verdict.causes != ("unexplained",)
        or _signature(request, judgement, basis) is None
    ):
        return judgement
    first = judge(original, basis)
    same = _signature(original, first, basis) == _signature(request, judgement, basis)
    if first.provider != judgement.provider or first.verdict.matches is not True or not same:
        return judgement
    before, now = original.body, request.body
    if before.sha256 != now.sha256:
        what = f"its body had {before.size:,} bytes then and other {now.size:,} now"
    elif original.target != request.target:
        what = "it was sent to another URL then"
    else:
        what = "a header field that is signed was another then"
    sentence = (
        f"It was edited here and sent again with the signature of capture {of}, which matches that one: {what}. "
        "Resend it signed now."
    )
    return replace(judgement, verdict=replace(verdict, cause=None, causes=(), explanation=sentence))


def _signature(request: Request, judgement: Judgement, basis: Basis) -> bytes | None:
    provider = find(judgement.provider or "", basis.custom)
    if provider is None:
        return None
    payload = Payload(request, request.body.content)
    return next((reading.value for reading in readings_of(provider, payload, basis.public_url, whole=False)), None)
