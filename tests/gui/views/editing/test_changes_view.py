"""The list of changes."""

from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.plain import PlainLabel
from inspector.gui.views.editing.changes import Change
from inspector.gui.views.editing.changes_view import ChangesView
from tests.gui.stage import colours


def test_says_how_many_and_which(qtbot: QtBot) -> None:
    """Green what came, red what went; captured text is plain; nothing is said in words."""
    view = ChangesView()
    qtbot.addWidget(view)
    view.resize(400, 200)
    assert view.list.isHidden()

    lines = [
        Change(mark="+", text="A: <b>\u202e"),
        Change(mark="−", text="B: 1"),
        Change(mark=" ", text="around", counts=False),
    ]
    view.show_changes(lines)
    view.show()

    assert view.list.toPlainText() == "+ A: <b>⟵\n− B: 1\n  around"
    assert "2 changes" in [label.text() for label in view.findChildren(PlainLabel)]
    assert {theme.tokens().valid.name(), theme.tokens().invalid.name()} <= colours(view.list)
    view.show_changes(())
    assert view.list.isHidden()
