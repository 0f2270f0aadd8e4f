"""Rows as pictures."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.row_pictures import RowPictures
from inspector.gui.views.captures_table import CapturesTable
from tests.gui.stage import FACES, colours, model_of, row


def pictures_of(qtbot: QtBot, count: int = 3) -> tuple[CapturesTable, RowPictures]:
    """A table over captures, and a painter of its rows."""
    table = CapturesTable(model_of(range(count, 0, -1)), faces=FACES)
    qtbot.addWidget(table)
    table.resize(1000, 300)
    table.show()
    return table, RowPictures(table.captures, table.horizontalHeader(), FACES)


def key(pictures: RowPictures, place: int, *, selected: bool = False) -> int:
    """Which picture stands for a row."""
    return pictures.picture(place, height=28, selected=selected, pixel_ratio=1.0).cacheKey()


def test_a_row_is_painted_once_while_nothing_in_it_changes(qtbot: QtBot) -> None:
    """The same picture is used until the summary, the selection or the columns change."""
    table, pictures = pictures_of(qtbot)
    first = key(pictures, 0)

    assert key(pictures, 0) == first
    assert key(pictures, 0, selected=True) != first

    first = key(pictures, 0)
    table.captures.cache.put([row(3, signature="invalid")])

    assert key(pictures, 0) != first

    first = key(pictures, 0)
    table.setColumnWidth(0, 90)

    assert key(pictures, 0) != first


def test_the_day_stands_where_it_changes(qtbot: QtBot) -> None:
    """The first row of another day is painted otherwise than one of the same day."""
    table, pictures = pictures_of(qtbot)
    before = key(pictures, 1)

    table.captures.cache.put([row(3, received_at=row(2).received_at + timedelta(days=2))])

    assert key(pictures, 1) != before


def test_rows_are_painted_in_the_colours_of_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    """After a change of the theme no colour of the other one is left in the list."""
    table, _ = pictures_of(qtbot)
    light, light_text = theme.tokens().bg.name(), theme.tokens().text.name()

    assert {light, light_text} <= colours(table.viewport())

    theme.apply(qapp, "dark")
    dark = colours(table.viewport())

    assert {theme.tokens().bg.name(), theme.tokens().text.name()} <= dark
    assert not {light, light_text} & dark


def test_a_failure_has_a_red_edge_and_a_selected_row_an_accent_edge(qtbot: QtBot) -> None:
    """The edge is three pixels at the left of the row."""
    table, pictures = pictures_of(qtbot)
    table.captures.cache.put([row(3, signature="invalid")])

    def edge(*, selected: bool) -> str:
        picture = pictures.picture(0, height=28, selected=selected, pixel_ratio=1.0)
        return picture.toImage().pixelColor(1, 12).name()

    assert edge(selected=False) == theme.tokens().invalid.name()
    assert edge(selected=True) == theme.tokens().accent.name()
