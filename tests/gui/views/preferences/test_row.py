"""One setting."""

import pytest
from pytestqt.qtbot import QtBot

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
    with qtbot.waitSignal(row.wanted, timeout=1000) as wanted:
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
