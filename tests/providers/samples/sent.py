"""Samples as they arrive, and what is said of them."""

from dataclasses import replace
from datetime import UTC, datetime

from inspector.core.body import Body
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Judgement
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.providers.registry import BY_ID
from inspector.providers.samples.making import make, signed
from inspector.providers.samples.registry import SAMPLES, events_of
from inspector.providers.samples.sample import Sample
from inspector.providers.samples.secret import NAME, PairKind, pair_kinds, sample_secrets
from inspector.secrets.pair_making import new_key

NOW = datetime(2026, 11, 23, 8, 21, 11, 123456, tzinfo=UTC)
HOST = "127.0.0.1:8765"
SHARED = sample_secrets(b"k" * 32)
KINDS: tuple[PairKind, ...] = ("ed25519", "p256", "rsa")
PAIRS = {kind: new_key(kind) for kind in KINDS}
"""Private keys in PEM, by kind."""
SECRETS = {**SHARED, **{id: Secret(provider=id, name=NAME, value=PAIRS[kind]) for id, kind in pair_kinds().items()}}


def bare(sample: Sample, *, now: datetime = NOW) -> Request:
    """The request before it is signed."""
    request = make(sample.provider, sample.event, now=now)
    return replace(request, headers=Headers([(b"Host", HOST.encode()), *request.headers]))


def arrived(sample: Sample, *, remote: str = "127.0.0.1:50000", now: datetime = NOW) -> Request:
    """The request as our listener would get it."""
    request = replace(bare(sample, now=now), remote=remote)
    if sample.provider not in SECRETS:
        return request
    url = f"http://{HOST}{request.target}"
    return replace(signed(sample.provider, request, SECRETS[sample.provider].value, url=url), remote=remote)


def judged(sample: Sample, *, now: datetime = NOW) -> Judgement:
    """What recognising and judging it says, with no secret but the samples' own."""
    return judge(arrived(sample, now=now), Basis(samples=SECRETS))


def check(provider: str) -> dict[str, str | None]:
    """Every sample of a provider is known as just that and valid, with its id; gives the gists by event."""
    gists = {}
    for sample in events_of(provider):
        judgement = judged(sample)
        status = "valid" if BY_ID[provider].schemes else "unsigned"
        event = sample.recognised_event if BY_ID[provider].event else None
        assert (judgement.provider, judgement.event) == (provider, event)
        assert (judgement.verdict.status, judgement.verdict.final) == (status, True)
        assert (judgement.delivery_id is not None) is (bool(BY_ID[provider].delivery_id) and sample.has_id)
        gists[sample.event] = judgement.gist
    assert gists
    assert all(sample in SAMPLES for sample in events_of(provider))
    return gists


def changed(sample: Sample, old: bytes, new: bytes) -> Judgement:
    """What is said of it when its body was changed on the way."""
    request = arrived(sample)
    content = request.body.read()
    assert old in content
    return judge(
        replace(request, body=Body.of(content.replace(old, new))),
        Basis(secrets={sample.provider: (SECRETS[sample.provider],)}),
    )
