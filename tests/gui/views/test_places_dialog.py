"""Where everything lies."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.core.paths import Paths
from inspector.gui.views.places_dialog import PlacesDialog


def test_every_place_is_named_and_can_be_selected(qtbot: QtBot, paths: Paths) -> None:
    """Store, bodies, settings, secrets and log."""
    dialog = PlacesDialog(paths, "the system keyring")
    qtbot.addWidget(dialog)
    labels = {label.text(): label for label in dialog.findChildren(QLabel)}

    for place in (paths.store, paths.bodies, paths.settings, paths.logs):
        assert labels[str(place)].textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert "the system keyring" in labels
