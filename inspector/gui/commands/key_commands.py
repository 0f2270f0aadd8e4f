"""The command that fetches the public key of a capture."""

from functools import partial

from inspector.gui import words
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.controllers.key_fetching import KeyFetching
from inspector.gui.views.question import ask


def fetch_key(desk: Desk) -> None:
    """After the question, which is asked until it was answered with yes."""
    shown = desk.selection.shown
    if shown is not None:
        question = partial(ask, desk.window, no=words.tr("Not now"))
        KeyFetching(asking=desk.asking, habits=desk.habits, ask=question).fetch(shown)


def lacks_key(desk: Desk) -> bool:
    """Whether the capture in the detail could not be checked for want of a public key."""
    shown = desk.selection.shown
    return shown is not None and shown.judgement.verdict.cause == "key-unavailable"


KEY_COMMANDS: tuple[Command, ...] = (
    Command(
        name="fetch-key", text="Fetch the public key…", menu="capture", run=fetch_key, needs="selection",
        possible=lacks_key,
    ),
)  # fmt: skip
