"""A box with a few choices."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.choice_box import ChoiceBox


def test_it_has_an_arrow_in_the_colours_of_the_look(qtbot: QtBot) -> None:
    """So that it can be told from a field."""
    box = ChoiceBox()
    box.addItems(["one", "two"])
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()

    right = box.grab().toImage().copy(box.width() - theme.px(22), 0, theme.px(22), box.height())
    assert theme.tokens().muted.name() in {
        right.pixelColor(x, y).name() for x in range(right.width()) for y in range(right.height())
    }
