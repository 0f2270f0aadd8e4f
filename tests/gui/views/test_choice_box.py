"""A box with a few choices."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.choice_box import ChoiceBox
from tests.gui.stage import colours


def test_it_has_the_edge_of_a_field_and_an_arrow(qtbot: QtBot) -> None:
    """In the colours of the look, so that it can be told from a label."""
    box = ChoiceBox()
    box.addItems(["one", "two"])
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()

    painted = colours(box)
    assert {theme.tokens().input.name(), theme.tokens().text.name(), theme.tokens().bg.name()} <= painted
    before = box.grab().toImage().copy(box.width() - theme.px(22), 0, theme.px(22), box.height())
    assert theme.tokens().muted.name() in {
        before.pixelColor(x, y).name() for x in range(before.width()) for y in range(before.height())
    }
