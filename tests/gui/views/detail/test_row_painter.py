"""One row is laid out and painted."""

import pytest
from PySide6.QtGui import QImage, QPainter

from inspector.bodies.lines import Row
from inspector.bodies.shown import Language
from inspector.gui import theme
from inspector.gui.views.detail.row_painter import CACHED, RowPainter


@pytest.fixture
def painter(qapp: object) -> RowPainter:
    """For JSON."""
    painter = RowPainter()
    painter.restyle(theme.mono_font())
    painter.begin("json", ("token",))
    return painter


def painted(row_painter: RowPainter, row: Row, chosen: tuple[int, int] | None = None) -> set[str]:
    image = QImage(400, 30, QImage.Format.Format_RGB32)
    image.fill(theme.tokens().bg)
    with QPainter(image) as painter:
        row_painter.paint(painter, row, 0, 0, chosen, None)
        row_painter.paint_numbers(painter, [row], 30)
    return {image.pixelColor(x, y).name() for x in range(400) for y in range(30)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paints_colours_and_selection(qapp: object, painter: RowPainter, scheme: theme.Choice) -> None:
    """A key in its colour, what is selected on its ground."""
    theme.apply(qapp, scheme)  # type: ignore[arg-type]
    painter.restyle(theme.mono_font())
    row = Row('"kkkkkkkk": "value"', 1)

    assert theme.tokens().key.name() in painted(painter, row)
    assert theme.tokens().hit.name() not in painted(painter, row)
    assert theme.tokens().hit.name() in painted(painter, row, (0, 5))


def test_characters_and_places_belong_together(painter: RowPainter) -> None:
    """The place of a character leads back to it, with wide letters and marks too."""
    row = Row('"日本語\u202e": "ü", 1', 7)
    for column in range(len(row.text) + 1):
        assert column == painter.column_at(row, painter.x_of(row, column))


def test_hides_and_keeps_the_length(painter: RowPainter) -> None:
    """The value of a secret key is dots, as many as it has characters."""
    row = Row('"token": "abc"', 1)

    assert '"token": "•••"' == painter.layout(row).text()


def test_numbers_have_room(painter: RowPainter) -> None:
    """More lines need a wider column, a dump none."""
    narrow = painter.gutter
    painter.make_room(1_000_000)
    assert painter.gutter > narrow
    painter.begin("hex", ())

    assert painter.gutter < narrow


def test_keeps_a_bounded_number_of_layouts(painter: RowPainter) -> None:
    """Scrolling through millions of rows does not fill the memory."""
    for number in range(CACHED * 2):
        painter.layout(Row(str(number), number))

    assert CACHED == len(painter._layouts)


@pytest.mark.parametrize(
    ("text", "column", "word"),
    [("one two", 5, "two"), ('"id": 1.5e3,', 8, "1.5e3"), ("a  b", 1, "  "), ("end", 3, ""), ("", 0, "")],
)
def test_words(painter: RowPainter, text: str, column: int, word: str) -> None:
    """A double click takes a name, a number or the space between."""
    start, end = painter.word(text, column)

    assert word == text[start:end]


@pytest.mark.parametrize("language", ["json", "xml", "text", "hex", "form"])
def test_every_language_is_painted(painter: RowPainter, language: Language) -> None:
    """Any row in any language, empty ones too."""
    painter.begin(language, ())
    for text in ("", "<a b='c'>", "{", "00000000  00"):
        assert painted(painter, Row(text, None))
