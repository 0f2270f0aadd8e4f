"""All secrets that the user gave us, wherever each is kept. Slow calls: the engine makes them on a thread."""

import threading
from collections.abc import Callable
from pathlib import Path

from inspector.core.errors import InspectorError, NothingError, ResourceError, UsageError
from inspector.core.secret import Secret, SecretName
from inspector.secrets import encrypted_file, keyring_box

Names = tuple[SecretName, ...]


class Vault:
    """Keeps each secret in the keyring; where there is none, in the encrypted file once a passphrase was given.

    Else a secret lasts for this session. A keyring cannot list, so the names stand in the settings, which `names` reads
    and `save_names` edits.
    """

    def __init__(
        self, *, names: Callable[[], Names], save_names: Callable[[Callable[[Names], Names]], None], file: Path
    ) -> None:
        self._names = names
        self._save_names = save_names
        self._file = file
        self._passphrase: str | None = None
        self._session: dict[tuple[str, str], bytes] = {}
        self._turn = threading.RLock()

    def describe(self) -> str:
        """Where a secret that is added now will be kept, in words."""
        if keyring := keyring_box.name():
            return f"Secrets are kept in the keyring ({keyring})."
        if self._passphrase is not None:
            return f"There is no keyring here; secrets are kept in {self._file.name}, encrypted with your passphrase."
        if any(name.kept == "file" for name in self._names()):
            return (
                f"There is no keyring here; {self._file.name} is locked, set WEBHOOK_INSPECTOR_PASSPHRASE to open it."
            )
        return "There is no keyring here; secrets last until the program ends."

    def unlock(self, passphrase: str) -> None:
        """Use the encrypted file from now on; it is made when the first secret is kept. Raises UsageError."""
        with self._turn:
            encrypted_file.read(self._file, passphrase)
            self._passphrase = passphrase

    def remembered(self) -> Names:
        """Names of all secrets, those of this session included."""
        kept = {(name.provider, name.name): name for name in self._names()}
        for provider, name in self._session:
            kept[provider, name] = SecretName(provider=provider, name=name, kept="session")
        return tuple(sorted(kept.values()))

    def load(self) -> dict[str, tuple[Secret, ...]]:
        """All secrets that can be had now, by provider; a locked keyring or file simply gives none."""
        found: dict[str, tuple[Secret, ...]] = {}
        with self._turn:
            for name in self.remembered():
                try:
                    value = self._value(name)
                except InspectorError:
                    continue
                if value is not None:
                    secret = Secret(provider=name.provider, name=name.name, value=value)
                    found[name.provider] = (*found.get(name.provider, ()), secret)
        return found

    def add(self, provider: str, name: str, value: bytes) -> SecretName:
        """Keep a secret; one of that provider and name is replaced. Says where it went. Raises ResourceError."""
        with self._turn:
            if keyring_box.name() and len(value) <= keyring_box.MOST:
                keyring_box.write(provider, name, value)
                return self._remember(SecretName(provider=provider, name=name, kept="keyring"))
            if self._passphrase is not None:
                entries = encrypted_file.read(self._file, self._passphrase)
                encrypted_file.write(self._file, self._passphrase, entries | {(provider, name): value})
                return self._remember(SecretName(provider=provider, name=name, kept="file"))
            self._session[provider, name] = value
            return SecretName(provider=provider, name=name, kept="session")

    def remove(self, provider: str, name: str) -> None:
        """Forget a secret and its name. Raises NothingError where there is none."""
        with self._turn:
            kept = self._find(provider, name)
            self._session.pop((provider, name), None)
            if kept.kept == "keyring":
                keyring_box.remove(provider, name)
            elif kept.kept == "file":
                if self._passphrase is None:
                    raise UsageError("The file of secrets is locked; give its passphrase first.")
                entries = encrypted_file.read(self._file, self._passphrase)
                entries.pop((provider, name), None)
                encrypted_file.write(self._file, self._passphrase, entries)
            self._save_names(lambda names: tuple(n for n in names if (n.provider, n.name) != (provider, name)))

    def remove_all(self) -> None:
        """Forget every secret and every name. Raises ResourceError after the last for those that the keyring keeps."""
        with self._turn:
            self._session.clear()
            self._file.unlink(missing_ok=True)
            left: list[SecretName] = []
            for name in self._names():
                try:
                    if name.kept == "keyring":
                        keyring_box.remove(name.provider, name.name)
                except ResourceError:
                    left.append(name)
            self._save_names(lambda _: tuple(left))
        if left:
            raise ResourceError(
                f"The keyring is locked, so it keeps {len(left)} of the secrets; unlock it and remove them again."
            )

    def reveal(self, provider: str, name: str) -> bytes:
        """The value of a secret. Raises NothingError where there is none, ResourceError where it cannot be had now."""
        with self._turn:
            value = self._value(self._find(provider, name))
        if value is None:
            raise ResourceError(f"The value of {provider} “{name}” is not in the keyring any more; add it again.")
        return value

    def _find(self, provider: str, name: str) -> SecretName:
        for known in self.remembered():
            if (known.provider, known.name) == (provider, name):
                return known
        raise NothingError(f"There is no secret “{name}” of {provider}; `secrets list` names them.")

    def _value(self, name: SecretName) -> bytes | None:
        if (name.provider, name.name) in self._session:
            return self._session[name.provider, name.name]
        if name.kept == "keyring":
            return keyring_box.read(name.provider, name.name)
        if self._passphrase is None:
            raise ResourceError("The file of secrets is locked; give its passphrase first.")
        return encrypted_file.read(self._file, self._passphrase).get((name.provider, name.name))

    def _remember(self, added: SecretName) -> SecretName:
        key = (added.provider, added.name)
        self._session.pop(key, None)
        self._save_names(lambda names: (*(n for n in names if (n.provider, n.name) != key), added))
        return added
