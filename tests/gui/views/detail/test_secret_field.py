"""The field for a secret."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from inspector.gui.views.detail.secret_field import SecretField
from tests.gui.stage import FACES


@pytest.fixture
def field(qtbot: QtBot) -> SecretField:
    """For Stripe."""
    field = SecretField()
    qtbot.addWidget(field)
    field.show_face(FACES("stripe"))
    field.show()
    return field


def test_hides_what_is_typed(qtbot: QtBot, field: SecretField) -> None:
    """A value is dots; the name of a variable or file can be read."""
    qtbot.keyClicks(field.field, "whsec_1")
    assert QLineEdit.EchoMode.Password == field.field.echoMode()
    field.elsewhere.chosen.emit("env:")

    assert "env:" == field.field.text()
    assert QLineEdit.EchoMode.Normal == field.field.echoMode()


def test_gives_by_enter_and_by_button(qtbot: QtBot, field: SecretField) -> None:
    """Both give the value as it was typed, white space included, since that may be the very cause."""
    qtbot.keyClicks(field.field, "whsec_1 ")
    with qtbot.waitSignal(field.given) as entered:
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.given) as clicked:
        qtbot.mouseClick(field.check, Qt.MouseButton.LeftButton)

    assert ["whsec_1 "] == entered.args == clicked.args


@pytest.mark.parametrize("text", ["", "   ", "env:", "file:"])
def test_does_not_give_nothing(qtbot: QtBot, field: SecretField, text: str) -> None:
    """An empty value and a bare beginning are not given."""
    field.field.setText(text)
    with qtbot.assertNotEmitted(field.given):
        qtbot.keyClick(field.field, Qt.Key.Key_Return)


def test_waits_while_it_is_checked(qtbot: QtBot, field: SecretField) -> None:
    """No second secret is given meanwhile."""
    field.field.setText("whsec_1")
    field.show_busy(True)
    with qtbot.assertNotEmitted(field.given):
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    qtbot.keyClicks(field.field, "23")
    assert field.field.text() == "whsec_123"
    assert not field.check.isEnabled()
    field.show_busy(False)

    assert field.check.isEnabled()


def test_says_what_it_is(field: SecretField) -> None:
    """The hint shows the form, the accessible name whose secret it is."""
    assert "whsec_…" == field.field.placeholderText()
    assert "Stripe" in field.field.accessibleName()
