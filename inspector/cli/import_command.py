"""Takes captures from files."""

from pathlib import Path

import click

from inspector.cli.options import Common, as_json, common
from inspector.cli.output import print_json
from inspector.cli.running import run
from inspector.core.errors import UsageError
from inspector.core.paths import Paths
from inspector.engine.engine import Engine

NOT_ALL = 1
PATIENCE = 3.0
"""Seconds for causes of failures; the next `listen` or window searches the rest."""


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@as_json
@common
def command(common: Common, files: tuple[str, ...], as_json: bool) -> int:
    """Take captures from HAR, JSONL, JSON, raw HTTP or cURL files into the store.

    Says what it took and what it refused; exit code 1 when it refused something.
    """
    for name in files:
        if not Path(name).is_file():
            raise UsageError(f"There is no file {name} to import.")
    with common.paths() as paths:
        return run(take(common, paths, files, as_json))


async def take(common: Common, paths: Paths, files: tuple[str, ...], as_json: bool) -> int:
    """Read one file after another and say what came of each."""
    engine = Engine(paths)
    refused = 0
    try:
        await engine.secrets.load()
        for name in files:
            imported = await engine.importing.read(Path(name))
            refused += len(imported.refused)
            if as_json:
                print_json({"file": name, "taken": imported.taken, "refused": list(imported.refused)})
                continue
            click.echo(f"{name}: took {imported.taken}, refused {len(imported.refused)}")
            for sentence in imported.refused:
                common.notice(f"  {sentence}")
        await engine.diagnosing.drain(PATIENCE)
    finally:
        await engine.stop()
    return NOT_ALL if refused else 0
