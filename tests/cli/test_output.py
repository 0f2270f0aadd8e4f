"""What commands print."""

from dataclasses import replace

import pytest

from inspector.cli.output import line_of, size_text, visible
from inspector.core.response import By, Response
from inspector.core.verdict import Judgement
from tests.captures import capture_of, head_of


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 B"), (999, "999 B"), (1000, "1.0 KB"), (2_130_000, "2.1 MB"), (5 * 10**15, "5000.0 TB")]
)
def test_sizes(size: int, text: str) -> None:
    """Sizes are in decimal units, as the window shows them."""
    assert size_text(size) == text


def test_what_could_steer_a_terminal_is_a_mark() -> None:
    """Control characters and bidirectional marks become visible; letters of any language stay."""
    assert visible("Zoë \x1b[31m\u202egnp.exe") == r"Zoë \x1b[31m\u202egnp.exe"


@pytest.mark.parametrize(
    ("by", "words"),
    [("handshake", "[handshake answered]"), ("default", "[handshake not answered]"), (None, "[handshake]")],
)
def test_a_handshake_is_marked(by: By | None, words: str) -> None:
    """With whether it got its own answer; an imported one has none on record."""
    plain = capture_of(head_of(b"POST / HTTP/1.1"))
    asked = replace(plain, judgement=Judgement(handshake="challenge"), response=None if by is None else Response(by=by))

    assert words in line_of(asked)
    assert "handshake" not in line_of(plain)
