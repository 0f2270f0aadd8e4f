"""Samples as they arrive, and what is said of them."""

from dataclasses import replace
from datetime import UTC, datetime

from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.providers.samples.making import make, signed
from inspector.providers.samples.registry import SAMPLES, events_of
from inspector.providers.samples.sample import Sample
from inspector.providers.samples.secret import sample_secrets

NOW = datetime(2026, 11, 23, 8, 21, 11, 123456, tzinfo=UTC)
SECRETS = sample_secrets(b"k" * 32)


def arrived(sample: Sample, *, remote: str = "127.0.0.1:50000") -> Request:
    """The request as our listener would get it."""
    request = make(sample.provider, sample.event, now=NOW)
    return replace(signed(sample.provider, request, SECRETS[sample.provider].value), remote=remote)


def judged(sample: Sample) -> Judgement:
    """What recognising and judging it says, with no secret but the samples' own."""
    return judge(arrived(sample), Basis(samples=SECRETS))


def check(provider: str) -> dict[str, str | None]:
    """Every sample of a provider is known as just that and valid, with its id; gives the gists by event."""
    gists = {}
    for sample in events_of(provider):
        judgement = judged(sample)
        assert (judgement.provider, judgement.event) == (provider, sample.event)
        assert (judgement.verdict.status, judgement.verdict.final) == ("valid", True)
        assert (judgement.delivery_id is not None) is (sample.event != "/deploy")
        gists[sample.event] = judgement.gist
    assert len(gists) >= 3
    assert all(sample in SAMPLES for sample in events_of(provider))
    return gists
