"""Asking for a passphrase."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from inspector.gui.views.passphrase_dialog import Asks, PassphraseDialog


def dialog_of(qtbot: QtBot, asks: Asks) -> PassphraseDialog:
    """A dialog that is open."""
    dialog = PassphraseDialog(asks, "secrets.enc", "Why.")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_a_new_one_is_typed_twice(qtbot: QtBot) -> None:
    """Both the same; a short one is remarked on, and taken all the same. Nothing is seen unless wanted."""
    dialog = dialog_of(qtbot, "new")
    assert not dialog.now.isVisible()
    assert dialog.new.echoMode() == QLineEdit.EchoMode.Password
    QTest.keyClicks(dialog.new, "short")
    assert "soon guessed" in dialog.remark.text()
    QTest.keyClicks(dialog.again, "shor")
    assert not dialog.yes.isEnabled()
    QTest.keyClicks(dialog.again, "x")
    assert dialog.remark.text() == "The two are not the same."
    dialog.again.setText("short")
    dialog.show_box.setChecked(True)
    assert dialog.again.echoMode() == QLineEdit.EchoMode.Normal
    with qtbot.waitSignal(dialog.given) as given:
        QTest.keyClick(dialog.again, Qt.Key.Key_Return)

    assert given.args == ["", "short"]
    assert dialog.isVisible()
    assert not dialog.yes.isEnabled()


def test_a_wrong_one_is_said_and_typed_again(qtbot: QtBot) -> None:
    """The dialog stays until somebody accepts."""
    dialog = dialog_of(qtbot, "open")
    assert not dialog.yes.isEnabled()
    QTest.keyClicks(dialog.now, "wrong")
    dialog.yes.click()
    dialog.show_wrong("The passphrase does not open it.")

    assert dialog.remark.text() == "The passphrase does not open it."
    assert dialog.now.selectedText() == "wrong" or dialog.now.hasSelectedText()
    assert dialog.yes.isEnabled()
    with qtbot.waitSignal(dialog.given) as given:
        QTest.keyClick(dialog.now, Qt.Key.Key_Return)
    assert given.args == ["wrong", ""]


@pytest.mark.parametrize("asks", ["new", "open", "change"])
def test_escape_closes_it(qtbot: QtBot, asks: Asks) -> None:
    """And gives nothing."""
    dialog = dialog_of(qtbot, asks)
    given: list[tuple[str, str]] = []
    dialog.given.connect(lambda now, new: given.append((now, new)))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert given == []


def test_one_for_the_other(qtbot: QtBot) -> None:
    """The one that counts now is needed too."""
    dialog = dialog_of(qtbot, "change")
    dialog.new.setText("longer than that")
    dialog.again.setText("longer than that")
    assert not dialog.yes.isEnabled()
    dialog.now.setText("before")
    with qtbot.waitSignal(dialog.given) as given:
        dialog.yes.click()

    assert given.args == ["before", "longer than that"]
