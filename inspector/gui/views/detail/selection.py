"""A selection in rows of text: two places, and the text between them."""

from dataclasses import dataclass
from typing import NamedTuple

from inspector.bodies.lines import Lines

MOST = 16 * 1024 * 1024
"""Most characters that are copied at once."""

PAGE = 2_000


class Place(NamedTuple):
    """Between two characters of a row."""

    row: int
    column: int


BEGINNING = Place(0, 0)


@dataclass(slots=True)
class Selection:
    """From where it began to where the cursor is."""

    anchor: Place = BEGINNING
    cursor: Place = BEGINNING

    @property
    def start(self) -> Place:
        """The earlier end."""
        return min(self.anchor, self.cursor)

    @property
    def end(self) -> Place:
        """The later end."""
        return max(self.anchor, self.cursor)

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.cursor

    def move(self, place: Place, *, keep: bool) -> None:
        """Set the cursor; with `keep` the other end stays where it was."""
        self.cursor = place
        if not keep:
            self.anchor = place

    def columns(self, row: int, length: int) -> tuple[int, int] | None:
        """The selected part of a row as (start, end), one more than its length where the line end is selected too."""
        if self.empty or not self.start.row <= row <= self.end.row:
            return None
        begin = self.start.column if row == self.start.row else 0
        return begin, (self.end.column if row == self.end.row else length + 1)

    def text(self, lines: Lines) -> str:
        """The selected text as it stands in the body; pieces of one line are joined. Cut at 16 million characters."""
        parts: list[str] = []
        size = 0
        for first in range(self.start.row, self.end.row + 1, PAGE):
            for offset, row in enumerate(lines.read(first, min(PAGE, self.end.row + 1 - first))):
                begin, end = self.columns(first + offset, len(row.text)) or (0, 0)
                if parts and row.number is not None:
                    parts.append("\n")
                parts.append(row.text[begin:end])
                size += len(row.text)
            if size > MOST:
                break
        return "".join(parts)
