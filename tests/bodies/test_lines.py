"""Rows of large texts, made when they are looked at."""

from inspector.bodies.lines import Lines, Row, whole
from inspector.bodies.text import TextSource


def lines_of(content: bytes) -> Lines:
    lines = Lines(TextSource(content))
    while lines.grow(1):
        pass
    return lines


def found(lines: Lines, needle: str, row: int, column: int, *, backwards: bool = False) -> list[tuple[int, int]]:
    return [place for place in lines.search(needle, row, column, backwards=backwards) if place is not None]


BODY = b"\n".join(b"row %d of many" % number for number in range(30_000))


def test_reads_any_part() -> None:
    """Rows come from the middle as from the beginning, over the borders of blocks."""
    lines = lines_of(BODY)

    assert [Row(f"row {number} of many", number + 1) for number in range(3_700, 13_700)] == lines.read(3_700, 10_000)
    assert 30_000 == lines.rows


def test_gives_what_there_is() -> None:
    """Asked for more rows than there are, it gives those that are there."""
    assert [Row("row 29999 of many", 30_000)] == lines_of(BODY).read(29_999, 50)
    assert [] == lines_of(BODY).read(40_000, 5)


def test_finds_the_row_of_a_line() -> None:
    """A line number leads to its row, also behind lines that take several rows."""
    lines = lines_of(b"a\n" + b"x" * 5_000 + b"\nb")

    assert [0, 1, 6] == [lines.row_of_line(number) for number in (1, 2, 3)]


def test_searches_onwards_and_round_again() -> None:
    """The next place is found in any case, and after the last one the first."""
    lines = lines_of(BODY)

    assert [(29_999, 0)] == found(lines, "ROW 29999", 5, 0)
    assert [(5, 0)] == found(lines, "row 5 of", 29_999, 0)


def test_searches_backwards() -> None:
    """The place before is found, and before the first one the last."""
    lines = lines_of(BODY)

    assert [(4, 0)] == found(lines, "row", 5, 0, backwards=True)
    assert [(29_999, 0)] == found(lines, "row", 0, 0, backwards=True)


def test_finds_the_same_place_again() -> None:
    """Where there is only one, it is found again from itself."""
    assert [(1, 0)] == found(lines_of(b"a\nb\nc"), "b", 1, 0)


def test_finds_nothing() -> None:
    """Where there is none, the search ends."""
    assert [] == found(lines_of(BODY), "no such thing", 0, 0)
    assert [] == found(lines_of(BODY), "", 0, 0)


def test_finds_across_the_pieces_of_a_long_line() -> None:
    """A word on the border of two rows of one line is found."""
    assert [(0, 998)] == found(lines_of(b"x" * 998 + b"needle" + b"y" * 50), "needle", 0, -1)


def test_finds_what_is_not_ascii() -> None:
    """Letters of any script are found in any case."""
    assert [(1, 2)] == found(lines_of("eins\nzwÖlf".encode()), "ölf", 0, 0)


def test_whole_gives_the_text_back() -> None:
    """All rows together are the text, long lines too."""
    text = "a\n\n" + "b" * 3_000 + "\nc\n"

    assert text == whole(TextSource(text.encode()))
