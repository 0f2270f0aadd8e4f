"""Lists captures."""

import click

from inspector.cli.opening import opened
from inspector.cli.options import Common, as_json, common
from inspector.cli.output import Bodies, print_capture
from inspector.core.filter.parser import parse
from inspector.store.filter_sql import where


@click.command("list")
@click.argument("filter", required=False, default="")
@click.option("-n", "--number", type=click.IntRange(1, 2**31), default=50, show_default=True, help="How many at most.")
@click.option("--reverse", is_flag=True, help="Oldest first.")
@click.option(
    "--bodies", type=click.Choice(["none", "text", "all"]), default="text", help="What --json gives of bodies."
)
@as_json
@common
def command(common: Common, filter: str, number: int, reverse: bool, bodies: Bodies, as_json: bool) -> int:
    """List the captures that match FILTER, newest first."""
    condition = where(parse(filter))
    with common.paths() as paths, opened(paths, common.notice) as here:
        page = here.reader.page(condition, limit=number, oldest_first=reverse)
        for capture in here.reader.captures(summary.id for summary in page):
            print_capture(capture, as_json=as_json, bodies=bodies)
        if not page:
            common.notice("No capture matches." if filter.strip() else "The store is empty: nothing arrived yet.")
    return 0
