"""Ties toolbar, empty page and status bar to the controllers and commands."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from inspector.gui import words
from inspector.gui.commands.desk import Desk
from inspector.gui.mending import connect_mending
from inspector.gui.proving import connect_proof
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.question import ask


def connect_front(desk: Desk, actions: dict[str, QAction]) -> None:
    """Connect what stands around the list; `actions` are the commands by name."""
    toolbar, empty = desk.window.toolbar, desk.window.empty
    toolbar.listening_wanted.connect(desk.listening.listen)
    toolbar.response.wanted.connect(desk.listening.respond_with)
    toolbar.url.copy_wanted.connect(actions["copy-url"].trigger)
    toolbar.url.local_copy_wanted.connect(lambda url: desk.copying.put(url, words.tr("Address copied.")))
    toolbar.url.take_back_wanted.connect(desk.public_url.take_back)
    toolbar.sample_wanted.connect(actions["sample"].trigger)
    empty.start_wanted.connect(lambda: desk.listening.listen(True))
    empty.copied.connect(lambda _: desk.copying.say(words.tr("The line")))
    empty.samples.sample_wanted.connect(desk.sampling.send_now)
    empty.samples.more_wanted.connect(actions["sample"].trigger)
    connect_proof(desk, actions)
    connect_mending(desk, actions)


def open_sample_question(
    window: MainWindow, place: str, agreed: Callable[[], None], refused: Callable[[], None]
) -> None:
    """Ask once whether samples may leave this machine for a place."""
    text = words.tr("Send the sample to %1?").replace("%1", place)
    more = words.tr("This is not on your machine. You will not be asked again for this place.")
    # Over the dialog that it is about, where one is open.
    box = ask(QApplication.activeModalWidget() or window, text=text, more=more, yes=words.tr("Send"), agreed=agreed)
    box.rejected.connect(refused)
