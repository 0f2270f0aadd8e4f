"""Bytes as hex digits and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.gui.views.editing.hex_text import hex_bytes, hex_lines, hex_problem, line_bytes, readable


@given(st.binary(max_size=200))
def test_bytes_come_back(content: bytes) -> None:
    """Sixteen a line."""
    text = hex_lines(content)

    assert hex_bytes(text) == content
    assert all(len(line.split()) <= 16 for line in text.split("\n"))
    assert hex_problem(text) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("00 0g", "Line 1, column 5: “g” is no hex digit."),
        ("00 01\n0", "Line 2, column 1: “0” is half a byte; each byte has two hex digits."),
        ("00 012 03", "Line 1, column 6: “2” is half a byte; each byte has two hex digits."),
        ("00 ä", "Line 1, column 4: “ä” is no hex digit."),
    ],
)
def test_the_first_wrong_place_is_named(text: str, said: str) -> None:
    """With its line and column."""
    assert hex_problem(text) == said
    assert hex_bytes(text) is None


def test_digits_may_stand_in_any_way() -> None:
    """Without spaces, in capitals, over lines of any length."""
    assert hex_bytes("00FF aA\n\n  01") == b"\x00\xff\xaa\x01"


def test_a_line_alone() -> None:
    """What cannot be read counts as none, and shows as none."""
    assert line_bytes("41 00 42") == b"A\0B"
    assert line_bytes("4") == b""
    assert readable(b"A\0B\xff") == "A.B."
