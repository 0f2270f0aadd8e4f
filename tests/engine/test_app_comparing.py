"""Reading what an app saw."""

from pathlib import Path

import pytest

from inspector.core.errors import UsageError
from inspector.engine.app_comparing import LARGEST, read_body


def test_a_file_is_read_byte_for_byte(tmp_path: Path) -> None:
    """Nothing is decoded, and no line end is changed."""
    file = tmp_path / "body"
    file.write_bytes(b"\xff\r\n\x00")

    assert read_body(file) == b"\xff\r\n\x00"


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    """A body that is larger than any here is not read."""
    file = tmp_path / "huge"
    with file.open("wb") as hole:
        hole.truncate(LARGEST + 1)
    with pytest.raises(UsageError, match="larger than 256 MiB"):
        read_body(file)
