"""The public key of samples."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from inspector.gui.views.public_key_dialog import PublicKeyDialog


def test_it_is_shown_and_copied(qtbot: QtBot) -> None:
    """As plain text that cannot be changed."""
    dialog = PublicKeyDialog("Discord", "Public key (PEM):\n-----BEGIN…")
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.copy.click()

    assert QGuiApplication.clipboard().text() == "Public key (PEM):\n-----BEGIN…"
    assert dialog.text.isReadOnly()
    dialog.reject()
    assert not dialog.isVisible()
