"""Adds, lists and removes signing secrets."""

import click

from inspector.cli.opening import opened
from inspector.cli.options import Common, as_json, common
from inspector.cli.output import counted, print_json
from inspector.cli.running import run
from inspector.cli.secret_option import check_provider, read_value
from inspector.core.errors import UsageError
from inspector.core.paths import Paths
from inspector.core.secret import SecretName
from inspector.engine.engine import Engine
from inspector.engine.secret_keeping import SecretKeeping, open_vault
from inspector.providers.secret_forms import remark

PATIENCE = 3.0
"""Seconds for causes of failures; the next `listen` or window searches the rest."""


@click.group("secrets")
def command() -> None:
    """Several named secrets per provider; values are never printed."""


@command.command("add")
@click.argument("provider")
@click.argument("name", required=False, default="default")
@click.option(
    "--from",
    "source",
    metavar="SOURCE",
    default="-",
    show_default="a prompt",
    help="env:NAME, file:PATH or - for input.",
)
@as_json
@common
def add(common: Common, provider: str, name: str, source: str, as_json: bool) -> int:
    """Keep a secret of PROVIDER under NAME; one of that name is replaced.

    Earlier captures of the provider are judged again.
    """
    check_provider(provider)
    _, value = read_value(source, literal=False)
    if source == "-" and value.endswith(b"\n"):
        value = value[:-1].removesuffix(b"\r")
    if not value:
        raise UsageError("The secret is empty; nothing can be checked with it.")
    if sentence := remark(provider, value.decode("utf-8", "replace")):
        common.notice(sentence)
    with common.paths() as paths:
        kept, again = run(keep(paths, provider, name, value))
    if as_json:
        print_json({"provider": provider, "name": name, "kept": kept.kept, "judged_again": again})
    else:
        click.echo(f"Kept {provider} “{name}” ({kept.kept}); {counted(again, 'earlier capture')} judged again.")
    return 0


async def keep(paths: Paths, provider: str, name: str, value: bytes) -> tuple[SecretName, int]:
    """Keep the secret, tell running programs, and judge earlier captures again."""
    engine = Engine(paths)
    try:
        kept = await engine.secrets.add(provider, name, value)
        if kept.kept == "session":
            raise UsageError(
                "There is no keyring here, so this secret would end with the command. Set WEBHOOK_INSPECTOR_PASSPHRASE "
                "to keep secrets in a file encrypted with it, or give the secret to each command with --secret."
            )
        engine.store.bump_settings()
        again = await engine.rejudging.judgeable(provider)
        await engine.rejudging.run(again)
        await engine.diagnosing.drain(PATIENCE)
        return kept, len(again)
    finally:
        await engine.stop()


@command.command("list")
@as_json
@common
def list_(common: Common, as_json: bool) -> int:
    """Names of all secrets, and where each is kept."""
    with common.paths() as paths:
        keeping = SecretKeeping(open_vault(paths))
        for secret in keeping.names():
            if as_json:
                print_json({"provider": secret.provider, "name": secret.name, "kept": secret.kept})
            else:
                click.echo(f"{secret.provider:<20}{secret.name:<20}{secret.kept}")
        common.notice(keeping.vault.describe())
    return 0


@command.command("remove")
@click.argument("provider")
@click.argument("name", required=False, default="default")
@common
def remove(common: Common, provider: str, name: str) -> int:
    """Forget a secret. Verdicts that were reached with it stay."""
    with common.paths() as paths:
        open_vault(paths).remove(provider, name)
        with opened(paths, common.notice) as here:
            here.store.bump_settings()
    common.notice(f"Removed {provider} “{name}”.")
    return 0
