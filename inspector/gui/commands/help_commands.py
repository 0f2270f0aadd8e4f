"""Commands that explain the program."""

from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.views.about_dialog import AboutDialog
from inspector.gui.views.places_dialog import PlacesDialog


def about(desk: Desk) -> None:
    """Version and licences."""
    AboutDialog(desk.window).open()


def places(desk: Desk) -> None:
    """Where captures, settings and secrets lie."""
    PlacesDialog(desk.paths, desk.asking.engine.health.keyring, desk.window).open()


def keys(desk: Desk) -> None:
    """Every key."""
    desk.window.keys_wanted.emit()


HELP_COMMANDS: tuple[Command, ...] = (
    Command(name="keys", text="Keys", menu="help", run=keys, keys=("F1",), letters=("?",)),
    Command(name="places", text="Where is my data", menu="help", run=places),
    Command(name="about", text="About Webhook Inspector", menu="help", run=about),
)
