"""Files on their way from the window to the engine."""

import os
import stat
import time
from pathlib import Path

import pytest

from inspector.core.errors import NothingError, ResourceError, UsageError
from inspector.core.handing import LEFT_OVER, forget, leave, sweep, take


def test_what_is_left_is_private_and_taken_once(tmp_path: Path) -> None:
    """Every byte arrives, nobody else can read it, and nothing of it stays."""
    drafts = tmp_path / "store.drafts"
    file = leave(drafts, b"\r\n\x00", b"\xff", name="dropped.txt")

    modes = [stat.S_IMODE(one.stat().st_mode) for one in (drafts, file.parent, file)]
    assert (file.name, modes) == ("dropped.txt", [0o700, 0o700, 0o600])
    assert take(drafts, file) == b"\r\n\x00\xff"
    assert list(drafts.iterdir()) == []
    with pytest.raises(NothingError, match="gone"):
        take(drafts, file)


def test_no_other_file_is_read_or_removed(tmp_path: Path) -> None:
    """Neither beside the folder nor by a way out of it."""
    drafts = tmp_path / "store.drafts"
    drafts.mkdir()
    other = tmp_path / "other"
    other.write_bytes(b"mine")

    for file in (other, drafts / ".." / "other"):
        with pytest.raises(UsageError, match="not left for this store"):
            take(drafts, file)
    assert other.read_bytes() == b"mine"


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    """A name that no file can have, a folder that is a file: a sentence, and no half file."""
    with pytest.raises(ResourceError, match="cannot be written"):
        leave(tmp_path, b"x", name="x" * 300)
    assert list(tmp_path.iterdir()) == []

    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ResourceError, match="cannot be written"):
        leave(tmp_path / "file", b"x")


def test_what_cannot_be_read_is_gone_all_the_same(tmp_path: Path) -> None:
    """The sentence says that it is not the user's doing."""
    file = leave(tmp_path, b"x")
    file.unlink()
    file.mkdir()

    with pytest.raises(ResourceError, match="cannot be read"):
        take(tmp_path, file)
    assert list(tmp_path.iterdir()) == []


def test_what_was_left_behind_is_swept(tmp_path: Path) -> None:
    """What is old goes, also a plain file; what was written a moment ago is on its way."""
    old, fresh, plain = leave(tmp_path, b"old"), leave(tmp_path, b"fresh"), tmp_path / "plain"
    plain.write_bytes(b"x")
    for path in (old.parent, plain):
        os.utime(path, (time.time() - LEFT_OVER - 60,) * 2)

    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == [fresh.parent]
    forget(fresh)
    assert list(tmp_path.iterdir()) == []
    sweep(tmp_path / "none")
