"""Files that are replaced as a whole."""

from pathlib import Path

import pytest

from inspector.core.whole_file import replace_whole


def test_only_the_user_can_read_it_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    """The new content takes the place of the old, with 0600."""
    path = tmp_path / "providers.toml"
    path.write_bytes(b"before")
    path.chmod(0o644)

    replace_whole(path, b"after")

    assert path.read_bytes() == b"after"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["providers.toml"]


def test_what_cannot_be_replaced_stays(tmp_path: Path) -> None:
    """A folder of that name is an error, and no part of a file stays behind."""
    path = tmp_path / "providers.toml"
    path.mkdir()

    with pytest.raises(OSError, match=r"directory|Is a"):
        replace_whole(path, b"after")
    assert [one.name for one in tmp_path.iterdir()] == ["providers.toml"]
