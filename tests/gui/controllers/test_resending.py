"""Sending again: the target, the agreement, and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from inspector.core.capture import Capture, Summary
from inspector.core.clock import now
from inspector.core.errors import UsageError
from inspector.core.long_work import Outcome
from inspector.core.sending_wishes import Resend
from inspector.core.settings import Settings
from inspector.core.verdict import Judgement, Verdict
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.resending import Resending, age_remark, place_of, said
from inspector.gui.controllers.sending_many import SendingMany
from inspector.gui.sending import AS_RECEIVED, How, Sending
from inspector.gui.views.progress_area import ProgressArea
from tests.captures import capture_of, head_of
from tests.gui.stage import FakeEngine, Loop, Posted, asking_of, row

CAPTURE = capture_of(head_of(b"POST /hooks HTTP/1.1", b"Host: a"), b"{}", id=5)


def sent(status: int | None = 200, *, error: str | None = None, dispatch_id: int | None = 3) -> Outcome:
    """What came of sending the capture."""
    url = "http://localhost:3000/hooks"
    return Outcome(capture_id=5, dispatch_id=dispatch_id, target=url, status=status, duration_ms=12.1, error=error)


@dataclass
class Scene:
    """Resending with everything that it asks noted."""

    engine: FakeEngine
    posted: Posted
    habits: Habits
    signed: timedelta | None = None
    asked: list[str] = field(default_factory=list)
    confirmations: list[tuple[str, int]] = field(default_factory=list)
    busy: list[str] = field(default_factory=list)
    gives: str = ""
    agrees: bool = True

    def show_busy(self, what: str) -> None:
        """Note what the detail is told."""
        self.busy.append(what)

    async def capture(self, id: int) -> Capture:
        """The capture, signed so long ago."""
        verdict = Verdict(status="valid", signed_at=None if self.signed is None else now() - self.signed)
        return replace(CAPTURE, id=id, judgement=Judgement(provider="stripe", verdict=verdict))

    async def summaries(self, ids: Sequence[int]) -> list[Summary]:
        """A row for each."""
        return [row(id) for id in ids]

    def show(self, sending: Sending, wanted: bool) -> None:
        """Results are looked at elsewhere."""

    def ask_target(self, target: str, recent: Sequence[str], how: How, given: Callable[[str], None]) -> None:
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
    engine = FakeEngine(answers={Resend: (sent(),)})
    asking, posted = asking_of(engine)
    habits = Habits(Settings(**settings), asking)  # type: ignore[arg-type]
    scene = Scene(engine=engine, posted=posted, habits=habits)
    many = SendingMany(asking=asking, reader=scene, progress=ProgressArea(), show=scene.show)
    resending = Resending(
        asking=asking,
        habits=habits,
        reader=scene,
        detail=scene,
        many=many,
        ask_target=scene.ask_target,
        confirm=scene.confirm,
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
    assert scene.posted.texts == ["localhost:3000 responded 200 · 12 ms."]
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
    do(loop, resending.resend, (5,))
    assert scene.confirmations == [("https://example.com", 1)]
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
    ("one", "text", "kind"),
    [
        (sent(204), "t responded 204 · 12 ms.", "done"),
        (sent(400), "t responded 400.", "failed"),
        (sent(None, error="Refused."), "t: Refused.", "failed"),
        (sent(None, error="Refused by t."), "Refused by t.", "failed"),
        (sent(None), "t: No response came.", "failed"),
        (sent(None, error="There is no capture 5.", dispatch_id=None), "There is no capture 5.", "failed"),
    ],
)
def test_what_came_of_one_is_a_sentence(one: Outcome, text: str, kind: str) -> None:
    """The target is named, but not for what never went there."""
    assert said(one, "t") == (text, kind)


def test_an_old_signature_is_named_where_the_target_refused(loop: Loop) -> None:
    """A refusal of an old delivery is explained, one of a new one is not."""
    scene, resending = scene_of(target="3000")
    scene.engine.answers[Resend] = (sent(400),)
    scene.signed = timedelta(hours=26, minutes=3)
    do(loop, resending.resend, (5,))
    loop.until(lambda: scene.posted.texts)
    scene.signed = timedelta(minutes=1)
    do(loop, resending.resend, (5,))
    loop.until(lambda: len(scene.posted.texts) == 2)

    assert "26 h old" in scene.posted.texts[0]
    assert scene.posted.texts[1] == "localhost:3000 responded 400."
    assert age_remark(CAPTURE) == ""


def test_many_go_oldest_first_and_are_agreed_to_once(loop: Loop) -> None:
    """One question for all of them."""
    scene, resending = scene_of(target="https://example.com/in")
    do(loop, resending.resend, (7, 6, 5))
    loop.until(lambda: scene.posted.texts)

    assert scene.confirmations == [("https://example.com", 3)]
    assert [id for wish in resends(scene.engine) for id in wish.ids][:3] == [5, 6, 7]
    assert scene.posted.texts == ["3 captures sent to https://example.com."]


def test_others_ask_for_agreement_too(loop: Loop) -> None:
    """This machine is never asked about; a place outside once; what is no target is an error for who asked."""
    scene, resending = scene_of()
    went: list[str] = []
    do(loop, resending.agree, "3000", 1, lambda: went.append("here"))
    do(loop, resending.agree, "https://example.com", 1, lambda: went.append("there"))
    do(loop, resending.agree, "https://example.com/x", 1, lambda: went.append("again"))

    assert went == ["here", "there", "again"]
    assert scene.confirmations == [("https://example.com", 1)]
    with pytest.raises(UsageError):
        resending.agree("ftp://x", 1, lambda: went.append("never"))


def test_places_are_scheme_and_host() -> None:
    """An agreement is for a host and not for one path of it."""
    assert place_of("3000") == "http://localhost:3000"
    assert place_of("https://Example.com:443/a?b") == place_of("https://Example.com/other")


def test_the_manner_reaches_the_engine(loop: Loop) -> None:
    """Signed or broken, also after a target was asked for."""
    scene, resending = scene_of()
    scene.gives = "3000"
    do(loop, resending.resend, (5,), "", How(as_="signed", sign_with="staging", broken="stale"))
    loop.until(lambda: scene.posted.texts)

    assert resends(scene.engine) == [Resend(ids=(5,), target="3000", as_="signed", sign_with="staging", broken="stale")]


def test_to_refuse_what_is_broken_is_right() -> None:
    """To accept it is what is told as trouble."""
    broken = How(as_="signed", broken="tampered")

    assert said(Outcome(capture_id=1, dispatch_id=1, status=400), "x", broken)[1] == "done"
    text, kind = said(Outcome(capture_id=1, dispatch_id=1, status=200), "x", broken)
    assert (text, kind) == ("x accepted the broken event: it responded 200.", "failed")
    assert said(Outcome(capture_id=1, dispatch_id=1, status=400), "x", AS_RECEIVED)[1] == "failed"
