"""Rows of a text of any size: only block borders are kept, and the rows of a block are made when they are looked at.

A source cuts its bytes into blocks that begin with a row of their own. Cutting is quick and comes in slices, so that
the first screen stands at once and no step takes longer than a few milliseconds.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import NamedTuple, Protocol

LONGEST = 1_000
"""Most characters of a row; longer lines go on in the next row, which then has no number."""

CACHED = 48
"""Blocks whose rows are kept."""


class Row(NamedTuple):
    """One row, and the number of its line; None where it continues the line above."""

    text: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the bytes and the rows that it makes.

    `state` is the source's own: what it needs to begin in the middle.
    """

    start: int
    end: int
    rows: int
    lines: int
    state: int = 0


class Source(Protocol):
    """Bytes that are read block by block."""

    def blocks(self) -> Iterator[Block]:
        """Cut the bytes into blocks from the first to the last; each step takes a few milliseconds at most."""
        ...

    def texts(self, block: Block) -> list[tuple[str, bool]]:
        """The rows of a block: text, and whether a new line begins with it."""
        ...

    def may_hold(self, block: Block, needle: str) -> bool:
        """False where it is certain, without making the rows, that none holds the needle (in lower case)."""
        ...


class Lines:
    """The rows of a source, as far as they are known by now."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._coming = source.blocks()
        self._blocks: list[Block] = []
        self._first_rows: list[int] = []
        self._first_lines: list[int] = []
        self._cache: OrderedDict[int, list[Row]] = OrderedDict()
        self.rows = 0
        self.lines = 0
        self.finished = False

    def grow(self, seconds: float) -> bool:
        """Learn of more rows for about that long; True while there is more to come."""
        until = perf_counter() + seconds
        while not self.finished:
            block = next(self._coming, None)
            if block is None:
                self.finished = True
                break
            self._blocks.append(block)
            self._first_rows.append(self.rows)
            self._first_lines.append(self.lines)
            self.rows += block.rows
            self.lines += block.lines
            if perf_counter() >= until:
                break
        return not self.finished

    def read(self, first: int, count: int) -> list[Row]:
        """The rows from `first` on that are known, at most `count`."""
        rows: list[Row] = []
        last = min(first + count, self.rows)
        while first < last:
            at = bisect_right(self._first_rows, first) - 1
            start = first - self._first_rows[at]
            part = self._rows_of(at)[start : start + last - first]
            if not part:
                break
            rows += part
            first += len(part)
        return rows

    def row_of_line(self, number: int) -> int:
        """The row with which a line begins, for lines that are known."""
        at = max(0, bisect_right(self._first_lines, number - 1) - 1)
        if not self._blocks:
            return 0
        for offset, row in enumerate(self._rows_of(at)):
            if row.number == number:
                return self._first_rows[at] + offset
        return self._first_rows[at]

    def search(
        self, needle: str, row: int, column: int, *, backwards: bool = False
    ) -> Iterator[tuple[int, int] | None]:
        """Look for text in any case, from behind (or before) a place on, and round again at the end.

        Gives None after each block that was looked through, so that the caller can pause, and at last row and
        character of the place that was found; nothing more comes then, and nothing where there is none.
        """
        wanted = needle.lower()
        if not wanted or not self._blocks:
            return
        begin = max(0, bisect_right(self._first_rows, row) - 1)
        total = len(self._blocks)
        for turn in range(total + 1):
            at = (begin - turn if backwards else begin + turn) % total
            places = self._places(at, wanted)
            if turn == 0:
                places = [place for place in places if (place < (row, column) if backwards else place > (row, column))]
            if places:
                yield places[-1] if backwards else places[0]
                return
            yield None

    def _places(self, at: int, wanted: str) -> list[tuple[int, int]]:
        if not self.source.may_hold(self._blocks[at], wanted):
            return []
        rows = self._rows_of(at)
        places: list[tuple[int, int]] = []
        for offset, row in enumerate(rows):
            text = row.text
            if offset + 1 < len(rows) and rows[offset + 1].number is None:
                text += rows[offset + 1].text[: len(wanted) - 1]
            lowered = text.lower()
            found = lowered.find(wanted)
            while found >= 0 and len(lowered) == len(text):
                places.append((self._first_rows[at] + offset, found))
                found = lowered.find(wanted, found + len(wanted))
        return places

    def _rows_of(self, at: int) -> list[Row]:
        rows = self._cache.get(at)
        if rows is None:
            number = self._first_lines[at]
            rows = []
            for text, begins in self.source.texts(self._blocks[at]):
                number += begins
                rows.append(Row(text, number if begins else None))
            self._cache[at] = rows
            if len(self._cache) > CACHED:
                self._cache.popitem(last=False)
        else:
            self._cache.move_to_end(at)
        return rows


def whole(source: Source) -> str:
    """All rows as one text, for a body of a few megabytes at most; long lines are whole again."""
    parts: list[str] = []
    for block in source.blocks():
        for text, begins in source.texts(block):
            if begins and parts:
                parts.append("\n")
            parts.append(text)
    return "".join(parts)


def pieces(text: str) -> list[tuple[str, bool]]:
    """One line as rows that are not too long."""
    if len(text) <= LONGEST:
        return [(text, True)]
    return [(text[start : start + LONGEST], start == 0) for start in range(0, len(text), LONGEST)]
