"""The line above a body."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.gui.views.detail.note_bar import NoteBar


def test_is_there_only_when_there_is_something_to_say(qtbot: QtBot) -> None:
    """Empty notes take no room."""
    bar = NoteBar()
    qtbot.addWidget(bar)
    bar.say("", "")
    assert bar.isHidden()
    bar.say("One.", "", "Two.")

    assert not bar.isHidden()
    assert "One. Two." == bar._says.text()


def test_offers_what_can_be_done(qtbot: QtBot) -> None:
    """Show for what is hidden, Save as for what is left out, each a signal."""
    bar = NoteBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.say("Holds a token.", hides=True, cut=True)
    with qtbot.waitSignal(bar.show_wanted):
        qtbot.mouseClick(bar._show, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.save_wanted):
        qtbot.mouseClick(bar._save, Qt.MouseButton.LeftButton)
    bar.say("Nothing special.")

    assert bar._show.isHidden()
    assert bar._save.isHidden()
