"""Commands that explain the program, and help where it fails."""

from pathlib import Path

from shiboken6 import isValid

from inspector.core.messages import Erase
from inspector.core.paths import Paths
from inspector.core.versions import libraries, versions
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.controllers.reporting import Standing, display, report
from inspector.gui.reader import store_size
from inspector.gui.tasks import off
from inspector.gui.views.about_dialog import AboutDialog
from inspector.gui.views.log_dialog import LogDialog
from inspector.gui.views.places_dialog import PlacesDialog
from inspector.gui.views.report_dialog import ReportDialog


def about(desk: Desk) -> None:
    """Versions and licences."""

    async def show() -> None:
        told, found = await off(versions), await off(libraries)
        AboutDialog(told, found, desk.window).open()

    desk.asking.start(show(), name="reading versions")


def places(desk: Desk) -> None:
    """Where captures, settings and secrets lie, and the way to remove them."""
    dialog = PlacesDialog(desk.paths, desk.asking.engine.health.keyring, desk.window)

    def remove(captures: bool, secrets: bool, settings: bool) -> None:
        desk.erasing.choose(Erase(captures=captures, secrets=secrets, settings=settings))
        dialog.reject()
        desk.window.close()

    async def measure() -> None:
        sizes = await off(sizes_of, desk.paths)
        if isValid(dialog):
            dialog.show_sizes(sizes)

    dialog.remove_wanted.connect(remove)
    desk.asking.start(measure(), name="measuring files")
    dialog.open()


def sizes_of(paths: Paths) -> dict[Path, int]:
    """Bytes of each place."""
    bodies = folder_size(paths.bodies)
    return {
        paths.store: store_size(paths.store) - bodies,
        paths.bodies: bodies,
        paths.settings: folder_size(paths.settings),
        paths.logs: folder_size(paths.logs),
    }


def folder_size(path: Path) -> int:
    """Bytes of a file, or of the files in a folder; 0 where there is none."""
    try:
        return sum(one.stat().st_size for one in path.iterdir()) if path.is_dir() else path.stat().st_size
    except OSError:
        return 0


def log(desk: Desk) -> None:
    """What went wrong inside."""
    LogDialog(desk.paths.logs, desk.window).open()


def report_problem(desk: Desk) -> None:
    """Everything that helps to find a mistake, to copy."""
    dialog = ReportDialog(desk.window)
    standing = Standing(
        paths=desk.paths, settings=desk.habits.settings, health=desk.asking.engine.health, display=display()
    )

    async def collect() -> None:
        text = await off(report, standing)
        if isValid(dialog):
            dialog.show_report(text)

    dialog.log_wanted.connect(lambda: log(desk))
    desk.asking.start(collect(), name="collecting a report")
    dialog.open()


def keys(desk: Desk) -> None:
    """Every key."""
    desk.window.keys_wanted.emit()


HELP_COMMANDS: tuple[Command, ...] = (
    Command(name="keys", text="Keys", menu="help", run=keys, keys=("F1",), letters=("?",)),
    Command(name="places", text="Where is my data", menu="help", run=places, begins=True),
    Command(name="log", text="Log", menu="help", run=log),
    Command(name="report", text="Report a problem…", menu="help", run=report_problem),
    Command(name="about", text="About Webhook Inspector", menu="help", run=about, begins=True),
)
"""The first of them is shown by F1 too."""
