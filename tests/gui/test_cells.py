"""What stands in the cells of the list."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from inspector.gui import theme
from inspector.gui.cells import cells, fallback, without_addition
from inspector.gui.models.columns import COLUMNS
from inspector.gui.row_style import RowStyle, blank
from tests.gui.stage import FACES, row


def test_a_request_of_nobody_shows_what_was_asked_for() -> None:
    """The event column is never empty."""
    assert fallback(row(content_type="text/plain")) == "POST text/plain"
    assert fallback(row(malformed=True)) == "not readable as HTTP"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Dropbox Sign (HelloSign)", "Dropbox Sign"),
        ("Google Pub/Sub push / OIDC", "Google Pub/Sub push"),
        ("GitHub", "GitHub"),
    ],
)
def test_a_long_name_is_shown_without_its_addition(name: str, short: str) -> None:
    """What stands in parentheses or behind a slash goes before anything is cut."""
    assert without_addition(name) == short


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_every_cell_paints_inside_its_area(qapp: QApplication, column: object) -> None:
    """No cell paints over its neighbours, however long a sender's text is."""
    one = next(known for known in COLUMNS if known is column)
    long = "<b>valid</b>\u202e" * 500
    summary = row(event=long, gist=long, target=long, provider=long, host=long, method=long, note=long, repeat="retry")
    style = RowStyle(1.0)
    pixels = blank(300, 30, 1.0)
    painter = QPainter(pixels)
    cells(FACES)[one.paint](painter, QRect(100, 0, 100, 30), style, one, summary)
    painter.end()
    image = pixels.toImage()

    painted = {x for x in range(300) for y in range(30) if image.pixelColor(x, y).alpha() > 40}

    assert painted
    assert min(painted) >= 98
    assert max(painted) <= 202


def test_a_failure_is_painted_red_and_a_good_one_green(qapp: QApplication) -> None:
    """The colours on the screen are those of the tokens."""
    column = next(one for one in COLUMNS if one.name == "signature")
    found = {}
    for status in ("valid", "invalid"):
        pixels = blank(100, 28, 1.0)
        pixels.fill(theme.tokens().bg)
        painter = QPainter(pixels)
        cells(FACES)["verdict"](painter, QRect(0, 0, 100, 28), RowStyle(1.0), column, row(signature=status))
        painter.end()
        image = pixels.toImage()
        found[status] = {image.pixelColor(x, y).name() for x in range(100) for y in range(28)}

    assert theme.tokens().valid.name() in found["valid"]
    assert theme.tokens().invalid.name() in found["invalid"]
    assert theme.tokens().invalid.name() not in found["valid"]
