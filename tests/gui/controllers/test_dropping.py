"""What is dropped onto the window is imported."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.core.errors import ResourceError
from inspector.core.messages import Import, Imported
from inspector.core.wishes import Answer, Wish
from inspector.formats.format import Format
from inspector.gui.controllers import dropping
from inspector.gui.controllers.dropping import Dropping
from inspector.gui.controllers.importing import Importing
from inspector.gui.views.progress_area import ProgressArea
from tests.gui.stage import FakeEngine, Loop, Posted, asking_of


class Engine(FakeEngine):
    """Notes what stood in the file that it was given, and who could read it."""

    content = ""
    mode = 0
    file = Path()

    async def ask(self, wish: Wish, *, seconds: float = 30.0) -> Answer:
        """Read the file."""
        if isinstance(wish, Import):
            self.file = Path(wish.paths[0])
            self.content = self.file.read_text()
            self.mode = stat.S_IMODE(self.file.parent.stat().st_mode)
        return await super().ask(wish, seconds=seconds)


class Scene:
    """The controller with all around it."""

    def __init__(self, loop: Loop, drafts: Path) -> None:
        self.loop = loop
        self.engine = Engine(answers={Import: Imported(taken=1, refused=())})
        asking, posted = asking_of(self.engine)
        self.posted: Posted = posted
        self.drafts = drafts
        self.dropping = Dropping(asking, Importing(asking, ProgressArea(), lambda refused: None), drafts)

    def do(self, act: Callable[[], None]) -> None:
        """Call something inside the loop and wait for what it says."""
        count = len(self.posted.texts)

        async def main() -> None:
            act()

        self.loop.run(main())
        self.loop.until(lambda: len(self.posted.texts) > count)


@pytest.fixture
def scene(loop: Loop, tmp_path: Path) -> Scene:
    """Every import takes one."""
    return Scene(loop, tmp_path / "store.drafts")


def test_a_text_goes_through_a_file_that_is_gone_afterwards(scene: Scene) -> None:
    """Only the user can read it while it is there."""
    scene.do(lambda: scene.dropping.take_text("  curl http://127.0.0.1/x -d 'a\r\nb'"))

    assert scene.posted.texts == ["1 capture imported."]
    assert scene.engine.content == "curl http://127.0.0.1/x -d 'a\nb'\n"
    assert scene.engine.mode == 0o700
    assert scene.engine.file.name == "dropped.txt"
    assert list(scene.drafts.iterdir()) == []


def test_any_other_text_is_refused(scene: Scene) -> None:
    """The engine is not asked."""
    scene.do(lambda: scene.dropping.take_text("Dear diary"))

    assert "no cURL command" in scene.posted.texts[0]
    assert scene.engine.asked == []
    assert list(scene.drafts.iterdir()) == []


def test_a_text_that_cannot_be_looked_at_leaves_nothing(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong."""

    def fails(path: Path) -> Format:
        raise ResourceError(f"{path.name} cannot be read.")

    monkeypatch.setattr(dropping, "detect", fails)
    scene.do(lambda: scene.dropping.take_text("curl http://127.0.0.1/x"))

    assert scene.posted.texts == ["dropped.txt cannot be read."]
    assert list(scene.drafts.iterdir()) == []


def test_files_are_imported_and_folders_are_not(scene: Scene, tmp_path: Path) -> None:
    """What else there is says what can be dropped."""
    file = tmp_path / "a.har"
    file.write_text("{}")
    scene.do(lambda: scene.dropping.take_files([file, tmp_path]))
    scene.loop.until(lambda: len(scene.posted.texts) == 2)
    scene.do(scene.dropping.refuse)

    assert scene.engine.asked == [Import(paths=(str(file),))]
    assert [text.split()[0] for text in scene.posted.texts] == ["A", "1", "Only"]
