"""The key of the sample secrets."""

import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from inspector.core.errors import ResourceError
from inspector.secrets.sample_key import SIZE, read_or_make


def test_it_is_made_once(tmp_path: Path) -> None:
    """Only the user can read it, and every later start finds the same one."""
    path = tmp_path / "config" / "sample.key"
    key = read_or_make(path)

    assert len(key) == SIZE
    assert (read_or_make(path), path.read_bytes()) == (key, key)
    assert [entry.name for entry in path.parent.iterdir()] == ["sample.key"]
    assert read_or_make(tmp_path / "other" / "sample.key") != key
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_all_that_start_at_once_agree(tmp_path: Path) -> None:
    """The first one's key counts."""
    path = tmp_path / "sample.key"
    with ThreadPoolExecutor(16) as threads:
        keys = set(threads.map(lambda _: read_or_make(path), range(64)))

    assert keys == {path.read_bytes()}


def test_a_file_that_is_no_key_is_replaced(tmp_path: Path) -> None:
    """One that a full disk left empty helps nobody."""
    path = tmp_path / "sample.key"
    path.write_bytes(b"short")

    assert len(read_or_make(path)) == SIZE
    assert path.read_bytes() == read_or_make(path)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A sentence that names it."""
    (tmp_path / "config").write_text("a file where the folder should be")

    with pytest.raises(ResourceError, match=r"sample\.key cannot be used"):
        read_or_make(tmp_path / "config" / "sample.key")
