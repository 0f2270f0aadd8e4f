"""Adds, lists and removes signing secrets."""

import click

from inspector.cli.capture_secret import CAPTURE, read_captured
from inspector.cli.opening import opened
from inspector.cli.options import Common, as_json, common
from inspector.cli.output import counted, print_json, visible
from inspector.cli.passphrase import asked_change, unlock_to_keep
from inspector.cli.running import run
from inspector.cli.secret_option import KINDS, check_provider, read_value
from inspector.core.errors import UsageError
from inspector.core.paths import Paths
from inspector.core.secret import KEYRING_MOST, Kept, SecretName
from inspector.engine.engine import Engine
from inspector.engine.secret_keeping import SecretKeeping, open_vault
from inspector.providers.secret_forms import remark
from inspector.secrets.vault import Vault

PATIENCE = 3.0
"""Seconds for causes of failures; the next `listen` or window searches the rest."""

PLACES = {"keyring": "keyring", "file": "encrypted file", "session": "this session"}

keep_option = click.option(
    "--keep",
    type=click.Choice(["keyring", "file"]),
    help="Where: the system's keyring, or a file that a passphrase encrypts. [default: keyring, else file]",
)


@click.group("secrets")
def command() -> None:
    """Several named secrets per provider; values are never printed."""


@command.command("add")
@click.argument("provider")
@click.argument("name", required=False, default="default")
@click.argument("source", required=False, default="")
@click.option(
    "--from",
    "named_source",
    metavar="SOURCE",
    default="",
    show_default="a prompt",
    help="The same as SOURCE: env:NAME, file:PATH, - for input or capture:ID.",
)
@keep_option
@as_json
@common
def add(
    common: Common, provider: str, name: str, source: str, named_source: str, keep: Kept | None, as_json: bool
) -> int:
    """Keep a secret or public key of PROVIDER under NAME; one of that name is replaced.

    SOURCE is env:NAME, file:PATH, - for input, or capture:ID for one that came in a handshake; without one it is asked
    for. Earlier captures of the provider are judged again. Where there is no keyring, or with `--keep file`, secrets go
    to a file that a passphrase encrypts.
    """
    check_provider(provider)
    if not source and name.startswith((*KINDS, CAPTURE)):
        name, source = "default", name
    source = source or named_source or "-"
    if source.startswith(CAPTURE):
        with common.paths() as paths:
            value = read_captured(common, paths, provider, source)
    else:
        _, value = read_value(source, literal=False)
    if source == "-" and value.endswith(b"\n"):
        value = value[:-1].removesuffix(b"\r")
    if not value:
        raise UsageError("The secret is empty; nothing can be checked with it.")
    if sentence := remark(provider, value.decode("utf-8", "replace")):
        common.notice(sentence)
    with common.paths() as paths:
        vault = open_vault(paths)
        if keep is None and not keyring_takes(vault, value):
            keep = "file"
        if keep == "file":
            unlock_to_keep(vault, "; or give the secret to each command with --secret")
        kept, again = run(keep_it(paths, vault, SecretName(provider=provider, name=name), value, keep))
    if as_json:
        print_json({"provider": provider, "name": name, "kept": kept.kept, "judged_again": again})
    else:
        click.echo(
            visible(
                f"Kept {provider} “{name}” ({PLACES[kept.kept]}); {counted(again, 'earlier capture')} judged again."
            )
        )
    return 0


def keyring_takes(vault: Vault, value: bytes) -> bool:
    """Whether there is a keyring for a value of this size."""
    return len(value) <= KEYRING_MOST and vault.keeping().keyring != "none"


async def keep_it(
    paths: Paths, vault: Vault, name: SecretName, value: bytes, keep: Kept | None
) -> tuple[SecretName, int]:
    """Keep the secret, tell running programs, and judge earlier captures again."""
    engine = Engine(paths)
    engine.secrets.vault = vault
    try:
        kept = await engine.secrets.add(name.provider, name.name, value, keep)
        engine.store.bump_settings()
        again = await engine.rejudging.judgeable(name.provider)
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
                click.echo(visible(f"{secret.provider:<20}{secret.name:<20}{PLACES.get(secret.kept, secret.kept)}"))
        common.notice(keeping.vault.describe())
    return 0


@command.command("rename")
@click.argument("provider")
@click.argument("name")
@click.argument("new_name")
@common
def rename(common: Common, provider: str, name: str, new_name: str) -> int:
    """Give the secret NAME of PROVIDER another name; its value stays."""
    with common.paths() as paths:
        vault = unlocked(paths, provider, name)
        vault.change(provider, name, new_name)
        announce(common, paths)
    common.notice(f"{provider} “{name}” is now “{new_name}”.")
    return 0


@command.command("move")
@click.argument("provider")
@click.argument("name")
@click.argument("keep", metavar="keyring|file", type=click.Choice(["keyring", "file"]))
@common
def move(common: Common, provider: str, name: str, keep: Kept) -> int:
    """Keep the secret NAME of PROVIDER elsewhere: in the keyring, or in the file that a passphrase encrypts."""
    with common.paths() as paths:
        vault = unlocked(paths, provider, name)
        if keep == "file":
            unlock_to_keep(vault)
        vault.change(provider, name, name, keep)
        announce(common, paths)
    common.notice(f"{provider} “{name}” is kept in the {PLACES[keep]} now.")
    return 0


@command.command("passphrase")
@common
def passphrase(common: Common) -> int:
    """Set or change the passphrase of the encrypted file of secrets; it is asked for in the terminal."""
    with common.paths() as paths:
        asked_change(open_vault(paths))
    common.notice("The passphrase counts from now on.")
    return 0


@command.command("remove")
@click.argument("provider")
@click.argument("name", required=False, default="default")
@common
def remove(common: Common, provider: str, name: str) -> int:
    """Forget a secret. Verdicts that were reached with it stay."""
    with common.paths() as paths:
        vault = unlocked(paths, provider, name)
        if not any(one.provider == provider for one in vault.remembered()):
            check_provider(provider)
        vault.remove(provider, name)
        announce(common, paths)
    common.notice(f"Removed {provider} “{name}”.")
    return 0


def unlocked(paths: Paths, provider: str, name: str) -> Vault:
    """The vault; the encrypted file is open where this secret lies in it."""
    vault = open_vault(paths)
    if SecretName(provider=provider, name=name, kept="file") in vault.remembered():
        unlock_to_keep(vault)
    return vault


def announce(common: Common, paths: Paths) -> None:
    """Running programs of this store read the secrets again."""
    with opened(paths, common.notice) as here:
        here.store.bump_settings()
