"""Says where things are."""

import click

from inspector import settings_file
from inspector.cli.options import Common, as_json, common
from inspector.cli.output import print_json, size_text
from inspector.cli.window import has_display
from inspector.core.resources import resource
from inspector.core.versions import versions
from inspector.engine.secret_keeping import open_vault
from inspector.store.overview import overview


@click.command("info")
@as_json
@common
def command(common: Common, as_json: bool) -> int:
    """Paths, sizes, versions, keyring and display; no secret."""
    with common.paths() as paths:
        settings_file.read(paths.settings)
        store = overview(paths.store)
        facts: dict[str, str | int | bool | None] = {
            "store": str(paths.store),
            "captures": store.captures,
            "store_bytes": store.size,
            "store_schema": store.schema,
            "store_problem": store.problem,
            "bodies": str(paths.bodies),
            "settings": str(paths.settings),
            "own_providers": str(paths.custom_providers),
            "resources": str(resource("style").parent),
            "keyring": open_vault(paths).describe(),
            "display": has_display(),
            # The library that speaks to keyrings has the name of what it speaks to.
            **{"keyring_library" if name == "keyring" else name: version for name, version in versions().items()},
        }
    if as_json:
        print_json(facts)
        return 0
    for name, value in facts.items():
        if value is None:
            continue
        shown = size_text(value) if name == "store_bytes" and isinstance(value, int) else value
        click.echo(f"{name.replace('_', ' '):<20}{shown}")
    return 0
