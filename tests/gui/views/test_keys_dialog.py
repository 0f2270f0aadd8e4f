"""The sheet of keys, where they are changed."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.gui.bindings import Bindings
from inspector.gui.models.keys_model import KEYS, KeyRow
from inspector.gui.views.key_field import KeyField
from inspector.gui.views.keys_dialog import KeysDialog
from tests.gui.stage import is_front

ROWS = [
    KeyRow(name="pin", title="Pin", path="Capture"),
    KeyRow(name="resend", title="Resend", path="Capture"),
    KeyRow(name="", title="Next row", path="List", fixed=("Down",)),
]
USUAL: Mapping[str, tuple[str, ...]] = {"pin": ("Ctrl+P", "M"), "resend": ("Ctrl+R",)}
CONTROL = Qt.KeyboardModifier.ControlModifier


class Sheet:
    """The dialog with whoever takes its wishes."""

    def __init__(self, qtbot: QtBot) -> None:
        self.dialog = KeysDialog(ROWS, USUAL)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(self.dialog)
        self.qtbot = qtbot
        self.keys: Mapping[str, tuple[str, ...]] = USUAL
        self.dialog.wanted.connect(self.take)
        self.dialog.open()
        self.qtbot.waitUntil(lambda: is_front(self.dialog))

    def take(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Other keys count."""
        self.keys = keys
        self.dialog.show_keys(Bindings(keys=keys))

    def choose(self, row: int) -> None:
        """Go to a row."""
        self.dialog.table.setCurrentIndex(self.dialog.rows.index(row, 0))

    def click(self, text: str) -> None:
        """Press a button."""
        button = next(one for one in self.dialog.findChildren(QPushButton) if one.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
        """Press the new key."""
        field = self.dialog.findChild(KeyField)
        assert field is not None
        self.qtbot.waitUntil(field.hasFocus)
        QTest.keyClick(field, key, modifiers)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    """An open sheet."""
    return Sheet(qtbot)


def test_a_new_key_takes_the_place_of_the_old_ones(sheet: Sheet) -> None:
    """Enter in the row asks for it; it stands there at once."""
    sheet.choose(0)
    sheet.dialog.table.setFocus()
    QTest.keyClick(sheet.dialog.table, Qt.Key.Key_Return)
    sheet.press(Qt.Key.Key_B)

    assert sheet.keys == {"pin": ("Ctrl+B",), "resend": ("Ctrl+R",)}
    assert sheet.dialog.rows.index(0, KEYS).data() == "Ctrl+B"


def test_a_key_is_added_and_all_are_taken_away(sheet: Sheet) -> None:
    """A command may have several keys, or none."""
    sheet.choose(0)
    sheet.click("Add…")
    sheet.press(Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
    added = sheet.keys["pin"]
    sheet.click("No key")

    assert (added, sheet.keys["pin"]) == (("Ctrl+P", "M", "F9"), ())


def test_a_key_of_another_command_is_named_and_taken_only_when_asked(sheet: Sheet) -> None:
    """Until then nothing changes."""
    sheet.choose(0)
    sheet.click("Change…")
    sheet.press(Qt.Key.Key_R)
    assert sheet.keys == USUAL
    assert sheet.dialog.remark == "Ctrl+R also does “Resend”: take it away there?"

    sheet.click("Take it away there")
    assert sheet.keys == {"pin": ("Ctrl+R",), "resend": ()}


def test_a_key_that_no_command_can_have_is_refused_with_the_reason(sheet: Sheet) -> None:
    """The field goes on waiting for another."""
    sheet.choose(0)
    sheet.click("Change…")
    sheet.press(Qt.Key.Key_D)
    assert "Delete in text fields" in sheet.dialog.remark
    assert sheet.keys == USUAL

    sheet.press(Qt.Key.Key_B)
    assert sheet.keys["pin"] == ("Ctrl+B",)


def test_one_or_all_are_set_back(sheet: Sheet) -> None:
    """One whose key another has taken meanwhile asks first."""
    sheet.take({"pin": ("Ctrl+R",), "resend": ()})
    sheet.choose(1)
    sheet.click("Reset")
    assert sheet.keys["resend"] == ()
    sheet.click("Take it away there")
    assert sheet.keys == {"pin": (), "resend": ("Ctrl+R",)}

    sheet.click("Reset all")
    assert sheet.keys == USUAL


def test_keys_of_the_list_itself_stay(sheet: Sheet) -> None:
    """They are shown and have no editor."""
    sheet.choose(2)
    change = next(one for one in sheet.dialog.findChildren(QPushButton) if one.text() == "Change…")

    assert not change.isEnabled()
    sheet.dialog.change()
    assert sheet.dialog.findChild(KeyField) is None


def test_rows_are_searched_and_escape_leaves_first_the_field_then_the_sheet(sheet: Sheet) -> None:
    """By what a command does, or by its key."""
    QTest.keyClicks(sheet.dialog.search, "ctrl+r")
    assert sheet.dialog.rows.rowCount() == 1

    sheet.click("Change…")
    sheet.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    sheet.qtbot.waitUntil(lambda: sheet.dialog.table.indexWidget(sheet.dialog.rows.index(0, KEYS)) is None)
    assert sheet.dialog.isVisible()
    QTest.keyClick(sheet.dialog, Qt.Key.Key_Escape)
    assert not sheet.dialog.isVisible()


def test_the_switch_for_single_letters_is_here_too(sheet: Sheet, qtbot: QtBot) -> None:
    """One switch for all of them."""
    sheet.dialog.show_letters(True)
    with qtbot.waitSignal(sheet.dialog.letters_wanted) as told:
        sheet.dialog.letters.click()

    assert told.args == [False]
