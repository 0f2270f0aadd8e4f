"""Adding a secret."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from inspector.core.secret import Keeping, SecretName
from inspector.gui.views.preferences.secret_form import SecretForm
from tests.gui.stage import FACES


def form_of(qtbot: QtBot) -> SecretForm:
    """A form that knows one secret."""
    form = SecretForm(FACES, ["github", "stripe"])
    qtbot.addWidget(form)
    form.provider.choose("github")
    form.show_known([SecretName(provider="stripe", name="staging")])
    form.show()
    return form


def test_a_secret_is_masked_and_gone_when_it_is_kept(qtbot: QtBot) -> None:
    """Until then it stays, so that what is wrong can be mended."""
    form = form_of(qtbot)
    form.name.setText("mine")
    QTest.keyClicks(form.given, "s3cret")
    assert form.given.echoMode() == QLineEdit.EchoMode.Password

    with qtbot.waitSignal(form.add_wanted) as added:
        QTest.keyClick(form.given, Qt.Key.Key_Return)
    assert added.args == ["github", "mine", "s3cret", "session"]
    form.show_busy("Checking…")
    assert not form.add.isEnabled()
    form.show_remark("The keyring is locked.")
    form.show_busy("")
    assert form.given.text() == "s3cret"
    assert form.remark.isVisible()
    form.show_remark("")
    form.show_busy("Checking…")
    form.show_busy("")
    assert (form.given.text(), form.name.text()) == ("", "")


def test_one_that_is_there_is_replaced(qtbot: QtBot) -> None:
    """The button says so before it is pressed."""
    form = form_of(qtbot)
    assert form.add.text() == "Add"
    form.replace(SecretName(provider="stripe", name="staging"))

    assert (form.provider.provider, form.name.text(), form.add.text()) == ("stripe", "staging", "Replace")


def test_a_place_is_shown_as_it_is(qtbot: QtBot) -> None:
    """A variable or a file is no secret; a name that is still missing gives nothing to add."""
    form = form_of(qtbot)
    form.source.chosen.emit("env:")
    assert not form.add.isEnabled()
    form.source.chosen.emit("file:/keys/public.pem")

    assert form.given.echoMode() == QLineEdit.EchoMode.Normal
    assert form.add.isEnabled()


def test_an_odd_value_is_told_at_once_and_can_be_kept(qtbot: QtBot) -> None:
    """An API key in place of a signing secret; all lines of a public key are taken, and it is not hidden."""
    form = form_of(qtbot)
    form.provider.choose("stripe")
    form.given.setText("sk_live_51Habc")
    assert "This is an API key" in form.form_remark.text()
    assert form.add.isEnabled()
    form.provider.choose("custom:mine")
    form.given.setText("-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----\n")
    assert form.given.echoMode() == QLineEdit.EchoMode.Normal
    assert form.add.isEnabled()
    with qtbot.waitSignal(form.add_wanted) as added:
        form.add.click()
    assert added.args[2].count("\n") == 3
    form.provider.setEditText("nobody at all")
    assert not form.add.isEnabled()
    assert form.form_remark.text().startswith("No provider has this name.")


def test_the_place_is_chosen_among_those_that_are_there(qtbot: QtBot) -> None:
    """The usual one first; a choice of the file stays when its state changes."""
    form = form_of(qtbot)
    assert [form.keep.itemData(row) for row in range(form.keep.count())] == ["file", "session"]
    assert form.keep.currentData() == "session"
    form.show_keeping(Keeping(keyring="open", file="locked"))
    assert [form.keep.itemData(row) for row in range(form.keep.count())] == ["keyring", "file", "session"]
    assert form.keep.currentData() == "keyring"
    form.keep.setCurrentIndex(1)
    form.show_keeping(Keeping(keyring="open", file="open"))

    assert form.keep.currentData() == "file"
