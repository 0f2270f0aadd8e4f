"""Samples of calls and messages."""

import pytest

from inspector.providers.samples.phone import PHONE
from inspector.providers.samples.sample import Sample
from tests.providers.samples.sent import arrived, check


@pytest.mark.parametrize("sample", PHONE, ids=lambda sample: sample.provider)
def test_each_is_known_as_what_it_is(sample: Sample) -> None:
    """Recognised and verified as its own provider's, with a gist and ids that are new at each sending."""
    gists = check(sample.provider)

    assert gists[sample.event]
    assert arrived(sample).body.read() != arrived(sample).body.read()
    assert b"${" not in arrived(sample).body.read() + arrived(sample).head
