"""Words in the bytes of a request."""

import gzip
from pathlib import Path

import pytest

from inspector.core.body import CHUNK, Body
from inspector.core.filter import search
from inspector.core.headers import NO_HEADERS, Headers

GZIPPED = Headers.of(("Content-Encoding", "gzip"))


def gunzip(content: bytes, encoding: str) -> bytes:
    """Undo gzip."""
    return gzip.decompress(content) if encoding == "gzip" else b""


def in_file(folder: Path, content: bytes) -> Body:
    """A body that stands in a file."""
    path = folder / "body"
    path.write_bytes(content)
    return Body(size=len(content), sha256="", content=None, path=path)


def test_ascii_letters_match_in_any_case() -> None:
    """Other letters match as they are."""
    assert search.contains("Déjà VU".encode(), search.needle("jà vU"))
    assert not search.contains("É".encode(), search.needle("é"))


def test_a_body_is_searched_as_it_came_and_decoded() -> None:
    """A word in a compressed body is found; where nothing undoes the encoding, it is not."""
    body = Body.of(gzip.compress(b'{"Order": 1}', mtime=0))

    assert search.body_contains(body, GZIPPED, b"order", gunzip)
    assert search.body_contains(body, GZIPPED, b"\x1f\x8b", gunzip)
    assert not search.body_contains(body, GZIPPED, b"order", None)
    assert not search.body_contains(body, NO_HEADERS, b"order", gunzip)


@pytest.mark.parametrize("start", [0, 1, CHUNK - 3, CHUNK, 2 * CHUNK - 1])
def test_a_word_is_found_across_the_pieces_of_a_file(tmp_path: Path, start: int) -> None:
    """A large body is read in pieces; a word that two of them share is found."""
    body = in_file(tmp_path, b"." * start + b"NeEdle" + b"." * CHUNK)

    assert search.body_contains(body, NO_HEADERS, b"needle", None)
    assert not search.body_contains(body, NO_HEADERS, b"needles", None)
    assert search.body_contains(in_file(tmp_path, b"x"), NO_HEADERS, b"x", None)


def test_a_compressed_file_is_decoded(tmp_path: Path) -> None:
    """A large body may be compressed too."""
    assert search.body_contains(in_file(tmp_path, gzip.compress(b"order")), GZIPPED, b"order", gunzip)


def test_only_the_beginning_of_a_huge_body_is_searched(tmp_path: Path) -> None:
    """The first 64 MiB are; a word that begins behind them is not found."""
    path = tmp_path / "body"
    with path.open("wb") as file:
        file.truncate(search.SEARCHED)
        file.seek(search.SEARCHED - 4)
        file.write(b"lastnext")
    body = Body(size=search.SEARCHED + 4, sha256="", content=None, path=path)

    assert search.body_contains(body, NO_HEADERS, b"last", None)
    assert not search.body_contains(body, NO_HEADERS, b"next", None)


def test_a_body_whose_file_is_gone_holds_nothing(tmp_path: Path) -> None:
    """A search goes on where somebody deleted a file."""
    body = Body(size=1, sha256="", content=None, path=tmp_path / "gone")

    assert not search.body_contains(body, GZIPPED, b"x", gunzip)


def test_several_encodings_are_one_list() -> None:
    """Fields that repeat are joined in order, as RFC 9110 has it."""
    assert search.content_encoding(Headers.of(("content-encoding", "br"), ("Content-Encoding", "gzip"))) == "br, gzip"
    assert search.content_encoding(NO_HEADERS) == ""
