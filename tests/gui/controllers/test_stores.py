"""Other stores."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.messages import ChangeSettings
from inspector.core.paths import Paths
from inspector.core.settings import Settings
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.stores import MAGIC, MOST, Stores, trouble_with
from inspector.store.store import Store
from tests.gui.stage import FakeEngine, Loop, asking_of


class Scene:
    """Stores of a window, and the programs that were started."""

    def __init__(self, loop: Loop, paths: Paths, *recent: str, starts: bool = True) -> None:
        self.loop = loop
        self.engine = FakeEngine()
        asking, self.posted = asking_of(self.engine)
        self.habits = Habits(Settings(recent_stores=recent), asking)
        self.started: list[Sequence[str]] = []

        def start(arguments: Sequence[str]) -> bool:
            self.started.append(arguments)
            return starts

        self.stores = Stores(paths=paths, habits=self.habits, asking=asking, start=start)

    def do(self, act: Callable[[], None]) -> None:
        """Call something inside the loop and wait until all of it is done."""

        async def main() -> None:
            act()

        self.loop.run(main())
        self.loop.settle()


def test_a_store_is_opened_in_a_process_of_its_own(loop: Loop, paths: Paths, tmp_path: Path) -> None:
    """With the same settings; it is offered again later, the last one first."""
    scene = Scene(loop, paths, "/old.db")
    other = tmp_path / "other.db"
    Store.open(other).close()
    scene.do(lambda: scene.stores.open(other))
    scene.do(lambda: scene.stores.open(tmp_path / "new.db", new=True))

    assert scene.started == [
        ("--store", str(path), "--config-dir", str(paths.config)) for path in (other, tmp_path / "new.db")
    ]
    assert scene.stores.recent() == (str(tmp_path / "new.db"), str(other), "/old.db")
    assert scene.posted.texts == []
    scene.do(scene.stores.forget)
    assert scene.stores.recent() == ()


def test_what_is_no_store_is_not_opened(loop: Loop, paths: Paths, tmp_path: Path) -> None:
    """The engine would set it aside as damaged; the file stays as it is, and a sentence says why."""
    scene = Scene(loop, paths)
    picture = tmp_path / "picture.db"
    picture.write_bytes(b"\x89PNG and so on")
    for path in (picture, tmp_path / "missing.db", paths.store):
        scene.do(lambda path=path: scene.stores.open(path))  # type: ignore[misc]

    assert scene.started == []
    assert [text.split(" ", 1)[1] for text in scene.posted.texts] == [
        "is no store of this program.",
        f"is no store at {tmp_path / 'missing.db'} any more.",
        "is the store of this window.",
    ]
    assert trouble_with(tmp_path, new=False).endswith("Is a directory.")
    (tmp_path / "empty").touch()
    assert trouble_with(tmp_path / "empty", new=False) == ""


def test_a_program_that_does_not_start_is_said(loop: Loop, paths: Paths, tmp_path: Path) -> None:
    """And the store is not offered again."""
    scene = Scene(loop, paths, starts=False)
    (tmp_path / "x.db").write_bytes(MAGIC)
    scene.do(lambda: scene.stores.open(tmp_path / "x.db"))

    assert "could not be started" in scene.posted.texts[0]
    assert scene.stores.recent() == ()


@pytest.mark.parametrize("temporary", [False, True])
def test_the_store_of_the_window_is_remembered_once(loop: Loop, paths: Paths, temporary: bool) -> None:
    """Not a temporary one; at most so many; nothing is written where nothing changed."""
    old = tuple(f"/{number}.db" for number in range(MOST))
    scene = Scene(loop, replace(paths, temporary=temporary), *old)
    scene.do(scene.stores.remember)
    scene.do(scene.stores.remember)

    kept = (str(paths.store), *old[:-1])
    wishes = [] if temporary else [ChangeSettings(values=(("recent_stores", kept),))]
    assert scene.engine.asked == wishes
    assert scene.stores.recent() == (old if temporary else old[:-1])
