"""Prints shell completion."""

import click
from click.shell_completion import get_completion_class

from inspector.cli.main import program

VARIABLE = "_WEBHOOK_INSPECTOR_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print shell completion, for example: eval "$(webhook-inspector completion bash)"."""
    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(program, {}, "webhook-inspector", VARIABLE).source())
