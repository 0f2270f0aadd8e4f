"""A keyring in memory, and vaults over it."""

from collections.abc import Callable
from pathlib import Path

from keyring.backend import KeyringBackend

from inspector.core.secret import SecretName
from inspector.secrets.vault import Names, Vault


class MemoryKeyring(KeyringBackend):
    """Keeps entries in a dict; while `locked`, every call fails as a locked keyring does."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        del self.entries[service, username]

    def _check(self) -> None:
        if self.locked:
            raise RuntimeError("locked")


def vault_in(folder: Path) -> tuple[Vault, list[SecretName]]:
    """A vault whose names stand in a list."""
    names: list[SecretName] = []

    def save(edit: Callable[[Names], Names]) -> None:
        names[:] = edit(tuple(names))

    return Vault(names=lambda: tuple(names), save_names=save, file=folder / "secrets.enc"), names
