"""Checking a receiver from the window."""

from collections.abc import Callable
from dataclasses import dataclass, field

from inspector.core.errors import ResourceError, UsageError
from inspector.core.sending_wishes import CheckReceiver, ReceiverChecked
from inspector.gui.controllers.receiver_checks import ReceiverChecks
from tests.gui.stage import FakeEngine, Loop, asking_of

DONE = ReceiverChecked(provider="stripe", event="x", target="http://a/", secret="s", lines=())
WISH = CheckReceiver(target="https://a.example", provider="stripe")


@dataclass
class Shows:
    """Notes what a dialog would show; asks nobody whether something may be sent, unless told to."""

    refuses: bool = False
    shown: list[object] = field(default_factory=list)

    def show_checked(self, checked: ReceiverChecked) -> None:
        """What came of it."""
        self.shown.append(checked)

    def show_problem(self, sentence: str) -> None:
        """Why not."""
        self.shown.append(sentence)

    def show_nothing_sent(self) -> None:
        """The user said no."""
        self.shown.append(None)

    def agree(
        self,
        target: str,
        count: int,
        then: Callable[[], None],
        confirm: Callable[[str, int, Callable[[], None]], None] | None = None,
    ) -> None:
        """As resending does it."""
        if target == "nowhere":
            raise UsageError("No such target.")
        if confirm is not None and self.refuses:
            confirm(target, count, then)
        else:
            then()


def check(loop: Loop, shows: Shows, wish: CheckReceiver = WISH, answer: object = DONE) -> FakeEngine:
    """Check and wait."""
    engine = FakeEngine(answers={CheckReceiver: answer})  # type: ignore[dict-item]
    asking, _ = asking_of(engine)
    checks = ReceiverChecks(asking=asking, resending=shows, confirm=lambda place, agreed, refused: refused())

    async def main() -> None:
        checks.check(wish, shows)

    loop.run(main())
    loop.until(lambda: shows.shown)
    return engine


def test_what_came_of_it_is_shown(loop: Loop) -> None:
    """Or why nothing did."""
    good, bad = Shows(), Shows()
    engine = check(loop, good)
    check(loop, bad, answer=ResourceError("Nothing answers."))

    assert (engine.asked, good.shown, bad.shown) == ([WISH], [DONE], ["Nothing answers."])


def test_nothing_goes_to_a_place_that_was_not_agreed_to(loop: Loop) -> None:
    """Nor to what is none."""
    refused, wrong = Shows(refuses=True), Shows()

    assert check(loop, refused).asked == []
    assert check(loop, wrong, CheckReceiver(target="nowhere", provider="stripe")).asked == []
    assert (refused.shown, wrong.shown) == ([None], ["No such target."])
