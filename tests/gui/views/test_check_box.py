"""A box to tick."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.check_box import CheckBox
from tests.gui.stage import colours


@pytest.mark.parametrize("look", ["light", "dark"])
def test_ticked_and_not_can_be_told_apart(qtbot: QtBot, qapp: QApplication, look: theme.Choice) -> None:
    """By an edge with contrast, and by a tick on the accent."""
    theme.apply(qapp, look)
    box = CheckBox()
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    tokens = theme.tokens()

    assert tokens.input.name() in colours(box)
    assert tokens.accent.name() not in colours(box)
    box.setChecked(True)
    assert tokens.accent.name() in colours(box)
    image, ink = box.grab().toImage(), tokens.onaccent
    near = [image.pixelColor(x, y) for x in range(20) for y in range(box.height())]
    assert any(abs(one.lightness() - ink.lightness()) < 6 and one != tokens.bg for one in near)
