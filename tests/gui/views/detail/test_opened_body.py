"""Bodies are opened for the views."""

import gzip
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector.bodies.decoding import LIMIT
from inspector.core.body import NO_BODY, Body
from inspector.core.headers import NO_HEADERS, Headers
from inspector.gui.views.detail.opened_body import BodyOpener, OpenedBody

PACKED = Headers.of(("Content-Encoding", "gzip"), ("Content-Type", "application/json"))


@pytest.fixture
def opener(qtbot: QtBot) -> tuple[BodyOpener, list[OpenedBody]]:
    """An opener, and what it opened."""
    opener, opened = BodyOpener(), list[OpenedBody]()
    opener.opened.connect(opened.append)
    return opener, opened


def test_small_bodies_are_there_at_once(opener: tuple[BodyOpener, list[OpenedBody]]) -> None:
    """No turn of the loop is needed, packed or not."""
    opener[0].open(Body.of(b'{"a":1}'), NO_HEADERS)
    opener[0].open(Body.of(gzip.compress(b'{"a":1}')), PACKED)
    opener[0].open(NO_BODY, PACKED)

    assert [b'{"a":1}', b'{"a":1}', b""] == [bytes(body.content[:]) for body in opener[1]]


def test_only_the_last_one_counts(qtbot: QtBot, opener: tuple[BodyOpener, list[OpenedBody]]) -> None:
    """A body that is still being decoded when another comes is never shown."""
    opener[0].open(Body.of(gzip.compress(bytes(60_000_000), 1)), PACKED)
    opener[0].open(Body.of(b"next"), NO_HEADERS)
    qtbot.wait(50)

    assert [b"next"] == [body.content for body in opener[1]]


def test_a_file_is_mapped_up_to_the_limit(opener: tuple[BodyOpener, list[OpenedBody]], tmp_path: Path) -> None:
    """Of a file larger than the limit the first part is there, and it is told."""
    path = tmp_path / "body"
    with path.open("wb") as file:
        file.truncate(LIMIT + 10)
    opener[0].open(Body(size=LIMIT + 10, sha256="", content=None, path=path), NO_HEADERS)

    assert LIMIT == len(opener[1][0].content)
    assert opener[1][0].cut


def test_a_file_that_is_empty_or_gone(opener: tuple[BodyOpener, list[OpenedBody]], tmp_path: Path) -> None:
    """Neither raises."""
    (tmp_path / "empty").touch()
    for name in ("empty", "gone"):
        opener[0].open(Body(size=0, sha256="", content=None, path=tmp_path / name), NO_HEADERS)

    assert [(), ("The file that holds this body is gone.",)] == [body.notes for body in opener[1]]


@pytest.mark.parametrize(
    ("content", "header", "kinds"),
    [
        (b"[1]", "application/json", ("json", "tree", "text", "hex")),
        (b"[1", "application/json", ("text", "hex")),
        (b"\0", "application/json", ("hex",)),
    ],
)
def test_kinds(content: bytes, header: str, kinds: tuple[str, ...]) -> None:
    """The tree comes with JSON, and JSON only where it is that."""
    assert kinds == OpenedBody(content=content, header=header).kinds()
