"""Sending captures again signed now, or signed badly on purpose: with which secret."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from inspector.core.capture import Capture
from inspector.core.secret import SecretName
from inspector.core.sending_wishes import Break
from inspector.gui import words
from inspector.gui.sending import How

SAMPLE = "sample"
"""How a verdict names the secret of our own samples."""

AskSecret = Callable[[str, Sequence[tuple[str, str]], str, Callable[[str], None]], None]
"""Asks which secret of a provider signs: names with remarks, the one to begin with, what to do with the choice."""


class Resends(Protocol):
    """What this needs of resending."""

    def resend(self, ids: Sequence[int], target: str = "", how: How = ...) -> None: ...


class Signing:
    """Asks only where there is a choice: one capture, whose provider has several secrets."""

    def __init__(self, *, resending: Resends, secrets: Callable[[], Iterable[SecretName]], ask: AskSecret) -> None:
        self._resending = resending
        self._secrets = secrets
        self._ask = ask

    def resend(self, ids: Sequence[int], shown: Capture | None, broken: Break | None = None) -> None:
        """Send captures again, signed now or broken; `shown` is the one in the detail."""
        alone = shown if shown is not None and tuple(ids) == (shown.id,) else None
        choices = self._choices(alone) if alone is not None else []
        if alone is None or len(choices) < 2:
            self._resending.resend(ids, how=How(as_="signed", broken=broken))
            return
        self._ask(
            alone.judgement.provider or "",
            choices,
            alone.judgement.verdict.secret or "",
            lambda name: self._resending.resend(ids, how=How(as_="signed", sign_with=name, broken=broken)),
        )

    def _choices(self, capture: Capture) -> list[tuple[str, str]]:
        verified = capture.judgement.verdict.secret
        names = [one.name for one in self._secrets() if one.provider == capture.judgement.provider]
        if verified == SAMPLE and SAMPLE not in names and names:
            names.append(SAMPLE)
        return [(name, words.tr("verified this capture") if name == verified else "") for name in names]
