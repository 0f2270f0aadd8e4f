"""The command for a delivery that is valid here and fails in the app."""

from inspector.gui import words
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.controllers.app_checking import AppChecking
from inspector.gui.views.app_check_dialog import AppCheckDialog


def check_app(desk: Desk) -> None:
    """Open the dialog about the capture in the detail; one that is open gives way."""
    shown = desk.selection.shown
    if shown is None:
        return
    for before in desk.window.findChildren(AppCheckDialog):
        before.close()
    checking = AppChecking(
        asking=desk.asking,
        habits=desk.habits,
        drafts=desk.paths.drafts,
        make=lambda what, framework: AppCheckDialog(what, framework, desk.window),
        say=lambda _: desk.copying.say(words.tr("The line")),
    )
    checking.open(shown)


def is_valid(desk: Desk) -> bool:
    """Whether the capture in the detail is valid."""
    shown = desk.selection.shown
    return shown is not None and shown.judgement.verdict.status == "valid"


APP_COMMANDS: tuple[Command, ...] = (
    Command(
        name="app-check", text="Valid here, fails in your app?…", menu="capture", run=check_app, needs="selection",
        possible=is_valid, begins=True,
    ),
)  # fmt: skip
