"""The sheet of keys."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.gui.views.keys_dialog import KeysDialog


def test_every_key_stands_there(qtbot: QtBot) -> None:
    """What it does beside what to press."""
    dialog = KeysDialog([("Resend", "Ctrl+R, r"), ("Pin", "Ctrl+P"), ("Undo", "Ctrl+Z")])
    qtbot.addWidget(dialog)

    assert {label.text() for label in dialog.findChildren(QLabel)} == {
        "Resend", "Ctrl+R, r", "Pin", "Ctrl+P", "Undo", "Ctrl+Z",
    }  # fmt: skip
