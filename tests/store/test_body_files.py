"""Files of large bodies."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.body import LARGE, Body
from inspector.store.body_files import BodyFiles, discard, needs_file


def streamed(folder: Path, content: bytes = b"large") -> Body:
    """A body as the listener leaves it."""
    folder.mkdir(exist_ok=True)
    path = folder / "0a.part"
    path.write_bytes(content)
    return replace(Body.of(content), content=None, path=path)


@pytest.mark.parametrize("durable", [True, False])
def test_a_streamed_body_is_renamed_and_back(tmp_path: Path, durable: bool) -> None:
    """Its bytes are not copied, so it costs no time; taken back it is where it was."""
    files = BodyFiles(tmp_path / "bodies", durable=durable)
    body = streamed(files.folder)
    assert body.path is not None
    inode = body.path.stat().st_ino

    name, source = files.settle(body)

    assert (name, source) == ("0a", body.path)
    assert (files.folder / name).stat().st_ino == inode
    files.unsettle(name, source)
    assert body.path.read_bytes() == b"large"


@pytest.mark.parametrize("durable", [True, False])
def test_a_body_from_elsewhere_is_copied(tmp_path: Path, durable: bool) -> None:
    """It belongs to another store or another file."""
    files = BodyFiles(tmp_path / "bodies", durable=durable)
    elsewhere = streamed(tmp_path / "other")

    name, source = files.settle(elsewhere)

    assert source is None
    assert (files.folder / name).read_bytes() == b"large"
    assert elsewhere.path is not None
    assert elsewhere.path.exists()
    files.unsettle(name, source)
    assert list(files.folder.iterdir()) == []


def test_a_body_that_cannot_be_read_leaves_no_part(tmp_path: Path) -> None:
    """Its file went away in between."""
    files = BodyFiles(tmp_path / "bodies")
    gone = Body(size=5, sha256="", content=None, path=tmp_path / "gone")

    with pytest.raises(FileNotFoundError):
        files.settle(gone)

    assert list(files.folder.iterdir()) == []


def test_removing_what_is_gone_is_no_error(tmp_path: Path) -> None:
    """Nor is a folder that was never made."""
    files = BodyFiles(tmp_path / "bodies")
    files.remove(["a"])
    files.unsettle("a", tmp_path / "b")

    assert (files.old_names(), files.size()) == ([], 0)


def test_age_is_told_by_the_last_write(tmp_path: Path) -> None:
    """A body that has been streaming for hours is not old."""
    files = BodyFiles(tmp_path / "bodies")
    body = streamed(files.folder)
    assert body.path is not None
    assert files.old_names() == []
    os.utime(body.path, (0, 0))

    assert files.old_names() == ["0a.part"]
    assert files.size() == 5


def test_what_needs_a_file() -> None:
    """What was streamed, and what is large."""
    assert not needs_file(Body.of(b""))
    assert needs_file(Body(size=1, sha256="", content=None, path=Path("a")))
    assert needs_file(Body(size=LARGE + 1, sha256="", content=b"as if"))


def test_only_a_part_is_discarded(tmp_path: Path) -> None:
    """A body that is stored, here or elsewhere, stays."""
    body = streamed(tmp_path)
    assert body.path is not None
    stored = tmp_path / "0b"
    stored.touch()

    for one in (body, body, replace(body, path=stored), Body.of(b"a")):
        discard(one)

    assert list(tmp_path.iterdir()) == [stored]
