"""The dialog about a provider of one's own."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from inspector.core.custom_wishes import Trial
from inspector.core.recipe import Recipe
from inspector.gui.views.custom.recipe_dialog import RecipeDialog

ACME = Recipe(name="acme", signature="header:X-Acme")


def dialog_of(qtbot: QtBot, *, replaces: str = "", capture: int | None = 7) -> RecipeDialog:
    """Open."""
    dialog = RecipeDialog(ACME, replaces=replaces, capture=capture)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_it_is_tried_while_it_is_typed(qtbot: QtBot) -> None:
    """With the capture and the secret that stand there; the secret is not to be read."""
    dialog = dialog_of(qtbot)
    with qtbot.waitSignal(dialog.trial_wanted) as wanted:
        QTest.keyClicks(dialog.secret, "s3")

    assert wanted.args == [ACME, 7, "s3"]
    assert dialog.secret.echoMode() is QLineEdit.EchoMode.Password
    dialog.capture.clear()
    with qtbot.waitSignal(dialog.trial_wanted) as wanted:
        dialog.start()
    assert wanted.args == [ACME, None, "s3"]


def test_only_a_sound_recipe_can_be_saved(qtbot: QtBot) -> None:
    """The mistake stands in the answer and at its field; a capture that is not there is none of the recipe's."""
    dialog = dialog_of(qtbot, replaces="acme")
    assert not dialog.save.isEnabled()
    dialog.show_trial(Trial(problem="A brace has no partner.", where="message"))
    assert not dialog.save.isEnabled()
    assert dialog.form.message.property("invalid")

    dialog.show_trial(Trial(problem="There is no capture 7.", where="id"))
    assert not dialog.form.message.property("invalid")
    with qtbot.waitSignal(dialog.save_wanted) as wanted:
        dialog.save.click()
    assert wanted.args == [ACME, "acme", ""]
    assert not dialog.save.isEnabled()
    dialog.show_problem("There is a provider “acme” already.")
    assert dialog.save.isEnabled()
    assert "already" in dialog.problem.text()


def test_escape_closes_it(qtbot: QtBot) -> None:
    """Nothing is saved then."""
    dialog = dialog_of(qtbot)
    dialog.show_trial(Trial())
    with qtbot.assertNotEmitted(dialog.save_wanted):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
