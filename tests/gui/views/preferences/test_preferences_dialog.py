"""The preferences as a whole."""

from dataclasses import fields, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from inspector.core.settings import Settings
from inspector.gui.views.preferences.fields import ChoiceField, TextField
from inspector.gui.views.preferences.preferences_dialog import PreferencesDialog
from inspector.gui.views.preferences.table import GROUPS
from tests.gui.stage import FACES, is_front


def dialog_of(qtbot: QtBot) -> PreferencesDialog:
    """Open, with the usual settings."""
    dialog = PreferencesDialog(FACES, ["github", "stripe"])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show_settings(Settings())
    dialog.open()
    return dialog


def test_every_setting_has_its_row_but_secrets(qtbot: QtBot) -> None:
    """Those have a page of their own."""
    dialog = dialog_of(qtbot)

    assert set(dialog.rows) == {field.name for field in fields(Settings)} - {"secrets"}
    dialog.groups.setCurrentRow(GROUPS.index("Secrets"))
    assert dialog.secrets.isVisible()


def test_a_described_provider_can_be_expected(qtbot: QtBot) -> None:
    """It is offered behind ours, and shown where it was chosen."""
    dialog = PreferencesDialog(FACES, ["custom:acme", "github"])
    qtbot.addWidget(dialog)
    dialog.show_settings(Settings(expected_provider="custom:acme"))
    field = dialog.rows["expected_provider"].field

    assert isinstance(field, ChoiceField)
    assert field.box.currentData() == "custom:acme"


def test_a_change_is_asked_for_and_one_from_outside_is_shown(qtbot: QtBot) -> None:
    """There is nothing to confirm."""
    dialog = dialog_of(qtbot)
    line = dialog.rows["port"].field
    assert isinstance(line, TextField)
    line.line.selectAll()
    QTest.keyClicks(line.line, "9000")
    with qtbot.waitSignal(dialog.wanted) as wanted:
        QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert wanted.args == ["port", 9000]
    assert dialog.isVisible()

    dialog.show_settings(replace(Settings(), port=9001))
    dialog.show_refusal("port", "Port 9000 is taken.")
    assert line.line.text() == "9000"
    assert dialog.rows["port"].remark.text() == "Port 9000 is taken."


def test_what_stands_in_a_field_counts_when_the_dialog_is_closed(qtbot: QtBot) -> None:
    """And Escape closes it."""
    dialog = dialog_of(qtbot)
    qtbot.waitUntil(lambda: is_front(dialog))
    line = dialog.rows["public_url"].field
    assert isinstance(line, TextField)
    line.line.setFocus()
    QTest.keyClicks(line.line, "https://a.example.com")
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.reject()
    assert wanted.args == ["public_url", "https://a.example.com"]

    again = dialog_of(qtbot)
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert not again.isVisible()


def test_everything_has_a_name_for_those_who_hear_it(qtbot: QtBot) -> None:
    """Buttons by their words, fields by the label beside them."""
    dialog = dialog_of(qtbot)
    named = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QComboBox), *dialog.findChildren(QAbstractButton)]

    nameless = [one for one in named if not one.accessibleName() and not getattr(one, "text", str)()]
    assert [one for one in nameless if one.objectName() != "qt_spinbox_lineedit"] == []
