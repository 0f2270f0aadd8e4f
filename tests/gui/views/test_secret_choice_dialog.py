"""Asking which secret signs."""

from pytestqt.qtbot import QtBot

from inspector.gui.views.secret_choice_dialog import SecretChoiceDialog


def opened(qtbot: QtBot) -> tuple[SecretChoiceDialog, list[str]]:
    """The dialog with two secrets, the second chosen, and what it gives."""
    dialog = SecretChoiceDialog("Stripe", (("live", ""), ("staging", "verified this capture")), "staging")
    qtbot.addWidget(dialog)
    given: list[str] = []
    dialog.given.connect(given.append)
    dialog.open()
    return dialog, given


def test_the_one_that_verified_is_chosen_and_given_once(qtbot: QtBot) -> None:
    """Enter in the list is the button."""
    dialog, given = opened(qtbot)
    item = dialog.list.currentItem()

    assert item is not None
    assert item.text() == "“staging”  ·  verified this capture"
    dialog.list.itemActivated.emit(item)
    assert given == ["staging"]
    assert not dialog.isVisible()


def test_esc_signs_nothing(qtbot: QtBot) -> None:
    """The dialog is gone."""
    dialog, given = opened(qtbot)
    dialog.reject()

    assert given == []
