"""Sending again with another signature."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from inspector.core.capture import Capture
from inspector.core.secret import SecretName
from inspector.core.verdict import Judgement, Verdict
from inspector.gui.controllers.signing import Signing
from inspector.gui.sending import AS_RECEIVED, How
from tests.captures import head_of, request_of

CAPTURE = Capture(
    id=5,
    request=request_of(head_of(b"POST / HTTP/1.1")),
    judgement=Judgement(provider="stripe", verdict=Verdict(status="valid", secret="live")),
)


@dataclass
class Resent:
    """Notes what would be sent, and gives an answer when it is asked for a secret."""

    gives: str = ""
    sent: list[tuple[tuple[int, ...], How]] = field(default_factory=list)
    asked: list[tuple[str, Sequence[tuple[str, str]], str]] = field(default_factory=list)

    def resend(self, ids: Sequence[int], target: str = "", how: How = AS_RECEIVED) -> None:
        """Note it."""
        self.sent.append((tuple(ids), how))

    def ask(self, provider: str, names: Sequence[tuple[str, str]], chosen: str, given: Callable[[str], None]) -> None:
        """Choose what was laid out."""
        self.asked.append((provider, names, chosen))
        given(self.gives)


def signing(resent: Resent, *names: str) -> Signing:
    """With these secrets of Stripe, and one of another provider."""
    stored = [SecretName(provider="stripe", name=name) for name in names]
    return Signing(resending=resent, secrets=lambda: (*stored, SecretName(provider="github", name="x")), ask=resent.ask)


def test_the_only_secret_is_not_asked_for() -> None:
    """The engine finds it by itself; so it does for several captures."""
    resent = Resent()
    signing(resent, "live").resend((5,), CAPTURE)
    signing(resent, "live", "staging").resend((5, 6), CAPTURE, "stale")

    assert resent.sent == [((5,), How(as_="signed")), ((5, 6), How(as_="signed", broken="stale"))]
    assert resent.asked == []


def test_of_several_one_is_chosen() -> None:
    """The one that verified the capture is offered first."""
    resent = Resent(gives="staging")
    signing(resent, "live", "staging").resend((5,), CAPTURE, "tampered")

    assert resent.asked == [("stripe", [("live", "verified this capture"), ("staging", "")], "live")]
    assert resent.sent == [((5,), How(as_="signed", sign_with="staging", broken="tampered"))]


def test_a_sample_may_be_signed_as_one_again() -> None:
    """Beside what is stored, the secret of samples is offered where it verified."""
    resent = Resent(gives="sample")
    sample = replace(CAPTURE, judgement=Judgement(provider="stripe", verdict=Verdict(status="valid", secret="sample")))
    signing(resent, "live").resend((5,), sample)

    assert [name for name, _ in resent.asked[0][1]] == ["live", "sample"]
