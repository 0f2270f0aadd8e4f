"""Captures that are sent together: how far it is, and what came of each."""

from dataclasses import dataclass, field

from inspector.core.dispatch import As
from inspector.core.sending_wishes import Break
from inspector.gui import words
from inspector.gui.models.results_model import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How captures are sent again: as they came, signed now, or signed badly on purpose."""

    as_: As = "received"
    sign_with: str = ""
    broken: Break | None = None


AS_RECEIVED = How()


@dataclass(slots=True)
class Sending:
    """Grows while it goes on."""

    target: str
    name: str
    """The target as people write it."""
    total: int
    how: How = AS_RECEIVED
    results: list[Result] = field(default_factory=list)
    ended: bool = False
    failed: int = 0

    def add(self, result: Result) -> None:
        """One more is done."""
        self.results.append(result)
        self.failed += result.outcome.failed

    def failed_ids(self) -> tuple[int, ...]:
        """What was not taken, in the order in which it was sent."""
        return tuple(one.outcome.capture_id for one in self.results if one.outcome.failed)

    def sentence(self) -> str:
        """How far it is, or how it ended."""
        done = len(self.results)
        if not self.ended:
            text = words.tr("%1 of %2 sent to %3").replace("%1", words.counted(done))
            text = text.replace("%2", words.counted(self.total))
        elif done < self.total:
            text = words.tr("Stopped: %1 of %2 were sent to %3").replace("%1", words.counted(done))
            text = text.replace("%2", words.counted(self.total))
        else:
            text = words.plural("1 capture sent to %3", "%Ln captures sent to %3", done)
        text = text.replace("%3", self.name)
        if self.failed:
            text += ", " + words.plural("1 was not taken", "%Ln were not taken", self.failed)
        return text + ("." if self.ended else "…")
