"""Says who is recognised."""

import click

from inspector.cli.options import Common, as_json, common
from inspector.cli.output import print_json
from inspector.cli.secret_option import check_provider
from inspector.providers.description import Description, describe
from inspector.providers.registry import PROVIDERS, find


@click.command("providers")
@click.argument("name", required=False)
@as_json
@common
def command(common: Common, name: str | None, as_json: bool) -> int:
    """What is recognised, how each signature is checked, and on what evidence."""
    if name is not None:
        check_provider(name)
    chosen = PROVIDERS if name is None else tuple(filter(None, [find(name)]))
    for description in map(describe, chosen):
        if as_json:
            print_json(description.as_json())
        elif name is None:
            click.echo(f"{description.id:<20}{description.name:<28}{description.evidence}")
        else:
            show(description)
    return 0


def show(description: Description) -> None:
    """Everything about one provider."""
    click.echo(f"{description.name} ({description.id}), {description.category}")
    for line in description.lines:
        click.echo(f"  {line}")
    click.echo(f"  Evidence: {description.evidence}")
    for doubt in description.doubts:
        click.echo(f"  Not confirmed by the provider's documentation: {doubt}")
