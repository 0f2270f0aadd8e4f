"""A byte of a body is found among the rows."""

import pytest

from inspector.bodies.lines import Lines
from inspector.bodies.text import TextSource
from inspector.gui.views.detail.marking import place_of

LONG = b"x" * 2_500
TEXT = "\ufeffé1\nzwei\r\n".encode() + LONG + "ö!\n".encode() + LONG * 60


@pytest.mark.parametrize("needle", ["1\nz", "wei", "ö!", "!", "xx"])
def test_rows_and_characters(needle: str) -> None:
    """Also behind accents, a byte order mark, and lines that take several rows or blocks."""
    lines = Lines(TextSource(TEXT, "utf-8-sig"))
    offset = TEXT.index(needle.encode())
    place = place_of(lines, TEXT, offset)

    assert place is not None
    [row] = lines.read(place.row, 1)
    assert row.text[place.column :].startswith(needle.partition("\n")[0])


def test_inside_of_a_very_long_line() -> None:
    """The row is counted through blocks that begin in the middle of the line."""
    content = b'{"a":"' + b"y" * 150_000 + b'","b":"here"}'
    lines = Lines(TextSource(content))
    place = place_of(lines, content, content.index(b"here"))

    assert place is not None
    assert lines.read(place.row, 1)[0].text[place.column :].startswith("here")
