"""Captures into files and back."""

import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from inspector.core.capture import Arrival, Capture
from inspector.core.errors import ResourceError
from inspector.core.filter.tree import All
from inspector.core.paths import Paths
from inspector.core.verdict import Judgement
from inspector.formats.registry import find
from inspector.gui.controllers import exporting as exports
from inspector.gui.controllers.exporting import Exporting, Stopped, secrets_of, write_body, write_file
from inspector.gui.reader import CaptureReader
from inspector.gui.views import progress_area
from inspector.gui.views.progress_area import ProgressArea
from inspector.store.store import Store
from tests.captures import capture_of, head_of, request_of
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
        exporting = Exporting(asking, reader, ProgressArea())
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


def test_a_senders_secret_is_named_before_it_is_exported(loop: Loop, paths: Paths, tmp_path: Path) -> None:
    """Nothing is written before the user chose; without it the file holds a mark in its place, else all that came."""
    request = request_of(head_of(b"POST / HTTP/1.1", b"X-Gitlab-Token: t0ken"), b'{"token":"b0dy"}')
    judgement = Judgement(provider="gitlab", sensitive=("header:X-Gitlab-Token", "json:token"))
    with closing(Store.open(paths.store)) as store:
        store.keep([Arrival(request=request, judgement=judgement)])
        reader = CaptureReader(paths.store)
        asking, posted = asking_of(FakeEngine())
        exporting = Exporting(asking, reader, ProgressArea())
        path, body = tmp_path / "out.http", tmp_path / "body"
        run(loop, lambda: exporting.export((1,), 1, path, find("raw")))
        loop.until(lambda: posted.notices)
        assert posted.texts == ["This holds X-Gitlab-Token, token, as it was sent."]
        assert not path.exists()

        bare, whole = (act for _, act in posted.notices[0].actions)
        run(loop, bare)
        loop.until(lambda: len(posted.texts) == 2)
        assert posted.texts[1] == f"1 capture written to {path}, without secrets."
        assert b"t0ken" not in path.read_bytes()
        assert b"b0dy" not in path.read_bytes()
        run(loop, whole)
        loop.until(lambda: len(posted.texts) == 3)
        assert b"t0ken" in path.read_bytes()

        run(loop, lambda: exporting.save_body(1, body))
        loop.until(lambda: len(posted.texts) == 4)
        assert posted.texts[3] == "This holds token, as it was sent."
        assert not body.exists()
        run(loop, posted.notices[3].actions[0][1])
        loop.until(lambda: len(posted.texts) == 5)
        assert body.read_bytes() == b'{"token":"[redacted]"}'
        run(loop, posted.notices[3].actions[1][1])
        loop.until(lambda: len(posted.texts) == 6)
        assert body.read_bytes() == b'{"token":"b0dy"}'
        reader.close()


def test_cancel_leaves_no_file(loop: Loop, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a half one nor a part; the next export may begin."""
    monkeypatch.setattr(progress_area, "SLOW", 0)
    with closing(fill(paths.store, 300)):
        reader = CaptureReader(paths.store)
        asking, posted = asking_of(FakeEngine())
        progress = ProgressArea()
        exporting = Exporting(asking, reader, progress)
        path = tmp_path / "all.jsonl"

        def begin_and_cancel() -> None:
            exporting.export(All(), 300, path, JSONL)
            exporting.cancel()

        run(loop, begin_and_cancel)
        loop.until(lambda: posted.texts)
        assert posted.texts == ["The export was cancelled; no file was written."]
        assert [file.name for file in tmp_path.iterdir() if file.name.startswith("all")] == []
        assert progress.jobs() == ()

        run(loop, lambda: exporting.export(All(), 300, path, JSONL))
        loop.until(path.exists)
        reader.close()


def test_looking_for_secrets_can_be_stopped() -> None:
    """It takes a while over a million captures."""
    assert secrets_of(captures(3), never) == ()
    with pytest.raises(Stopped):
        secrets_of(captures(3), lambda: True)


def test_a_body_is_saved_as_it_came(loop: Loop, paths: Paths, tmp_path: Path) -> None:
    """Every byte, in a file of its owner's alone."""
    path = tmp_path / "body"
    write_body(path, capture_of(head_of(b"POST / HTTP/1.1"), b"\x00\xff\n"))
    assert path.read_bytes() == b"\x00\xff\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    with closing(fill(paths.store, 1)):
        reader = CaptureReader(paths.store)
        asking, posted = asking_of(FakeEngine())
        exporting = Exporting(asking, reader, ProgressArea())
        run(loop, lambda: exporting.save_body(1, tmp_path / "saved"))
        loop.until(lambda: posted.texts)
        reader.close()

    assert (tmp_path / "saved").read_bytes() == b'{"n":1}'
