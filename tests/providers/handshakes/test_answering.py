"""Whether a handshake is answered."""

import pytest

from inspector.providers.handshakes.answering import answer_of, refusal_of
from inspector.providers.handshakes.computed import LINKEDIN, XERO, ZOOM
from inspector.providers.handshakes.computed import X as X_CRC
from inspector.providers.handshakes.echoes import QUERY_CHALLENGE
from inspector.providers.handshakes.handshake import LONGEST, Answered, Handshake
from tests.providers.handshakes.asking import Asking, asked

ANY = Asking(provider="")


@pytest.mark.parametrize("handshake", [LINKEDIN, X_CRC, XERO, ZOOM], ids=lambda one: one.provider)
@pytest.mark.parametrize("expected", ["", "stripe"])
def test_what_needs_a_secret_needs_its_provider_to_be_expected(handshake: Handshake, expected: str) -> None:
    """Anybody could ask; the sentence says where that is chosen."""
    refused = refusal_of(handshake, asked(ANY, "abc", verified=True), expected)

    assert refused is not None
    assert f"--expect-provider {handshake.provider}" in refused.why
    assert refusal_of(handshake, asked(ANY, "abc", verified=True), handshake.provider) is None


@pytest.mark.parametrize(
    "challenge",
    ["", "v0:1700000000:{}", '{"event":"x"}', "a&b", "a b", "a\nb", "a\r\n", "é", "x" * 129, '"a"', "[1]", "<b>"],
)
def test_a_challenge_of_another_form_is_not_answered(challenge: str) -> None:
    """What a secret makes of it could be taken for a signature."""
    for handshake in (ZOOM, X_CRC, LINKEDIN):
        refused = refusal_of(handshake, asked(ANY, challenge, verified=True), handshake.provider)
        assert refused is not None
        assert "form" in refused.why


@pytest.mark.parametrize(("verified", "why"), [(None, "nothing to check"), (False, "missing, wrong or too old")])
def test_what_is_signed_has_to_be_valid(verified: bool | None, why: str) -> None:
    """Where it cannot be checked it is not answered either."""
    refused = refusal_of(ZOOM, asked(ANY, "abc", verified=verified), "zoom")

    assert refused is not None
    assert why in refused.why


def test_an_echo_is_bounded() -> None:
    """A few kilobytes go back, not more."""
    assert refusal_of(QUERY_CHALLENGE, asked(ANY, "x" * LONGEST), "") is None
    refused = refusal_of(QUERY_CHALLENGE, asked(ANY, "x" * (LONGEST + 1)), "")
    assert refused is not None
    assert "4,097" in refused.why


def test_the_answer_is_the_handshakes_own() -> None:
    """With its reason."""
    answer = answer_of(QUERY_CHALLENGE, asked(ANY, "abc"))

    assert isinstance(answer, Answered)
    assert (answer.response.body, "sent back" in answer.why) == (b"abc", True)
