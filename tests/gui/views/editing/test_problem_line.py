"""The line that says what is wrong."""

from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.editing.problem_line import ProblemLine
from tests.gui.stage import colours


def test_is_there_while_something_is_wrong(qtbot: QtBot) -> None:
    """With a red edge, read out by its name; captured text in it is plain."""
    line = ProblemLine()
    qtbot.addWidget(line)
    assert line.isHidden()

    line.say("<b>Line 1</b>\u202e")

    assert not line.isHidden()
    assert line.text() == "<b>Line 1</b>⟵"
    assert theme.tokens().invalid.name() in colours(line)
    assert line.accessibleName().startswith("<b>Line 1")
    line.say("")
    assert line.isHidden()
