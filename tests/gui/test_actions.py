"""Commands as actions: menus, keys, and what is enabled."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from inspector.gui.actions import described, menu_of
from inspector.gui.commands.registry import COMMANDS, find
from inspector.gui.models.columns import COLUMNS
from tests.gui.commands.conftest import Stage, stage

__all__ = ["stage"]


def entries(menu: QMenu) -> list[str]:
    """Every entry of a menu and of those below it."""
    found: list[str] = []
    for action in menu.actions():
        below = action.menu()
        found += entries(below) if isinstance(below, QMenu) else [action.text()]
    return found


def test_every_command_is_in_the_menu_bar(stage: Stage) -> None:
    """What can be done can be found there."""
    menus = [action.menu() for action in stage.window.menuBar().actions()]
    found = [text.split("\t")[0] for menu in menus if isinstance(menu, QMenu) for text in entries(menu)]

    assert [command.text for command in COMMANDS if command.text not in found] == []


def test_what_needs_a_selection_waits_for_one(stage: Stage) -> None:
    """Nothing can be removed or resent before something is chosen."""
    actions = stage.desktop.actions.by_name
    assert not actions["remove"].isEnabled()
    assert actions["export-all"].isEnabled()

    stage.select(5)
    assert actions["remove"].isEnabled()


def test_letters_act_in_the_list_and_not_while_typing(stage: Stage) -> None:
    """The same key selects the next capture, or is part of a word."""
    stage.window.activateWindow()
    stage.do(stage.window.table.setFocus)
    stage.loop.until(stage.window.table.hasFocus)
    stage.do(lambda: QTest.keyClick(stage.window.table, Qt.Key.Key_J))
    assert stage.window.table.current_id() == 9

    stage.do(stage.window.focus_filter)
    stage.loop.until(stage.window.toolbar.filter.hasFocus)
    stage.do(lambda: QTest.keyClicks(stage.window.toolbar.filter, "jk"))
    assert stage.window.toolbar.filter.text() == "jk"
    assert stage.window.table.current_id() == 9


def test_a_key_with_control_acts_everywhere(stage: Stage) -> None:
    """Also while a filter is written."""
    stage.window.activateWindow()
    stage.do(stage.window.focus_filter)
    stage.loop.until(stage.window.toolbar.filter.hasFocus)
    key, control = Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier
    stage.do(lambda: QTest.keyClick(stage.window.toolbar.filter, key, control))

    assert QGuiApplication.clipboard().text() == "http://127.0.0.1:8765"


def test_the_menu_of_a_row_filters_by_its_value(stage: Stage) -> None:
    """For it and without it; what has no value offers neither."""
    stage.select(9)
    place = [column.name for column in COLUMNS].index("provider")
    stage.do(lambda: stage.desktop.actions.open_row_menu(QPoint(0, 0), place))
    menu = stage.desktop.actions.row_menu
    by_text: dict[str, QAction] = {action.text(): action for action in menu.actions()}
    assert "Filter for provider:github" in by_text
    assert {"Resend", "Remove"} <= set(by_text)

    stage.do(by_text["Filter out provider:github"].trigger)
    stage.do(menu.close)
    stage.loop.until(lambda: stage.window.model.rowCount() == 6)
    assert stage.window.toolbar.filter.text() == "-provider:github"


def test_a_command_is_described_with_its_submenu_and_menu() -> None:
    """For the sheet of keys and the palette."""
    assert (described(find("copy-curl")), menu_of(find("copy-curl"))) == ("Copy as: cURL (bash)", "Edit")
    assert described(find("resend")) == "Resend"
