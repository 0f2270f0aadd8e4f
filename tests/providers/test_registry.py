"""The registry is whole."""

from collections import Counter
from dataclasses import replace

import pytest

from inspector.core.secret import Secret
from inspector.providers.entries.dev import GITHUB
from inspector.providers.gist import compiled
from inspector.providers.provider import Provider
from inspector.providers.registry import BY_ID, PROVIDERS, SCHEMES, find
from inspector.providers.samples.registry import events_of
from inspector.providers.samples.secret import kind_of, sample_secrets
from inspector.providers.scheme import Scheme
from inspector.providers.signing import sign_request
from inspector.providers.verdicts import samples_of
from inspector.secrets.pair_making import new_key
from tests.providers.made import judged, vectors
from tests.providers.samples.sent import HOST, KINDS, NOW, PAIRS, bare

OTHERS = {kind: new_key(kind) for kind in KINDS}
"""Key pairs of somebody else."""


def test_ids_and_names_are_given_once() -> None:
    """Neither a provider nor a scheme hides behind another's id or name."""
    ids = Counter([provider.id for provider in PROVIDERS])
    names = Counter([provider.name for provider in PROVIDERS])
    schemes = Counter([scheme.id for provider in PROVIDERS for scheme in provider.schemes])

    assert max((*ids.values(), *names.values(), *schemes.values())) == 1
    assert len(BY_ID) == len(PROVIDERS)
    assert len(SCHEMES) == schemes.total()


def test_a_provider_is_found_by_its_id() -> None:
    """Ids of strangers find nothing."""
    assert find("github") is GITHUB
    assert find("nobody") is None


def test_every_provider_has_a_vector_or_says_that_it_has_none() -> None:
    """Evidence is claimed only where a vector shows it."""
    published = {str(vector["provider"]) for vector in vectors() if vector["published"]}
    shown = {str(vector["provider"]) for vector in vectors()}

    assert {p.id for p in PROVIDERS if p.evidence == "published vector"} == published
    assert {p.id for p in PROVIDERS if p.evidence == "official library"} == shown - published
    assert {p.id for p in PROVIDERS if p.evidence == "self-checked only"} == {p.id for p in PROVIDERS} - shown


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)
def test_what_an_entry_signs_it_recognises_and_verifies(provider: Provider) -> None:
    """Each scheme signs the provider's sample and checks it by the same recipe, and a wrong secret fails."""
    sample = events_of(provider.id)[0]
    for scheme in provider.schemes:
        kinds = {one.kind for one in (scheme.place, *(part.place for part in scheme.message.parts)) if one is not None}
        if kinds & {"form", "query"} and sample.written not in ("form", "multipart"):
            continue
        good, bad = (_secrets(provider, scheme, key) for key in (b"k", b"o"))
        made = sign_request(
            provider.id,
            bare(sample),
            secret=good[0].value,
            setting=good[-1].value,
            now=NOW,
            url=f"http://{HOST}/hooks/{provider.id}",
            scheme_id=scheme.id,
        )
        verdict = judged(made, *good).verdict

        assert (verdict.status, verdict.scheme) == ("valid", scheme.id), verdict.explanation
        assert judged(made, *bad).verdict.status == "invalid", scheme.id


def _secrets(provider: Provider, scheme: Scheme, seed: bytes) -> tuple[Secret, ...]:
    """A secret for one scheme, made from a seed, and the value of its setting."""
    one = replace(provider, schemes=(replace(scheme, alongside=False),))
    kind = kind_of(scheme)
    if kind is None:
        return (sample_secrets(seed * 32, [one])[provider.id],)
    pair = Secret(provider=provider.id, name="pair", value=(PAIRS if seed == b"k" else OTHERS)[kind])
    return samples_of(scheme, pair)


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)
def test_an_entry_can_be_read(provider: Provider) -> None:
    """Templates compile, and times are parts of what is signed."""
    for _, template in provider.gists:
        assert compiled(template)
    for scheme in provider.schemes:
        if scheme.timestamp is not None and scheme.claims is None:
            parts = {part.name for part in scheme.message.values}
            assert scheme.timestamp.part in parts or scheme.timestamp.place is not None
    assert provider.marks
