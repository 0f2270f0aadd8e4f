"""Dialogs that explain."""

import pytest
from PySide6.QtWidgets import QDialog

from tests.gui.commands.conftest import Stage


@pytest.mark.parametrize(
    ("name", "title"), [("keys", "Keys"), ("places", "Where is my data"), ("about", "About Webhook Inspector")]
)
def test_each_opens_without_a_loop_of_its_own(stage: Stage, name: str, title: str) -> None:
    """The window goes on behind it, and Esc closes it."""
    stage.run(name)
    dialog = next(one for one in stage.window.findChildren(QDialog) if one.isVisible())

    assert dialog.windowTitle() == title
    stage.do(dialog.reject)
