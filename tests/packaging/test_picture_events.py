"""What is sent for the pictures."""

import pytest

from inspector.core.secret import Secret
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.providers.samples.registry import events_of
from inspector.providers.samples.secret import pair_kinds, unsigned
from picture_events import FAILING, FIRST, LAST, SECRETS, SENDERS, SHARED, Sent


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


def test_every_sender_has_a_sample_and_all_that_share_a_secret_have_one() -> None:
    """The list of many providers is made of them."""
    without = {id for id in SENDERS if id not in SECRETS | SHARED}

    assert all(events_of(id) for id in SENDERS)
    assert without == {id for id in SENDERS if id in pair_kinds() | dict.fromkeys(unsigned())}
