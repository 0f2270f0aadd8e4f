"""Commands about senders that nobody knows: describing them, and finding how they sign."""

from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.controllers.describing import Describing
from inspector.gui.views.custom.scheme_dialog import SchemeDialog
from inspector.gui.views.preferences.custom_page import CustomPage

FINDABLE = ("unknown", "unsigned", "invalid", "no-secret")
"""Verdicts that leave open how the sender signs."""


def find_scheme(desk: Desk) -> None:
    """Search how the capture in the detail was signed; a dialog that is open gives way."""
    shown = desk.selection.shown
    if shown is None:
        return
    for before in desk.window.findChildren(SchemeDialog):
        before.close()
    Describing(desk.asking, desk.window).find(shown)


def is_open(desk: Desk) -> bool:
    """Whether it is not known how the capture in the detail was signed."""
    shown = desk.selection.shown
    return shown is not None and shown.judgement.verdict.status in FINDABLE


def describe_sender(desk: Desk) -> None:
    """Describe a provider of one's own, tried on the capture in the detail."""
    shown = desk.selection.shown
    Describing(desk.asking, desk.window).describe(None, None if shown is None else shown.id)


def connect_custom(desk: Desk, page: CustomPage) -> None:
    """Let a page show and change the providers of the user's own."""
    page.show_health(desk.asking.engine.health)
    desk.window.health_shown.connect(page.show_health)
    describing = Describing(desk.asking, desk.window)
    page.edit_wanted.connect(lambda recipe: describing.describe(recipe, shown_id(desk)))
    page.remove_wanted.connect(describing.remove)


def shown_id(desk: Desk) -> int | None:
    """The capture in the detail."""
    return None if desk.selection.shown is None else desk.selection.shown.id


CUSTOM_COMMANDS: tuple[Command, ...] = (
    Command(
        name="find-scheme", text="Find the scheme…", menu="capture", run=find_scheme, needs="selection",
        possible=is_open,
    ),
    Command(
        name="describe-provider", text="Describe a provider of your own…", menu="listener", run=describe_sender,
        needs="engine",
    ),
)  # fmt: skip
