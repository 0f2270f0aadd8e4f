"""Captures out of files."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.errors import ResourceError
from inspector.core.long_work import StopImport, Taken
from inspector.core.messages import Import, Imported
from inspector.core.wishes import Answer, Wish
from inspector.gui.controllers.importing import Importing, names_of
from inspector.gui.views import progress_area
from inspector.gui.views.progress_area import ProgressArea
from tests.gui.stage import FakeEngine, Loop, asking_of


class Scene:
    """The controller with all around it."""

    def __init__(self, loop: Loop, qtbot: QtBot) -> None:
        self.loop = loop
        self.engine = FakeEngine()
        asking, self.posted = asking_of(self.engine)
        self.progress = ProgressArea()
        qtbot.addWidget(self.progress)
        self.listed: list[Sequence[str]] = []
        self.importing = Importing(asking, self.progress, self.listed.append)

    def do(self, act: Callable[[], None]) -> None:
        """Call something inside the loop."""

        async def main() -> None:
            act()

        self.loop.run(main())


@pytest.fixture
def scene(loop: Loop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Progress is shown at once."""
    monkeypatch.setattr(progress_area, "SLOW", 0)
    return Scene(loop, qtbot)


def test_it_says_what_it_took_and_what_not(scene: Scene) -> None:
    """Two refusals are told word by word, many are counted and listed on request."""
    refused = tuple(f"a.har, entry {number}: this is no request." for number in range(5))
    scene.engine.answers[Import] = Imported(taken=7, refused=refused)
    scene.do(lambda: scene.importing.import_files([Path("a.har")]))
    scene.loop.until(lambda: scene.posted.texts)

    assert scene.engine.asked == [Import(paths=("a.har",))]
    assert scene.posted.texts[0].startswith("7 captures imported. a.har, entry 0")
    assert scene.posted.texts[0].endswith("3 more were refused.")
    assert scene.posted.notices[0].kind == "warns"
    scene.posted.notices[0].actions[0][1]()
    assert scene.listed == [refused]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Imported(taken=2, refused=()), "done"),
        (Imported(taken=0, refused=("x.png is of no format that can be read: HAR.",)), "failed"),
        (ResourceError("The engine is not running."), "failed"),
    ],
)
def test_whatever_comes_of_it_what_follows_follows(scene: Scene, answer: Answer | ResourceError, kind: str) -> None:
    """A file that was made for the import can be removed after it."""
    scene.engine.answers[Import] = answer
    followed: list[bool] = []
    scene.do(lambda: scene.importing.import_files([Path("x")], then=lambda: followed.append(True)))
    scene.loop.until(lambda: scene.posted.notices)

    assert [notice.kind for notice in scene.posted.notices] == [kind]
    assert followed == [True]


def test_it_counts_along_and_is_cancelled(loop: Loop, qtbot: QtBot, scene: Scene) -> None:
    """Cancel asks the engine to stop; what was taken stays and is told."""
    ended: list[Answer] = []

    class Slow(FakeEngine):
        async def ask(self, wish: Wish, *, seconds: float = 30.0) -> Answer:
            self.asked.append(wish)
            if isinstance(wish, Import):
                while StopImport() not in self.asked:
                    await asyncio.sleep(0.001)
                ended.append(Imported(taken=1204, refused=()))
                return ended[0]
            return None

    engine = Slow()
    asking, posted = asking_of(engine)
    importing = Importing(asking, scene.progress, scene.listed.append)

    def begin() -> None:
        importing.import_files([Path("big.har")])
        importing.import_files([Path("other.har")])
        importing.taken(Taken(count=1200))

    scene.do(begin)
    loop.until(scene.progress.jobs)
    assert posted.texts == ["Wait for the import that runs, or cancel it."]
    assert scene.progress.jobs()[0].words.text() == "1,200 captures from big.har…"
    scene.do(scene.progress.jobs()[0].stop.click)
    loop.until(lambda: ended and len(posted.texts) == 2)

    assert posted.texts[1] == "Cancelled: 1,204 captures imported."
    assert scene.progress.jobs() == ()
    importing.taken(Taken(count=1))


def test_many_files_are_counted() -> None:
    """Three by name."""
    assert names_of([Path("/a/1"), Path("2")]) == "1, 2"
    assert names_of([Path(str(number)) for number in range(5)]) == "0, 1, 2 and 2 more"
