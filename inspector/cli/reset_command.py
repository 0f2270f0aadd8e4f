"""Removes what the program keeps on this machine."""

import sys

import click

from inspector.cli.options import Common, as_json, common
from inspector.cli.output import counted, print_json, size_text
from inspector.core.errors import InspectorError, UsageError
from inspector.core.messages import Erase
from inspector.core.paths import Paths
from inspector.engine.erasing import erase
from inspector.engine.secret_keeping import open_vault
from inspector.log_file import erase_log
from inspector.store.overview import overview


@click.command("reset")
@click.option("--captures", is_flag=True, help="The store with every capture, and what was set aside beside it.")
@click.option("--secrets", is_flag=True, help="Every signing secret and its name.")
@click.option("--settings", is_flag=True, help="The settings, the shape of the window, and the log.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@as_json
@common
def command(common: Common, captures: bool, secrets: bool, settings: bool, yes: bool, as_json: bool) -> int:
    """Remove captures, secrets or settings for good. It cannot be undone."""
    wanted = Erase(captures=captures, secrets=secrets, settings=settings)
    if wanted == Erase():
        raise UsageError("Say what is to go: --captures, --secrets, --settings, or several of them.")
    with common.paths() as paths:
        parts = described(paths, wanted)
        if not yes:
            confirm(parts)
        erase(paths, wanted)
        if settings:
            erase_log(paths.logs)
    if as_json:
        print_json({"captures": captures, "secrets": secrets, "settings": settings})
    else:
        click.echo(f"Removed: {', '.join(parts)}.")
    return 0


def described(paths: Paths, wanted: Erase) -> list[str]:
    """What would go, in words."""
    parts = []
    if wanted.captures:
        store = overview(paths.store)
        count = counted(store.captures, "capture") if store.captures is not None else "the store"
        parts.append(f"{count} ({size_text(store.size)}) in {paths.store}")
    if wanted.secrets:
        parts.append(counted(len(open_vault(paths).remembered()), "secret"))
    if wanted.settings:
        parts.append(f"the settings in {paths.config} and the log in {paths.logs}")
    return parts


def confirm(parts: list[str]) -> None:
    """Ask on a terminal. Raises UsageError where nobody can be asked and InspectorError for a no."""
    if not sys.stdin.isatty():
        raise UsageError(f"This would remove {', '.join(parts)}; add --yes to do it.")
    if not click.confirm(f"Remove {', '.join(parts)}? This cannot be undone.", err=True):
        raise InspectorError("Nothing was removed.")
