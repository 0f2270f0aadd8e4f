"""Locks between processes."""

import os
import subprocess
import sys
from pathlib import Path

from inspector.store.locks import FORGET_ABOVE, FileLock, lives, lock_of


def test_many_share_and_one_has_it_alone(tmp_path: Path) -> None:
    """Sharing keeps out who wants it alone, and the other way round; each ends with its file."""
    path = tmp_path / "a.lock"
    first, second = FileLock(path), FileLock(path)

    assert first.share()
    assert second.share()
    assert not second.alone()
    assert first.alone()
    assert not second.share()
    first.close()
    assert second.alone()
    second.close()


def test_closing_one_hold_of_a_process_leaves_its_other(tmp_path: Path) -> None:
    """A reader that is closed must not open the store to a migration under the writer."""
    path = tmp_path / "a.lock"
    writer, reader, other = FileLock(path), FileLock(path), FileLock(path)
    assert writer.share()
    assert reader.share()

    reader.close()

    assert not other.alone()
    writer.close()
    assert other.alone()
    other.close()


def test_the_other_process_is_named_while_it_lives(tmp_path: Path) -> None:
    """A pid of a process that ended is not."""
    path = tmp_path / "a.lock"
    lock = FileLock(path)
    assert lock.share()
    assert lock.others() == "another process"
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        with path.open("a") as file:
            file.write(f"{other.pid}\n")
        assert lock.others() == f"process {other.pid}"
        other.communicate()

    assert lock.others() == "another process"
    lock.close()


def test_the_list_of_pids_does_not_grow_for_ever(tmp_path: Path) -> None:
    """It begins anew after some hundred starts."""
    path = tmp_path / "a.lock"
    path.write_text("1\n" * FORGET_ABOVE)
    lock = FileLock(path)

    assert lock.share()

    assert path.read_text() == f"{os.getpid()}\n"
    lock.close()


def test_this_process_lives() -> None:
    """And one of the highest number does not."""
    assert lives(os.getpid())
    assert sys.platform == "win32" or not lives(2**22 + 1)


def test_the_lock_stands_beside_the_store() -> None:
    """It belongs to the store's files."""
    assert lock_of(Path("a/captures.db")) == Path("a/captures.db.lock")
