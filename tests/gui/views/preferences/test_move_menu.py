"""The places to which a secret can be moved."""

from pytestqt.qtbot import QtBot

from inspector.core.secret import Keeping, SecretName
from inspector.gui.views.preferences.move_menu import MoveMenu


def test_only_other_places_that_are_there(qtbot: QtBot) -> None:
    """Neither a keyring that is not there, nor the place where the secret is."""
    secret = SecretName(provider="stripe", name="a", kept="session")
    menu = MoveMenu(lambda: (secret, Keeping(keyring="none", file="none")))
    qtbot.addWidget(menu)
    menu.aboutToShow.emit()
    enabled = [action for action in menu.actions() if action.isEnabled()]
    assert [action.data() for action in enabled] == ["file"]

    with qtbot.waitSignal(menu.wanted) as wanted:
        enabled[0].trigger()
    assert wanted.args == ["file"]
