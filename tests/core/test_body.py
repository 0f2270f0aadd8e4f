"""Bodies in memory and in files."""

from hashlib import sha256
from pathlib import Path

import pytest

from inspector.core.body import CHUNK, NO_BODY, Body

CONTENT = bytes(range(256)) * 3_000


@pytest.fixture(params=["memory", "file"])
def body(request: pytest.FixtureRequest, tmp_path: Path) -> Body:
    """The same bytes, held either way."""
    if request.param == "memory":
        return Body.of(CONTENT)
    path = tmp_path / "body"
    path.write_bytes(CONTENT)
    return Body(size=len(CONTENT), sha256=sha256(CONTENT).hexdigest(), content=None, path=path)


def test_a_body_is_read_whole_or_in_part(body: Body) -> None:
    """A limit gives the first bytes and no more."""
    assert body.read() == CONTENT
    assert body.read(10) == CONTENT[:10]
    assert body.read(0) == b""
    assert body.read(10**9) == CONTENT


def test_a_body_is_at_hand_where_it_is_in_memory(body: Body) -> None:
    """Its bytes then, so that nothing is copied; else the body itself."""
    assert body.at_hand is (body.content or body)


def test_a_body_is_read_in_pieces(body: Body) -> None:
    """Pieces are bounded, none is empty, and together they are the body."""
    pieces = list(body.chunks())

    assert b"".join(pieces) == CONTENT
    assert [len(piece) for piece in pieces] == [CHUNK, CHUNK, len(CONTENT) - 2 * CHUNK]


def test_a_body_knows_its_size_and_hash() -> None:
    """As the store and every export write them."""
    body = Body.of(b"hello")

    assert (body.size, body.path) == (5, None)
    assert body.sha256 == "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def test_no_body_is_empty() -> None:
    """It has no pieces at all."""
    assert (NO_BODY.size, NO_BODY.read(), list(NO_BODY.chunks())) == (0, b"", [])


def test_a_body_whose_file_is_gone_says_so(tmp_path: Path) -> None:
    """Whoever reads it can tell a lost file from an empty body."""
    body = Body(size=1, sha256="", content=None, path=tmp_path / "gone")

    with pytest.raises(FileNotFoundError):
        body.read()
    with pytest.raises(FileNotFoundError):
        list(body.chunks())
