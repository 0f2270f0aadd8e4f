"""What stands in the detail while nothing is selected."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.gui.views.detail.nothing import NothingSelected


def test_names_three_keys(qtbot: QtBot) -> None:
    """Three keys, each with what it does."""
    page = NothingSelected()
    qtbot.addWidget(page)
    keys = [label.text() for label in page.findChildren(QLabel) if label.property("key")]

    assert ["J  K", "Enter", "/"] == keys
    assert 7 == len(page.findChildren(QLabel))
