"""Files with keys of our own."""

from pathlib import Path

import pytest

from inspector.core.errors import ResourceError
from inspector.secrets.made_once import read, read_or_make


def is_ours(content: bytes) -> bool:
    """Begins with our mark."""
    return content.startswith(b"key ")


def test_it_is_made_once(tmp_path: Path) -> None:
    """What was made first stays, and nothing else is left in the folder."""
    path = tmp_path / "keys" / "one"

    assert read(path, is_ours) is None
    assert read_or_make(path, is_ours=is_ours, make=lambda: b"key 1") == b"key 1"
    assert read_or_make(path, is_ours=is_ours, make=lambda: b"key 2") == b"key 1"
    assert [entry.name for entry in path.parent.iterdir()] == ["one"]


def test_what_is_not_ours_is_replaced(tmp_path: Path) -> None:
    """A file that a full disk left empty helps nobody."""
    path = tmp_path / "one"
    path.write_bytes(b"")

    assert read_or_make(path, is_ours=is_ours, make=lambda: b"key 1") == b"key 1"


def test_where_it_cannot_be_made(tmp_path: Path) -> None:
    """The error names the file."""
    (tmp_path / "keys").write_bytes(b"no folder")

    with pytest.raises(ResourceError, match="one"):
        read_or_make(tmp_path / "keys" / "one", is_ours=is_ours, make=lambda: b"key 1")
