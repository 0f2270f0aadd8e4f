"""One setting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.gui.views.preferences.fields import TextField
from inspector.gui.views.preferences.row import Row
from tests.gui.views.preferences.test_values import preference


@pytest.mark.parametrize(
    ("setting", "value", "usual", "says"),
    [
        ("port", 9000, 8765, "Back to 8765"),
        ("theme", "dark", "system", "Back to “As the system”"),
        ("single_keys", False, True, "Back to On"),
        ("target", "3000", "", "Clear"),
        ("keys", ("pin=",), (), "Back to the usual keys"),
    ],
)
def test_the_way_back_to_the_usual_value(qtbot: QtBot, setting: str, value: object, usual: object, says: str) -> None:
    """It is offered where the value is another, and names what it goes back to."""
    row = Row(preference(setting))
    qtbot.addWidget(row)
    row.show_value(usual)
    assert row.back.isHidden()

    row.show_value(value)
    assert not row.back.isHidden()
    assert row.back.text() == says
    with qtbot.waitSignal(row.wanted) as wanted:
        row.back.click()
    assert wanted.args == [setting, usual]


def test_what_is_wrong_stands_beside_the_field(qtbot: QtBot) -> None:
    """Until something else is wanted."""
    row = Row(preference("port"))
    qtbot.addWidget(row)
    row.show_value(8765)
    row.show_wrong("Port 1 is taken.")
    assert not row.remark.isHidden()
    assert row.remark.text() == "Port 1 is taken."

    row.field.wanted.emit(9000)
    assert row.remark.isHidden()


@pytest.mark.parametrize("way", ["escape", "back"])
def test_what_was_refused_stays_marked_until_it_is_taken_back(qtbot: QtBot, way: str) -> None:
    """Whatever else is shown meanwhile; leaving the field does not ask for it again, Enter does."""
    row = Row(preference("port"))
    qtbot.addWidget(row)
    row.show()
    field = row.field
    assert isinstance(field, TextField)
    wanted: list[object] = []
    row.wanted.connect(lambda _, value: wanted.append(value))
    row.show_value(8765)
    field.line.selectAll()
    QTest.keyClicks(field.line, "9000")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    row.show_value(8765)
    row.show_refused("Port 9000 is taken.")
    row.show_value(8765)

    assert (field.line.text(), field.line.property("invalid")) == ("9000", True)
    assert row.remark.isVisible()
    field.line.editingFinished.emit()
    assert wanted == [9000]
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert wanted == [9000, 9000]
    row.show_value(8765)
    row.show_refused("Port 9000 is taken.")

    if way == "escape":
        QTest.keyClick(field.line, Qt.Key.Key_Escape)
    else:
        row.back.click()
    assert (field.line.text(), field.line.property("invalid")) == ("8765", False)
    assert row.remark.isHidden()
    assert row.back.isHidden()
    assert wanted == [9000, 9000]


def test_the_refusal_of_a_value_that_was_replaced_says_nothing(qtbot: QtBot) -> None:
    """The one that was chosen since has its own answer."""
    row = Row(preference("port"))
    qtbot.addWidget(row)
    row.show_value(8765)
    row.field.wanted.emit(9001)
    row.show_value(9001)
    row.show_refused("Port 9000 is taken.")

    assert row.remark.isHidden()
