"""Says who is recognised."""

import click

from inspector.cli.options import Common, as_json, common
from inspector.cli.output import print_json
from inspector.cli.secret_option import check_provider
from inspector.providers.description import how_delivered, how_verified
from inspector.providers.provider import Provider
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
    for provider in chosen:
        if as_json:
            print_json(as_object(provider))
        elif name is None:
            click.echo(f"{provider.id:<20}{provider.name:<28}{provider.evidence}")
        else:
            show(provider)
    return 0


def as_object(provider: Provider) -> dict[str, object]:
    """One provider for programs."""
    return {
        "id": provider.id,
        "name": provider.name,
        "category": provider.category,
        "verified": list(how_verified(provider)),
        "delivery": how_delivered(provider),
        "evidence": provider.evidence,
        "doubts": list(provider.doubts),
    }


def show(provider: Provider) -> None:
    """Everything about one provider."""
    click.echo(f"{provider.name} ({provider.id}), {provider.category}")
    for line in how_verified(provider):
        click.echo(f"  {line}")
    click.echo(f"  Delivery: {how_delivered(provider)}")
    click.echo(f"  Evidence: {provider.evidence}")
    for doubt in provider.doubts:
        click.echo(f"  Not confirmed by the provider's documentation: {doubt}")
