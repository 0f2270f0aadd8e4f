"""Selections and their text."""

import pytest

from inspector.bodies.lines import Lines
from inspector.bodies.text import TextSource
from inspector.gui.views.detail import selection
from inspector.gui.views.detail.selection import Place, Selection


def lines_of(content: bytes) -> Lines:
    lines = Lines(TextSource(content))
    while lines.grow(1):
        pass
    return lines


def test_has_a_beginning_and_an_end() -> None:
    """Whichever way it was made."""
    chosen = Selection(Place(5, 2), Place(3, 9))

    assert (Place(3, 9), Place(5, 2), False) == (chosen.start, chosen.end, chosen.empty)


@pytest.mark.parametrize(("row", "columns"), [(2, None), (3, (9, 21)), (4, (0, 21)), (5, (0, 2)), (6, None)])
def test_knows_its_part_of_a_row(row: int, columns: tuple[int, int] | None) -> None:
    """From its start, whole rows with their line ends, to its end."""
    assert columns == Selection(Place(3, 9), Place(5, 2)).columns(row, 20)


@pytest.mark.parametrize("backwards", [False, True])
def test_gives_the_text(backwards: bool) -> None:
    """With line breaks between lines, and none inside of a line that takes several rows."""
    ends = (Place(0, 1), Place(4, 2))
    chosen = Selection(*reversed(ends)) if backwards else Selection(*ends)

    assert "bc\n" + "x" * 2_500 + "\nde" == chosen.text(lines_of(b"abc\n" + b"x" * 2_500 + b"\ndef"))


def test_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A selection of gigabytes does not fill the memory."""
    monkeypatch.setattr(selection, "MOST", 10_000)
    lines = lines_of(b"ten bytes\n" * 50_000)

    assert len(Selection(Place(0, 0), Place(50_000, 0)).text(lines)) < 100_000
