"""Captures into files and back."""

import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from inspector.core.capture import Capture
from inspector.core.errors import ResourceError
from inspector.core.filter.tree import All
from inspector.core.messages import Import, Imported
from inspector.core.paths import Paths
from inspector.formats.registry import find
from inspector.gui.controllers import exporting as exports
from inspector.gui.controllers.exporting import Exporting, Stopped, write_body, write_file
from inspector.gui.reader import CaptureReader
from tests.captures import capture_of, head_of
from tests.gui.stage import FakeEngine, Loop, asking_of, fill

JSONL = find("jsonl")


def captures(count: int) -> Iterator[Capture]:
    """So many."""
    for id in range(1, count + 1):
        yield capture_of(head_of(b"POST / HTTP/1.1"), b"{}", id=id)


def never() -> bool:
    """Nobody pressed Cancel."""
    return False


def test_a_file_is_whole_and_private_or_not_there(tmp_path: Path) -> None:
    """One line for each capture, readable by its owner alone; Cancel leaves nothing behind."""
    path = tmp_path / "captures.jsonl"

    assert write_file(path, JSONL, captures(5), lambda count: None, never) == 5
    assert len(path.read_text().splitlines()) == 5
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    path.unlink()
    with pytest.raises(Stopped):
        write_file(path, JSONL, captures(5), lambda count: None, lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_export_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    """What cannot be written is said, and the old file is as it was."""
    with pytest.raises(ResourceError, match="Choose another place"):
        write_file(tmp_path / "no" / "such" / "folder", JSONL, captures(1), lambda count: None, never)


def test_progress_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long export counts as it goes."""
    monkeypatch.setattr(exports, "SLOW", 0.0)
    monkeypatch.setattr(exports, "EVERY", 0.0)
    told: list[int] = []

    write_file(tmp_path / "x.jsonl", JSONL, captures(3), told.append, never)

    assert told == [1, 2, 3]


def run(loop: Loop, act: Callable[[], None]) -> None:
    """Call something inside the loop."""

    async def main() -> None:
        act()

    loop.run(main())


def test_all_of_a_store_is_exported_with_a_word_at_the_end(loop: Loop, paths: Paths, tmp_path: Path) -> None:
    """The notice names the file, and a second export waits for the first."""
    with closing(fill(paths.store, 9)):
        reader = CaptureReader(paths.store)
        asking, posted = asking_of(FakeEngine())
        exporting = Exporting(asking, reader)
        path = tmp_path / "all.jsonl"

        def twice() -> None:
            exporting.export(All(), 9, path, JSONL)
            exporting.export(All(), 9, path, JSONL)

        run(loop, twice)
        loop.until(lambda: len(posted.texts) == 2)
        reader.close()

    assert posted.texts[0].startswith("Wait for the export")
    assert posted.texts[1] == f"9 captures written to {path}."
    assert len(path.read_text().splitlines()) == 9


def test_an_import_says_what_it_took_and_what_not(loop: Loop) -> None:
    """A few refusals are told word by word, many are counted."""
    refused = tuple(f"a.har, entry {number}: this is no request." for number in range(5))
    engine = FakeEngine(answers={Import: Imported(taken=7, refused=refused)})
    asking, posted = asking_of(engine)
    with_files = Exporting(asking, CaptureReader(Path("none")))
    run(loop, lambda: with_files.import_files([Path("a.har")]))
    loop.until(lambda: len(posted.texts) == 2)

    assert engine.asked == [Import(paths=("a.har",))]
    assert posted.texts[1].startswith("7 captures imported. a.har, entry 0")
    assert posted.texts[1].endswith("2 more were refused.")
    assert posted.notices[1].kind == "warns"


def test_a_body_is_saved_as_it_came(loop: Loop, paths: Paths, tmp_path: Path) -> None:
    """Every byte, in a file of its owner's alone."""
    path = tmp_path / "body"
    write_body(path, capture_of(head_of(b"POST / HTTP/1.1"), b"\x00\xff\n"))
    assert path.read_bytes() == b"\x00\xff\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    with closing(fill(paths.store, 1)):
        reader = CaptureReader(paths.store)
        asking, posted = asking_of(FakeEngine())
        exporting = Exporting(asking, reader)
        run(loop, lambda: exporting.save_body(1, tmp_path / "saved"))
        loop.until(lambda: posted.texts)
        reader.close()

    assert (tmp_path / "saved").read_bytes() == b'{"n":1}'
