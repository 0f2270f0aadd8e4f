"""Files as bytes."""

from pathlib import Path

import pytest

from inspector.formats.mapped import mapped


def test_a_file_is_bytes(tmp_path: Path) -> None:
    """Also an empty one, which the system cannot map."""
    path = tmp_path / "x"
    for content in (b"", b"abc\0"):
        path.write_bytes(content)
        with mapped(path) as bytes_of_file:
            assert bytes(bytes_of_file[:]) == content


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Of the system, for the caller to say."""
    with pytest.raises(FileNotFoundError), mapped(tmp_path / "gone"):
        pass
