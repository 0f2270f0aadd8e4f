"""Removes captures."""

import sys

import click

from inspector.cli.ids import find_id
from inspector.cli.opening import opened
from inspector.cli.options import Common, as_json, common
from inspector.cli.output import counted, print_json
from inspector.core.errors import InspectorError, NothingError, UsageError
from inspector.core.filter.parser import parse
from inspector.store.filter_sql import where


@click.command("delete")
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option("--match", metavar="FILTER", help="All captures that match.")
@click.option("--all", "everything", is_flag=True, help="All captures.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@as_json
@common
def command(common: Common, ids: tuple[str, ...], match: str | None, everything: bool, yes: bool, as_json: bool) -> int:
    """Remove captures. Their bytes are gone from the disk when the store is purged, some seconds later."""
    if sum((bool(ids), match is not None, everything)) != 1:
        raise UsageError("Name captures, or select them with --match FILTER, or give --all: exactly one of the three.")
    if match is not None and not match.strip():
        raise UsageError("The filter is empty, which would match everything; give --all if that is meant.")
    with common.paths() as paths, opened(paths, common.notice) as here:
        condition = None if ids else where(parse(match or ""))
        chosen = [find_id(here.reader, id) for id in ids] if ids else None
        if chosen is not None:
            for id in chosen:
                here.reader.capture(id)
        count = len(chosen) if chosen is not None else here.reader.count(condition)
        if not count:
            raise NothingError("No capture matches, so nothing was removed.")
        if not yes:
            confirm(count)
        _, removed = here.store.remove(condition, chosen)
    if as_json:
        print_json({"removed": removed})
    else:
        click.echo(f"Removed {counted(removed, 'capture')}.")
    return 0


def confirm(count: int) -> None:
    """Ask on a terminal. Raises UsageError where nobody can be asked and InspectorError for a no."""
    if not sys.stdin.isatty():
        raise UsageError(f"This would remove {counted(count, 'capture')}; add --yes to do it.")
    if not click.confirm(f"Remove {counted(count, 'capture')}?", err=True):
        raise InspectorError("Nothing was removed.")
