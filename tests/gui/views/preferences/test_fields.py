"""Fields whose value counts at once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.views.preferences.fields import ChoiceField, Field, KeysField, ListField, SwitchField, TextField
from tests.gui.stage import is_front
from tests.gui.views.preferences.test_values import preference


def wanted_of(field: Field, qtbot: QtBot) -> list[object]:
    """What a field asks for from now on."""
    qtbot.addWidget(field)
    wanted: list[object] = []
    field.wanted.connect(wanted.append)
    return wanted


def test_a_text_counts_at_enter_or_when_it_is_left(qtbot: QtBot) -> None:
    """Not with every letter; the same value again is no change."""
    field = TextField(preference("port"))
    wanted = wanted_of(field, qtbot)
    field.show_value(8765)

    field.line.selectAll()
    QTest.keyClicks(field.line, "9000")
    assert wanted == []
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert wanted == [9000]
    field.show_value(9000)
    field.line.selectAll()
    QTest.keyClicks(field.line, "09000")
    field.line.editingFinished.emit()
    assert wanted == [9000]
    assert field.line.text() == "9000"


def test_what_cannot_be_is_marked_and_taken_back_with_escape(qtbot: QtBot) -> None:
    """Only the next Esc reaches the dialog."""
    dialog = QDialog()
    field = TextField(preference("max_body"), dialog)
    QVBoxLayout(dialog).addWidget(field)
    qtbot.addWidget(dialog)
    wanted = wanted_of(field, qtbot)
    wrong: list[str] = []
    field.wrong.connect(wrong.append)
    field.show_value(1024)
    dialog.open()

    QTest.keyClicks(field.line, " lots")
    QTest.keyClick(field.line, Qt.Key.Key_Enter)
    field.show_wrong(True)
    assert wanted == []
    assert "Write a size" in wrong[-1]
    assert field.line.property("invalid") is True
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert (field.line.text(), wrong[-1], dialog.isVisible()) == ("1 KB", "", True)
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_is_being_typed_is_not_overwritten(qtbot: QtBot) -> None:
    """A change from outside waits until the field is left."""
    window = QWidget()
    field = TextField(preference("target"), window)
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: is_front(window))
    field.line.setFocus()
    field.show_value("")
    QTest.keyClicks(field.line, "local")
    field.show_value("3000")

    assert field.line.text() == "local"


def test_choices_switches_lists_and_keys(qtbot: QtBot) -> None:
    """Each shows its value and asks for another."""
    choice, switch = ChoiceField(preference("theme")), SwitchField(preference("single_keys"))
    several, keys = ListField(preference("recent_targets")), KeysField(preference("keys"))
    choices, switches, lists = (wanted_of(field, qtbot) for field in (choice, switch, several))
    wanted_of(keys, qtbot)

    choice.show_value("light")
    assert choice.box.currentText() == "Light"
    choice.box.activated.emit(2)
    switch.show_value(True)
    switch.box.click()
    several.show_value(("a", "b", "c"))
    assert not several.remove.isEnabled()
    several.list.setCurrentRow(1)
    several.remove.click()
    several.clear.click()
    several.show_value(())
    keys.show_value(("pin=Ctrl+P", "close="))
    with qtbot.waitSignal(keys.editor_wanted):
        keys.button.click()

    assert (choices, switches, lists) == (["dark"], [False], [("a", "c"), ()])
    assert not several.clear.isEnabled()
    assert keys.button.text() == "Keys… (2 changed)"
