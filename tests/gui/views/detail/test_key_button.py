"""A button with its key."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.detail.key_button import KeyButton
from tests.gui.stage import colours


def picture(button: KeyButton) -> QImage:
    """What it looks like."""
    return button.grab().toImage()


def test_the_key_has_room_and_is_quiet(qtbot: QtBot) -> None:
    """Behind the text, in the colour of muted text; without a key the button is as wide as others."""
    button = KeyButton("Edit")
    qtbot.addWidget(button)
    button.show()
    narrow = button.sizeHint().width()
    button.resize(button.sizeHint())
    assert theme.tokens().text.name() in colours(button)
    bare = picture(button)

    button.show_key("E")
    button.resize(button.sizeHint())

    assert button.key() == "E"
    assert button.sizeHint().width() > narrow
    assert picture(button) != bare
    button.show_key("")
    assert button.sizeHint().width() == narrow


def test_a_disabled_button_says_so(qtbot: QtBot) -> None:
    """Its text is muted too, also on the primary one."""
    button = KeyButton("Resend")
    qtbot.addWidget(button)
    theme.set_role(button, "primary")
    button.show_key("R")
    button.show()
    enabled = colours(button)
    button.setEnabled(False)

    assert theme.tokens().accent.name() in enabled
    assert theme.tokens().accent.name() not in colours(button)
