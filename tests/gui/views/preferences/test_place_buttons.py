"""What can be done about the places where secrets lie."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from inspector.core.secret import Keeping
from inspector.gui.views.preferences.place_buttons import PlaceButtons


@pytest.mark.parametrize(
    ("keeping", "texts"),
    [
        (Keeping(keyring="open", file="none"), []),
        (Keeping(keyring="locked", file="none"), ["Unlock the keyring…"]),
        (Keeping(keyring="none", file="none"), ["Keep secrets in a file with a passphrase…"]),
        (Keeping(keyring="open", file="locked"), ["Unlock the encrypted file…"]),
        (Keeping(keyring="none", file="open"), ["Change the passphrase…"]),
    ],
)
def test_only_what_can_be_done_is_offered(qtbot: QtBot, keeping: Keeping, texts: list[str]) -> None:
    """By the state of the keyring and of the file."""
    buttons = PlaceButtons()
    qtbot.addWidget(buttons)
    buttons.show_keeping(keeping)
    shown = [button for button in buttons.findChildren(QToolButton) if not button.isHidden()]
    wanted: list[str] = []
    buttons.wanted.connect(wanted.append)
    for button in shown:
        button.click()

    assert [button.text() for button in shown] == texts
    assert len(wanted) == len(texts)
    assert buttons.isHidden() is not bool(texts)
