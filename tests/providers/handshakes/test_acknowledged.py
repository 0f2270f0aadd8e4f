"""Handshakes that only want to be answered."""

from inspector.providers.handshakes.acknowledged import ACKNOWLEDGED, AWS_SNS, acknowledged
from inspector.providers.handshakes.handshake import Answered
from tests.providers.handshakes.asking import Asking, asked, posted


def test_nothing_is_sent_back() -> None:
    """200, and a sentence."""
    for handshake in ACKNOWLEDGED:
        answer = handshake.answer(asked(Asking(provider=""), "abc"))
        assert isinstance(answer, Answered)
        assert (answer.response.status, answer.response.body, answer.response.by) == (200, b"ok", "handshake")
        assert answer.why.endswith(".")


def test_an_sns_subscription_is_said_to_wait() -> None:
    """It is not confirmed, and how to do that by hand is said without the address that came."""
    body = {"Type": "SubscriptionConfirmation", "SubscribeURL": "https://evil.example/"}
    answer = AWS_SNS.answer(asked(posted("aws-sns", body)))

    assert isinstance(answer, Answered)
    assert "NOT confirmed" in answer.why
    assert "evil.example" not in answer.why


def test_the_sentence_is_the_one_given() -> None:
    """As it is."""
    answer = acknowledged("It did.")(asked(Asking(provider="")))

    assert isinstance(answer, Answered)
    assert answer.why == "It did."
