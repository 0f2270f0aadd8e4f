"""A secret that came with a handshake."""

import pytest

from inspector.core.verdict import Judgement
from inspector.providers.handshakes.handed_over import giver, handed_over, how_to_keep
from tests.captures import request_of
from tests.providers.handshakes.asking import ASKED, Asking, posted

GIVEN = {"asana": "b537207f20cbfa02357cf448134da559", "notion": "secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl"}


def judged(asking: Asking) -> Judgement:
    """What judging says of it, as far as it matters here."""
    return Judgement(provider=asking.provider, handshake=asking.kind)


@pytest.mark.parametrize("asking", ASKED, ids=lambda one: f"{one.provider}-{one.kind}")
def test_two_of_them_bring_one(asking: Asking) -> None:
    """Asana's field and Notion's token; how to keep it is said without it."""
    request = request_of(asking.head(), asking.body)
    secret, hint = handed_over(request, judged(asking)), how_to_keep(judged(asking), 17)

    assert secret == GIVEN.get(asking.provider)
    assert (giver(judged(asking)) is not None) == bool(hint) == (asking.provider in GIVEN)
    if secret:
        assert f"secrets add {asking.provider} capture:17" in hint
        assert secret not in hint


@pytest.mark.parametrize("value", ["file:/etc/passwd", "env:HOME", "a b", "secret_\n", ""])
def test_what_could_mean_something_else_is_not_taken(value: str) -> None:
    """A stranger's value must not make anybody read a file of theirs."""
    asking = posted("notion", {"verification_token": value}, kind="verification_token")

    assert handed_over(request_of(asking.head(), asking.body), judged(asking)) is None
