"""Handshakes that want their challenge back."""

from inspector.providers.handshakes.echoes import ECHOES, as_json, as_text
from inspector.providers.handshakes.handshake import Answered
from tests.providers.handshakes.asking import Asking, asked


def test_as_text_and_as_json() -> None:
    """The challenge, and who asked."""
    text, thing = (
        as_text("Front")(asked(Asking(provider=""), "a")),
        as_json("Okta", "verification")(asked(Asking(provider=""), "a")),
    )

    assert isinstance(text, Answered)
    assert isinstance(thing, Answered)
    assert (text.response.body, thing.response.body) == (b"a", b'{"verification":"a"}')
    assert "Front" in text.why
    assert "Okta" in thing.why


def test_no_echo_is_made_with_a_secret() -> None:
    """They have a challenge, and nothing else is needed."""
    for handshake in ECHOES:
        assert handshake.challenge is not None
        assert not (handshake.guarded)
        assert not (handshake.limited)
