"""The file that a large body grows in."""

from hashlib import sha256
from pathlib import Path

import pytest

from inspector.core.body import Body
from inspector.listener.part import FIRST, Part


def test_it_grows_and_becomes_a_body(tmp_path: Path) -> None:
    """All bytes in order, with their size and hash, under a name that the store can keep."""
    part = Part(lambda: tmp_path / "new")
    part.write(b"ab")
    part.write(b"c" * 100_000)
    body = part.finish(b"d", large=10)

    content = b"ab" + b"c" * 100_000 + b"d"
    assert body.path is not None
    assert body.path.parent == tmp_path / "new"
    assert body.path.suffix == ".part"
    assert (body.read(), body.size, body.sha256) == (content, len(content), sha256(content).hexdigest())


def test_a_body_that_is_small_after_all_leaves_no_file(tmp_path: Path) -> None:
    """It comes back to memory."""
    part = Part(lambda: tmp_path)
    part.write(b"ab")

    assert part.finish(b"c", large=3) == Body.of(b"abc")
    assert list(tmp_path.iterdir()) == []


def test_an_abandoned_one_leaves_no_file(tmp_path: Path) -> None:
    """Only the first bytes remain; so too where no file was ever begun."""
    part = Part(lambda: tmp_path)
    part.write(b"a" * (FIRST + 1))

    assert part.abandon() == Body.of(b"a" * FIRST)
    assert list(tmp_path.iterdir()) == []
    assert Part(lambda: tmp_path).abandon() == Body.of(b"")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """The error of the system is raised, and abandoning works all the same."""
    (tmp_path / "file").write_bytes(b"")
    part = Part(lambda: tmp_path / "file")
    with pytest.raises(OSError, match="exists"):
        part.write(b"ab")

    assert part.abandon() == Body.of(b"ab")
