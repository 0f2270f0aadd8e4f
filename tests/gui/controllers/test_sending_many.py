"""Sending many captures."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.core.capture import Summary
from inspector.core.errors import ResourceError, StoreError, TimeLimitError
from inspector.core.long_work import Outcome
from inspector.core.sending_wishes import Resend
from inspector.core.wishes import Answer, Wish
from inspector.gui.controllers import sending_many
from inspector.gui.controllers.sending_many import SendingMany
from inspector.gui.sending import Sending
from inspector.gui.views import progress_area
from inspector.gui.views.progress_area import ProgressArea
from tests.gui.stage import FakeEngine, Loop, Posted, asking_of, row


@dataclass
class Target(FakeEngine):
    """Takes what it is sent, but not these; at one of them it hangs until it is let go."""

    refuses: tuple[int, ...] = ()
    late: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    hangs_at: int = 0

    async def ask(self, wish: Wish, *, seconds: float = 30.0) -> Answer:
        """What came of it."""
        self.asked.append(wish)
        assert isinstance(wish, Resend)
        if self.hangs_at in wish.ids:
            await asyncio.sleep(60)
        if set(self.late) & set(wish.ids):
            raise TimeLimitError("The engine gave no answer within 35 s; try again.")
        if set(self.gone) & set(wish.ids):
            raise ResourceError("The engine stopped before it answered.")
        return tuple(self._outcome(id) for id in wish.ids)

    def _outcome(self, id: int) -> Outcome:
        status = 500 if id in self.refuses else 200
        return Outcome(capture_id=id, dispatch_id=id, target="http://t/", status=status, duration_ms=1.0)


@dataclass
class Rows:
    """Reads every row, but not these."""

    lost: tuple[int, ...] = ()

    async def summaries(self, ids: Sequence[int]) -> list[Summary]:
        """A row for each."""
        if set(self.lost) & set(ids):
            raise StoreError("The store cannot be read.")
        return [row(id, event=f"event {id}") for id in ids]


@dataclass
class Scene:
    """The controller with all around it."""

    loop: Loop
    engine: Target
    posted: Posted
    progress: ProgressArea
    many: SendingMany
    rows: Rows
    shown: list[tuple[Sending, bool]] = field(default_factory=list)

    def start(self, ids: Sequence[int]) -> None:
        """Send these."""

        async def main() -> None:
            self.many.start(ids, "t", "t")

        self.loop.run(main())

    @property
    def sent(self) -> list[int]:
        """What the engine was asked to send, in order."""
        return [id for wish in self.engine.asked if isinstance(wish, Resend) for id in wish.ids]


@pytest.fixture
def scene(loop: Loop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Progress is shown at once, and every capture is a wish of its own."""
    monkeypatch.setattr(progress_area, "SLOW", 0)
    monkeypatch.setattr(sending_many, "MOST", 1)
    engine = Target()
    asking, posted = asking_of(engine)
    progress = ProgressArea()
    qtbot.addWidget(progress)
    shown: list[tuple[Sending, bool]] = []
    rows = Rows()
    many = SendingMany(
        asking=asking, reader=rows, progress=progress, show=lambda sending, wanted: shown.append((sending, wanted))
    )
    return Scene(loop=loop, engine=engine, posted=posted, progress=progress, many=many, rows=rows, shown=shown)


def test_each_is_sent_in_order_whatever_comes_of_another(scene: Scene) -> None:
    """A refusal and a time-out are written down with their captures; the results are opened because of them."""
    scene.engine.refuses, scene.engine.late = (2,), (4,)
    scene.start((5, 4, 3, 2, 1))
    scene.loop.until(lambda: scene.posted.texts)

    assert scene.sent == [1, 2, 3, 4, 5]
    assert scene.posted.texts == ["5 captures sent to t, 2 were not taken."]
    sending, wanted = scene.shown[-1]
    assert wanted
    assert sending.failed_ids() == (2, 4)
    assert [one.event for one in sending.results] == [f"event {id}" for id in range(1, 6)]
    assert "no answer" in (sending.results[3].outcome.error or "")


def test_what_all_took_is_said_and_shown_on_request(scene: Scene) -> None:
    """No window comes up by itself; the notice has a way to it."""
    scene.start((2, 1))
    scene.loop.until(lambda: scene.posted.texts)

    assert scene.posted.texts == ["2 captures sent to t."]
    assert [wanted for _, wanted in scene.shown] == [False] * len(scene.shown)
    scene.posted.notices[0].actions[0][1]()
    assert scene.shown[-1][1]


def test_cancel_sends_nothing_more(scene: Scene, qtbot: QtBot) -> None:
    """The one under way is not waited for and named as such; another sending waits for the first."""
    scene.engine.hangs_at = 3
    scene.start(range(1, 1001))
    scene.loop.until(lambda: scene.progress.jobs() and scene.sent == [1, 2, 3])
    scene.start((7, 8))
    assert "wait" in scene.posted.texts[0]
    assert scene.progress.jobs()[0].bar.maximum() >= 0

    async def press() -> None:
        qtbot.mouseClick(scene.progress.jobs()[0].stop, Qt.MouseButton.LeftButton)

    scene.loop.run(press())
    scene.loop.until(lambda: len(scene.posted.texts) == 2)

    assert scene.sent == [1, 2, 3]
    assert scene.posted.texts[1] == "Stopped: 3 of 1,000 were sent to t, 1 was not taken."
    assert "Under way" in (scene.shown[-1][0].results[2].outcome.error or "")
    assert scene.progress.jobs() == ()


def test_an_engine_that_is_gone_ends_it(scene: Scene) -> None:
    """The others would fail in the same way, a thousand times."""
    scene.engine.gone = (2,)
    scene.start(range(1, 1001))
    scene.loop.until(lambda: scene.posted.texts)

    assert scene.sent == [1, 2]
    assert scene.posted.notices[0].kind == "failed"


def test_a_store_that_cannot_be_read_ends_it(scene: Scene) -> None:
    """What came of the first ones is told all the same, and another sending can be started."""
    scene.rows.lost = (3,)
    scene.start((1, 2, 3, 4))
    scene.loop.until(lambda: len(scene.posted.texts) == 2)

    assert scene.posted.texts == ["Stopped: 2 of 4 were sent to t.", "The store cannot be read."]
    sending, _ = scene.shown[-1]
    assert (sending.ended, len(sending.results)) == (True, 2)
    scene.start((5,))
    scene.loop.until(lambda: 5 in scene.sent)


def test_a_second_start_at_the_same_moment_waits(scene: Scene) -> None:
    """Two clicks within one turn of the loop send once."""

    async def twice() -> None:
        scene.many.start((1,), "t", "t")
        scene.many.start((1,), "t", "t")

    scene.loop.run(twice())
    scene.loop.until(lambda: len(scene.posted.texts) == 2)

    assert "wait" in scene.posted.texts[0]
    assert scene.sent == [1]


def test_ten_thousand_are_no_burden(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every one is sent, quick ones several in a wish, and the window is told of it a few times only."""
    monkeypatch.setattr(sending_many, "MOST", 64)
    scene.start(range(10_000, 0, -1))
    scene.loop.until(lambda: scene.posted.texts)

    assert scene.posted.texts == ["10,000 captures sent to t."]
    assert scene.sent == list(range(1, 10_001))
    assert 150 <= len(scene.engine.asked) < 2_000
    assert len(scene.shown) < 1_000


def test_what_was_under_way_together_is_named_when_it_is_cancelled(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is said of those that nobody knows of."""
    monkeypatch.setattr(sending_many, "MOST", 64)
    monkeypatch.setattr(sending_many, "EVERY", 60)
    scene.engine.hangs_at = 5
    scene.start(range(1, 101))
    scene.loop.until(lambda: 5 in scene.sent)

    async def cancel() -> None:
        scene.many.cancel()

    scene.loop.run(cancel())
    scene.loop.until(lambda: scene.posted.texts)

    results = scene.shown[-1][0].results
    assert scene.sent == list(range(1, 8)) == [one.outcome.capture_id for one in results]
    assert ["Under way" in (one.outcome.error or "") for one in results] == [False] * 3 + [True] * 4
