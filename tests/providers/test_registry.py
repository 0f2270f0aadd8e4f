"""The registry is whole."""

from collections import Counter

import pytest

from inspector.providers.entries.dev import GITHUB
from inspector.providers.gist import compiled
from inspector.providers.provider import Provider
from inspector.providers.registry import BY_ID, PROVIDERS, SCHEMES, find
from tests.providers.made import VALUES, diagnosed, secret, signed, vectors

SELF_CHECKED = {"gitlab", "shopify"}
"""Providers without a vector of their own; this set may only shrink."""


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
    generated = {str(vector["provider"]) for vector in vectors()}

    assert {p.id for p in PROVIDERS if p.evidence == "self-checked only"} == SELF_CHECKED
    assert {p.id for p in PROVIDERS if p.evidence == "published vector"} == published
    assert {p.id for p in PROVIDERS} - SELF_CHECKED == generated


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)
def test_what_an_entry_signs_it_recognises_and_verifies(provider: Provider) -> None:
    """Each scheme with a shared secret signs and checks by the same recipe, and a wrong secret fails."""
    for scheme in provider.schemes:
        if scheme.algorithm == "ed25519":
            continue
        made = signed(provider.id, b"{}", scheme=scheme.id)
        good, bad = secret(provider.id), secret(provider.id, VALUES["stripe"] + b"AAAAAAAA")

        assert diagnosed(made, good).verdict.status == "valid", scheme.id
        assert diagnosed(made, good).verdict.scheme == scheme.id
        assert diagnosed(made, bad if provider.id != "stripe" else secret("stripe", b"x")).verdict.status == "invalid"


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)
def test_an_entry_can_be_read(provider: Provider) -> None:
    """Templates compile, and times are parts of what is signed."""
    for _, template in provider.gists:
        assert compiled(template)
    for scheme in provider.schemes:
        if scheme.timestamp is not None:
            assert scheme.time_part is not None
            assert scheme.timestamp.part in {part.name for part in scheme.message.values}
    assert provider.marks
