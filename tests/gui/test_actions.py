"""Commands as actions: menus, keys, and what is enabled."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from inspector.core.messages import ChangeSettings
from inspector.gui.actions import described, menu_of
from inspector.gui.commands.registry import COMMANDS, find
from inspector.gui.models.columns import COLUMNS
from inspector.gui.models.keys_model import KEYS
from inspector.gui.views.keys_dialog import KeysDialog
from inspector.gui.views.palette import Palette
from tests.gui.commands.conftest import Stage, stage
from tests.gui.stage import is_front

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
    stage.loop.until(lambda: is_front(stage.window))
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
    stage.loop.until(lambda: is_front(stage.window))
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


def test_keys_that_the_user_changed_count_at_once(stage: Stage) -> None:
    """The sheet shows them, the old key does nothing, and what cannot be used is told."""
    pin = stage.desktop.actions.by_name["pin"]
    stage.do(lambda: stage.desk.habits.choose_keys(("pin=Ctrl+B", "note=Ctrl+D")))

    assert [key.toString() for key in pin.shortcuts()] == ["Ctrl+B"]
    assert [key.toString() for key in stage.desktop.actions.by_name["note"].shortcuts()] == ["N"]
    assert "Delete in text fields" in stage.window.notices.notices()[-1].text
    stage.loop.until(lambda: stage.engine.asked)


def test_a_key_is_changed_in_the_sheet(stage: Stage) -> None:
    """From the dialog to the settings, and back to the dialog."""
    stage.press("keys")
    dialog = stage.window.findChild(KeysDialog)
    assert dialog is not None
    keys = dict(stage.desktop.actions.bindings.keys) | {"pin": ("F9",)}
    stage.do(lambda: dialog.wanted.emit(keys))
    stage.loop.until(lambda: stage.engine.asked)

    assert stage.engine.asked == [ChangeSettings(values=(("keys", ("pin=F9",)),))]
    assert [key.toString() for key in stage.desktop.actions.by_name["pin"].shortcuts()] == ["F9"]
    dialog.search.setText("pin or unpin")
    assert dialog.rows.index(0, KEYS).data() == "F9"
    stage.do(lambda: dialog.letters_wanted.emit(False))
    assert not stage.desk.habits.settings.single_keys
    stage.loop.until(lambda: len(stage.engine.asked) == 2)
    stage.do(dialog.reject)


def test_the_palette_offers_what_was_used_last_first(stage: Stage) -> None:
    """Then what has a key; what cannot be done now is at the bottom."""
    stage.press("copy-url")
    stage.press("palette")
    palette = stage.window.findChild(Palette)
    assert palette is not None
    offers = [palette.rows.offer_at(row) for row in range(palette.rows.rowCount())]
    assert offers[0].name == "copy-url"
    assert offers[0].keys == "Ctrl+L"
    assert not offers[-1].enabled
    assert {offer.name for offer in offers} == {one.name for one in COMMANDS} - {"palette"}

    stage.do(lambda: palette.wanted.emit("theme-dark"))
    assert stage.desktop.actions.by_name["theme-dark"].isChecked()
    stage.press("palette")
    assert palette.isHidden()
    stage.loop.until(lambda: stage.engine.asked)
