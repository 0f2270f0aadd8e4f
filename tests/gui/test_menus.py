"""The menu bar and the menu of a row, as they are filled."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from inspector.gui.commands.registry import BELOW, COMMANDS, LINE, ROW_EXPORTS, ROW_MENU, find
from inspector.gui.models.columns import COLUMNS
from tests.gui.commands.conftest import Stage, stage

__all__ = ["stage"]


def column(name: str) -> int:
    """The place of a column."""
    return [one.name for one in COLUMNS].index(name)


def opened(stage: Stage, place: int) -> list[QAction]:
    """The entries of a row's menu for the cell in a column."""
    stage.do(lambda: stage.desktop.actions.open_row_menu(QPoint(0, 0), place))
    entries = stage.desktop.actions.row_menu.actions()
    stage.do(stage.desktop.actions.row_menu.hide)
    return entries


def names(entries: list[QAction]) -> list[str]:
    """Names of commands, titles of submenus, and lines."""
    return [
        LINE if one.isSeparator() else BELOW + one.text() if one.menu() is not None else str(one.data())
        for one in entries
    ]  # fmt: skip


def test_the_menu_of_a_row_stands_in_its_order(stage: Stage) -> None:
    """For a cell that no filter knows, every value of the row is offered below."""
    stage.select(9)

    assert names(opened(stage, column("size"))) == list(ROW_MENU)


def test_a_cell_that_a_filter_knows_is_offered_itself(stage: Stage) -> None:
    """In the place of the two submenus."""
    stage.select(9)
    found = names(opened(stage, column("event")))

    assert found[ROW_MENU.index(BELOW + "Filter for")] == "filter-for-event"
    assert found[ROW_MENU.index(BELOW + "Filter out")] == "filter-out-event"


def test_export_on_a_row_is_about_the_row(stage: Stage) -> None:
    """Not about everything."""
    stage.select(9)
    export = next(one.menu() for one in opened(stage, 0) if one.text() == "Export")
    assert isinstance(export, QMenu)

    assert tuple(str(one.data()) for one in export.actions()) == ROW_EXPORTS


@pytest.mark.parametrize("name", [one for one in ROW_MENU if one != LINE and not one.startswith(BELOW)])
def test_what_a_row_offers_is_a_command(name: str) -> None:
    """So it has a key, if the user wants one, and stands in the bar and the palette."""
    assert find(name) in COMMANDS
