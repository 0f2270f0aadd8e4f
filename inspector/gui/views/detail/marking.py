"""Where a byte of a text stands among the rows that are shown."""

from codecs import BOM_UTF8

from inspector.bodies.lines import Lines
from inspector.bodies.text import Bytes
from inspector.gui.views.detail.selection import Place

AT_ONCE = 200
"""Rows that are read in one step."""

SECONDS = 0.1
"""For which rows are read ahead; values are looked for in small bodies only."""


def place_of(lines: Lines, content: Bytes, offset: int) -> Place | None:
    """The row and the character of a byte in a text of UTF-8; None where that row is not known yet."""
    before = content[:offset]
    start = before.rfind(b"\n") + 1
    column = len(before[start:].decode("utf-8", "replace"))
    if start == 0 and before.startswith(BOM_UTF8):
        column -= 1
    number = before.count(b"\n") + 1
    lines.grow(SECONDS)
    if number > lines.lines:
        return None
    row = lines.row_of_line(number)
    while rows := lines.read(row, AT_ONCE):
        for one in rows:
            if column <= len(one.text):
                return Place(row, column)
            column -= len(one.text)
            row += 1
    return None
