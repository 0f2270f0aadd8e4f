"""Samples of mail."""

import pytest

from inspector.providers.samples.email import EMAIL
from inspector.providers.samples.sample import Sample
from tests.providers.samples.sent import arrived, changed, check


@pytest.mark.parametrize("sample", EMAIL, ids=lambda sample: sample.provider)
def test_each_is_known_as_what_it_is(sample: Sample) -> None:
    """Recognised and verified as its own provider's, with a gist and ids that are new at each sending."""
    gists = check(sample.provider)

    assert gists[sample.event]
    assert arrived(sample).body.read() != arrived(sample).body.read()
    assert b"${" not in arrived(sample).body.read() + arrived(sample).head


def test_sendgrids_line_ends() -> None:
    """What stands behind the list is signed too, and a body without it is refused."""
    sample = next(one for one in EMAIL if one.provider == "sendgrid")

    assert arrived(sample).body.read().endswith(b"}]\r\n")
    assert changed(sample, b"}]\r\n", b"}]").verdict.status == "invalid"
