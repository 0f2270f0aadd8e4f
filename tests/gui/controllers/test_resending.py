"""Sending again: the target, the agreement, and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from inspector.core.capture import Capture
from inspector.core.clock import now
from inspector.core.dispatch import Dispatch
from inspector.core.messages import Resend
from inspector.core.settings import Settings
from inspector.core.verdict import Judgement, Verdict
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.resending import Resending, outcome, place_of
from tests.captures import capture_of, head_of
from tests.gui.stage import FakeEngine, Loop, Posted, asking_of

CAPTURE = capture_of(head_of(b"POST /hooks HTTP/1.1", b"Host: a"), b"{}", id=5)


def sent(status: int | None = 200, *, id: int = 3, error: str | None = None) -> Dispatch:
    """A dispatch of the capture."""
    return Dispatch(
        id=id,
        capture_id=5,
        at=now(),
        target="http://localhost:3000/hooks",
        status=status,
        duration_ms=12.1,
        error=error,
    )


@dataclass
class Scene:
    """Resending with everything that it asks noted."""

    engine: FakeEngine
    posted: Posted
    habits: Habits
    dispatches: list[Dispatch] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    confirmations: list[tuple[str, int]] = field(default_factory=list)
    busy: list[str] = field(default_factory=list)
    gives: str = ""
    agrees: bool = True

    def show_busy(self, what: str) -> None:
        """Note what the detail is told."""
        self.busy.append(what)

    async def capture(self, id: int) -> Capture:
        """The capture with its dispatches."""
        return replace(CAPTURE, id=id, dispatches=tuple(self.dispatches))

    def ask_target(self, target: str, recent: Sequence[str], given: Callable[[str], None]) -> None:
        """Give the target that was laid out."""
        self.asked.append(target)
        if self.gives:
            given(self.gives)

    def confirm(self, place: str, count: int, agreed: Callable[[], None]) -> None:
        """Agree, or not."""
        self.confirmations.append((place, count))
        if self.agrees:
            agreed()


def scene_of(**settings: object) -> tuple[Scene, Resending]:
    """A scene with these settings."""
    engine = FakeEngine(answers={Resend: (3,)})
    asking, posted = asking_of(engine)
    habits = Habits(Settings(**settings), asking)  # type: ignore[arg-type]
    scene = Scene(engine=engine, posted=posted, habits=habits, dispatches=[sent()])
    resending = Resending(
        asking=asking, habits=habits, reader=scene, detail=scene, ask_target=scene.ask_target, confirm=scene.confirm
    )
    return scene, resending


def resends(engine: FakeEngine) -> list[Resend]:
    """What the engine was asked to send."""
    return [wish for wish in engine.asked if isinstance(wish, Resend)]


def do(loop: Loop, act: object, *parts: object) -> None:
    """Call something inside the loop."""

    async def main() -> None:
        act(*parts)  # type: ignore[operator]

    loop.run(main())


def test_the_named_target_gets_it_at_once(loop: Loop) -> None:
    """On this machine nothing is asked; the notice says what the target answered, and how fast."""
    scene, resending = scene_of(target="localhost:3000")
    do(loop, resending.resend, (5,))
    loop.until(lambda: scene.posted.texts)

    assert resends(scene.engine) == [Resend(ids=(5,), target="localhost:3000")]
    assert scene.posted.texts == ["localhost:3000 answered 200 · 12 ms."]
    assert scene.busy == ["Sending to localhost:3000…", ""]
    assert (scene.asked, scene.confirmations) == ([], [])


def test_without_a_target_one_is_asked_for_once(loop: Loop) -> None:
    """What was given is the named target from then on."""
    scene, resending = scene_of()
    scene.gives = "3000"
    do(loop, resending.resend, (5,))
    loop.until(lambda: scene.posted.texts)
    do(loop, resending.resend, (5,))
    loop.until(lambda: len(scene.posted.texts) == 2)

    assert scene.asked == [""]
    assert [wish.target for wish in resends(scene.engine)] == ["3000", "3000"]


def test_a_place_outside_is_confirmed_once(loop: Loop) -> None:
    """Nothing goes there before the user agreed; afterwards they are not asked again."""
    scene, resending = scene_of(target="https://example.com/in")
    scene.agrees = False
    do(loop, resending.resend, (5, 6))
    assert scene.confirmations == [("https://example.com", 2)]
    assert resends(scene.engine) == []

    scene.agrees = True
    do(loop, resending.resend, (5,))
    loop.until(lambda: len(scene.posted.texts) == 1)
    do(loop, resending.resend, (5,), "https://example.com/other")
    loop.until(lambda: len(scene.posted.texts) == 2)

    assert len(scene.confirmations) == 2
    assert len(resends(scene.engine)) == 2


def test_a_target_that_cannot_be_read_is_said_and_asked_for(loop: Loop) -> None:
    """The sentence says how it is written."""
    scene, resending = scene_of(target="ftp://x")
    do(loop, resending.resend, (5,))

    assert "http" in scene.posted.texts[0]
    assert scene.asked == ["ftp://x"]
    assert resends(scene.engine) == []


@pytest.mark.parametrize(
    ("dispatches", "text", "kind"),
    [
        ([sent(400)], "t answered 400.", "failed"),
        ([sent(None, error="Refused.")], "t: Refused.", "failed"),
        ([sent(None, error="Refused by t.")], "Refused by t.", "failed"),
        ([sent(), sent(204)], "2 captures sent to t.", "done"),
        ([sent(), sent(500)], "2 captures sent to t, 1 was not taken.", "failed"),
    ],
)
def test_the_outcome_is_a_sentence(dispatches: list[Dispatch], text: str, kind: str) -> None:
    """Also for many, and for none that came through."""
    assert outcome(dispatches, CAPTURE, "t") == (text, kind)


def test_an_old_signature_is_named_where_the_target_refused() -> None:
    """A refusal of an old delivery is explained."""
    old = Judgement(
        provider="stripe", verdict=Verdict(status="valid", signed_at=now() - timedelta(hours=26, minutes=3))
    )

    text, _ = outcome([sent(400)], replace(CAPTURE, judgement=old), "t")

    assert "26 h old" in text
    assert "26 h" not in outcome([sent(200)], replace(CAPTURE, judgement=old), "t")[0]


def test_places_are_scheme_and_host() -> None:
    """An agreement is for a host and not for one path of it."""
    assert place_of("3000") == "http://localhost:3000"
    assert place_of("https://Example.com:443/a?b") == place_of("https://Example.com/other")
