"""What all formats share."""

from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.body import Body
from inspector.core.errors import ResourceError
from inspector.formats.format import Refused, chunks_of, content_of, time_of
from tests.captures import capture_of, head_of


def test_a_refusal_is_a_sentence() -> None:
    """File, place and why."""
    assert (
        Refused(file="a.har", place="entry 3", why="it names no method").reason == "a.har, entry 3: it names no method."
    )
    assert Refused(file="a.har", place="", why="this is no JSON.").reason == "a.har: this is no JSON."


def test_bodies_are_given_whole_or_in_pieces(tmp_path: Path) -> None:
    """And an unreadable file is an error that names the capture."""
    content = b"x" * 600_000
    (tmp_path / "body").write_bytes(content)
    capture = capture_of(head_of(b"POST / HTTP/1.1"))
    body = replace(Body.of(content), content=None, path=tmp_path / "body")
    capture = replace(capture, request=replace(capture.request, body=body))

    assert content_of(capture) == b"".join(chunks_of(capture)) == content
    (tmp_path / "body").unlink()
    for read in (content_of, lambda capture: list(chunks_of(capture))):
        with pytest.raises(ResourceError, match=r"capture 17 cannot be read \(No such file or directory\)"):
            read(capture)


def test_the_time_of_a_file_is_that_of_its_last_change(tmp_path: Path) -> None:
    """In UTC, as every time."""
    path = tmp_path / "x"
    path.touch()

    assert time_of(path).timestamp() == pytest.approx(path.stat().st_mtime)
    assert str(time_of(path).tzinfo) == "UTC"
