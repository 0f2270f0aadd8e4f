"""The passphrase of the encrypted file of secrets, asked for on a terminal and nowhere else."""

import sys
from collections.abc import Callable, Container

import click

from inspector import settings_file
from inspector.core.errors import UsageError
from inspector.core.paths import Paths
from inspector.engine.secret_keeping import PASSPHRASE_VARIABLE, SecretKeeping, open_vault
from inspector.secrets.vault import Vault

TRIES = 3


def unlock_to_keep(vault: Vault, otherwise: str = "") -> None:
    """Open the encrypted file for writing, or make it. Raises UsageError where nobody can be asked, or none fits.

    `otherwise` says what else the user can do.
    """
    keeping = vault.keeping()
    if keeping.file == "open":
        return
    if not sys.stdin.isatty():
        if vault.refused:
            raise UsageError(
                f"The passphrase in {PASSPHRASE_VARIABLE} does not open {keeping.file_name}; nothing was changed. Set "
                f"the right one, or start this in a terminal, where it is asked for{otherwise}."
            )
        raise UsageError(
            f"The passphrase of {keeping.file_name} is needed: set {PASSPHRASE_VARIABLE}, or start this in a terminal, "
            f"where it is asked for{otherwise}."
        )
    if keeping.file == "none":
        click.echo(
            f"A new file {keeping.file_name} is encrypted with it; without it nobody can read it again.", err=True
        )
        vault.unlock(_asked("New passphrase", confirm=True))
        return
    if not _opened(vault, f"Passphrase of {keeping.file_name}"):
        raise UsageError("Without its passphrase the file of secrets stays locked; nothing was changed.")


def passphrase_for_reading(
    paths: Paths, notice: Callable[[str], None] = lambda _: None, *, of: Container[str] | None = None
) -> str:
    """On a terminal, the passphrase where secrets lie in the file and it is locked; empty goes on without them.

    Of these providers, or of any. `notice` is told where nobody can be asked.
    """
    vault = open_vault(paths)
    count = sum(one.kept == "file" and (of is None or one.provider in of) for one in vault.remembered())
    if not count or vault.keeping().file != "locked":
        return ""
    if not sys.stdin.isatty():
        notice(unread_words(vault))
        return ""
    which = "1 secret" if count == 1 else f"{count} secrets"
    return _opened(vault, f"Passphrase for {which} in {paths.secrets_file.name} (Enter goes on without)")


def unread_words(vault: Vault) -> str:
    """That secrets are out of reach, why, and what opens them where nobody can be asked."""
    how = f" Set {PASSPHRASE_VARIABLE} to it." if vault.keeping().file == "locked" else ""
    return f"Not all secrets can be read now. {vault.describe()}{how}"


def read_vault(
    keeping: SecretKeeping, paths: Paths, notice: Callable[[str], None], *, of: Container[str] | None
) -> None:
    """Take what the vault holds, and say where secrets of these providers, or of any, cannot be read now."""
    if not settings_file.read(paths.settings).secrets:
        return
    keeping.vault.offer(passphrase_for_reading(paths, of=of))
    keeping.take(keeping.vault.load())
    if any(one.provider not in keeping.current and (of is None or one.provider in of) for one in keeping.names()):
        notice(unread_words(keeping.vault))


def asked_change(vault: Vault) -> None:
    """Ask for the passphrase that counts now and for another, and encrypt the file with that. Raises UsageError."""
    if not sys.stdin.isatty():
        raise UsageError("A passphrase is changed in a terminal, where it is asked for, or in the window.")
    if vault.keeping().file == "none":
        unlock_to_keep(vault)
        return
    vault.change_passphrase(_asked("Passphrase now"), _asked("New passphrase", confirm=True))


def _opened(vault: Vault, prompt: str) -> str:
    """The passphrase that opens the file; empty where none was given. Raises UsageError after three that are wrong."""
    for left in reversed(range(TRIES)):
        given = _asked(prompt)
        if not given:
            return ""
        try:
            vault.unlock(given)
        except UsageError as error:
            if not left:
                raise
            click.echo(str(error), err=True)
        else:
            return given
    return ""


def _asked(prompt: str, *, confirm: bool = False) -> str:
    repeat = "The same again" if confirm else False
    given = click.prompt(prompt, default="", show_default=False, hide_input=True, confirmation_prompt=repeat, err=True)
    return str(given)
