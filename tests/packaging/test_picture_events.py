"""What is sent for the pictures."""

import pytest

from inspector.core.secret import Secret
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.providers.samples.registry import SAMPLES
from picture_events import FAILING, FIRST, LAST, SECRETS, Sent


@pytest.mark.parametrize("sent", [*FIRST, *FAILING, *LAST], ids=lambda sent: f"{sent.provider} {sent.event}")
def test_each_request_is_what_its_row_shows(sent: Sent) -> None:
    """Recognised, and valid with the secret of the pictures, but for the one that is not signed."""
    secrets = {
        sent.provider: (Secret(provider=sent.provider, name="production", value=SECRETS[sent.provider].encode()),)
    }

    judgement = judge(sent.request(), Basis(secrets=secrets))

    wanted = "unsigned" if sent.secret == "" else "valid"
    assert (sent.provider, wanted) == (judgement.provider, judgement.verdict.status)
    assert sent.event == judgement.event


def test_every_sample_provider_has_a_secret() -> None:
    """The history is made of all samples."""
    assert {sample.provider for sample in SAMPLES} == SECRETS.keys()
