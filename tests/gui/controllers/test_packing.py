"""Captures as a file that is dragged out."""

import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from inspector.core.capture import Arrival
from inspector.core.paths import Paths
from inspector.core.verdict import Judgement
from inspector.gui.controllers import packing as packs
from inspector.gui.controllers.packing import Packing
from inspector.gui.reader import read_now
from inspector.store.store import Store
from tests.captures import head_of, request_of
from tests.gui.stage import FakeEngine, Posted, add, asking_of


@dataclass
class Scene:
    """A store whose second capture holds a secret."""

    packing: Packing
    posted: Posted


@pytest.fixture
def scene(paths: Paths) -> Iterator[Scene]:
    """Three captures."""
    request = request_of(head_of(b"POST /s HTTP/1.1", b"X-Gitlab-Token: t0ken"))
    with closing(Store.open(paths.store)) as store:
        add(store, 1)
        store.keep([Arrival(request=request, judgement=Judgement(sensitive=("header:X-Gitlab-Token",)))])
        add(store, 1)
        asking, posted = asking_of(FakeEngine())
        packing = Packing(asking, partial(read_now, paths.store))
        yield Scene(packing=packing, posted=posted)
        packing.close()


def packed(scene: Scene, *ids: int) -> Path:
    """The file of these captures."""
    file = scene.packing.pack(ids)
    assert file is not None
    return file


def test_one_is_raw_and_many_are_har_in_a_private_folder(scene: Scene) -> None:
    """Named by their numbers; gone when the window closes."""
    one, many = packed(scene, 1), packed(scene, 3, 1)

    assert (one.name, many.name) == ("capture-1.http", "captures-1-to-3.har")
    assert one.read_bytes().startswith(b"POST /hooks")
    assert many.read_text().count('"startedDateTime"') == 2
    assert stat.S_IMODE(one.parent.stat().st_mode) == 0o700
    assert scene.posted.texts == []
    scene.packing.close()
    scene.packing.close()
    assert not one.parent.exists()


def test_a_captured_secret_is_left_out_and_said(scene: Scene) -> None:
    """Nobody can be asked while something is dragged."""
    assert b"t0ken" not in packed(scene, 2).read_bytes()
    assert scene.posted.texts[0].startswith("Dragged out without X-Gitlab-Token;")


def test_too_many_are_exported_instead(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window would stand still."""
    monkeypatch.setattr(packs, "MOST", 1)

    assert scene.packing.pack((1, 2)) is None
    assert "Ctrl+S" in scene.posted.texts[0]


def test_too_much_is_exported_instead(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few large bodies keep the window waiting as well as many small ones; nothing of them is left lying there."""
    one = packed(scene, 1)
    size = len(one.read_bytes().partition(b"\r\n\r\n")[2])
    monkeypatch.setattr(packs, "LARGEST", size)
    assert packed(scene, 1) == one
    assert scene.packing.pack((1, 3)) is None
    assert scene.posted.texts == [f"More than {size} B cannot be dragged; export it (Ctrl+S)."]
    assert list(one.parent.iterdir()) == [one]


def test_no_room_for_a_file_is_said(scene: Scene, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder for temporary files that is not there is a sentence too."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))

    assert scene.packing.pack((1,)) is None
    assert scene.posted.texts[0].startswith("No file can be made to drag out: No such file")


def test_a_store_that_is_gone_is_said(tmp_path: Path) -> None:
    """As a sentence, and there is no file."""
    asking, posted = asking_of(FakeEngine())

    with closing(Packing(asking, partial(read_now, tmp_path / "none.db"))) as packing:
        assert packing.pack((1,)) is None
    assert "There is no store" in posted.texts[0]
