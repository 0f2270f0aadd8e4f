"""Files that only their owner can read."""

import stat
from pathlib import Path

import pytest

from inspector.gui.private_file import warning, write_private


def test_only_the_owner_reads_it(tmp_path: Path) -> None:
    """Its pieces follow each other; what was there before is gone, and what cannot be written is an OSError."""
    path = tmp_path / "body"
    write_private(path, [b"longer than the next"])
    write_private(path, [b"a", b"\x00\xff"])

    assert path.read_bytes() == b"a\x00\xff"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(IsADirectoryError):
        write_private(tmp_path, [])


def test_secrets_are_named() -> None:
    """All of them, in one sentence."""
    assert warning(["token", "X-Gitlab-Token"]) == "This holds token, X-Gitlab-Token, as it was sent."
