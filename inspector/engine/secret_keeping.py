"""The secrets that captures are judged with: those of this session and those of the vault."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from inspector import settings_file
from inspector.core.errors import InspectorError, NothingError
from inspector.core.paths import Paths
from inspector.core.secret import Keeping, Kept, Secret, SecretName
from inspector.core.verdict import Judgement
from inspector.engine.aside import aside
from inspector.engine.sample_secrets import SampleSecrets
from inspector.providers.basis import NO_SAMPLES, Samples, Secrets
from inspector.providers.provider import Provider
from inspector.providers.registry import PROVIDERS
from inspector.providers.samples.secret import NAME, sample_secrets
from inspector.secrets import sample_key
from inspector.secrets.vault import Vault

log = logging.getLogger(__name__)

PASSPHRASE_VARIABLE = "WEBHOOK_INSPECTOR_PASSPHRASE"
"""Opens the encrypted file of secrets."""
LOOK_S = 1.0
"""Seconds between two looks at a keyring that is locked, while there are secrets in it."""


def open_vault(paths: Paths) -> Vault:
    """The vault of these paths; its names stand in the settings file.

    A passphrase in the environment that opens nothing leaves the file locked, and `describe` says so.
    """

    def save(edit: Callable[[tuple[SecretName, ...]], tuple[SecretName, ...]]) -> None:
        settings_file.change(paths.settings, lambda settings: replace(settings, secrets=edit(settings.secrets)))

    vault = Vault(names=lambda: names_in(paths.settings), save_names=save, file=paths.secrets_file)
    if passphrase := os.environ.get(PASSPHRASE_VARIABLE):
        vault.offer(passphrase)
    return vault


def names_in(settings: Path) -> tuple[SecretName, ...]:
    """The names that the settings file remembers."""
    return settings_file.read(settings).secrets


def open_samples(paths: Paths, custom: tuple[Provider, ...] = ()) -> Samples:
    """The secrets of sample events, of providers that the user described as well; none where their key can be neither
    read nor made."""
    try:
        shared = sample_secrets(sample_key.read_or_make(paths.sample_key), (*PROVIDERS, *custom))
        return SampleSecrets(shared, paths.sample_pairs)
    except InspectorError as error:
        log.info("Samples are not recognised: %s", error)
        return NO_SAMPLES


class SecretKeeping:
    """All secrets by provider, in the order in which they are tried. Slow calls run on a thread."""

    def __init__(self, vault: Vault, session: Iterable[Secret] = (), samples: Samples = NO_SAMPLES) -> None:
        self.vault = vault
        self.samples = samples
        self._session = tuple(session)
        self._kept: dict[str, tuple[Secret, ...]] = {}
        self._fetched: Secrets = {}
        self.current: Secrets = self._all()
        self.keeping = Keeping()
        """Where secrets can be kept, as it was when they were loaded last."""
        self.where = ""
        """The same in words."""

    async def load(self) -> None:
        """Read the vault again; what it cannot give now is simply not there."""
        kept, self.keeping, self.where = await aside(self._looked_up)
        self.take(kept)

    def take(self, kept: Mapping[str, tuple[Secret, ...]]) -> None:
        """Judge with these of the vault from now on."""
        self._kept = dict(kept)
        self.current = self._all()

    def take_fetched(self, fetched: Secrets) -> None:
        """Judge also with these public keys, behind what the user gave."""
        self._fetched = fetched
        self.current = self._all()

    async def watch(self, on_unlocked: Callable[[], Awaitable[None]]) -> None:
        """While secrets lie in a keyring that is locked, look now and then whether the user has unlocked it."""
        while True:
            await asyncio.sleep(LOOK_S)
            if self.keeping.keyring == "locked" and self.keeping.unread:
                keeping = await aside(self.vault.keeping)
                if keeping.keyring != "locked":
                    await on_unlocked()

    async def add(self, provider: str, name: str, value: bytes, keep: Kept | None = None) -> SecretName:
        """Keep a secret; one of the same provider and name is replaced."""
        kept = await aside(self.vault.add, provider, name, value, keep)
        await self.load()
        return kept

    async def change(self, provider: str, name: str, new_name: str, keep: Kept | None = None) -> SecretName:
        """Give a secret another name or another place."""
        kept = await aside(self.vault.change, provider, name, new_name, keep)
        await self.load()
        return kept

    async def remove(self, provider: str, name: str) -> None:
        """Forget a secret. Raises NothingError when there is none of that name."""
        await aside(self.vault.remove, provider, name)
        await self.load()

    async def reveal(self, provider: str, name: str) -> str:
        """The value of a secret as text."""
        return (await aside(self.vault.reveal, provider, name)).decode("utf-8", "replace")

    async def unlock(self, passphrase: str | None) -> None:
        """Open the encrypted file, or make it; without a passphrase the keyring, which the system asks one for."""
        if passphrase is None:
            await aside(self.vault.unlock_keyring)
        else:
            await aside(self.vault.unlock, passphrase)
        await self.load()

    async def change_passphrase(self, old: str, new: str) -> None:
        """Encrypt the file with another passphrase."""
        await aside(self.vault.change_passphrase, old, new)
        await self.load()

    def explaining(self, judgement: Judgement) -> Secrets:
        """The secrets that a verdict is explained with: that of the samples only where it was the one that matched."""
        sample = self.samples.get(judgement.provider or "") if judgement.verdict.secret == NAME else None
        if sample is None:
            return dict(self.current)
        return {**self.current, sample.provider: (*self.current.get(sample.provider, ()), sample)}

    def signing(self, provider: str, name: str) -> bytes:
        """The value that a sample event is signed with: of the secret of that name, or the sample secret for none.

        A key pair is made where there is none yet. Raises NothingError where there is no such secret, ResourceError
        where the key pair cannot be made.
        """
        if name:
            found = next((secret for secret in self.current.get(provider, ()) if secret.name == name), None)
        elif isinstance(self.samples, SampleSecrets):
            found = self.samples.make(provider)
        else:
            found = self.samples.get(provider)
        if found is None and name:
            raise NothingError(f"There is no secret “{name}” of {provider} that can be read now.")
        if found is None:
            raise NothingError(f"There is no sample secret of {provider}: its key in the config folder cannot be used.")
        return found.value

    def names(self) -> tuple[SecretName, ...]:
        """Names of all secrets, those of the session included."""
        kept = {(n.provider, n.name): n for n in self.vault.remembered()}
        for secret in self._session:
            key = (secret.provider, secret.name)
            kept.setdefault(key, SecretName(provider=secret.provider, name=secret.name, kept="session"))
        return tuple(sorted(kept.values()))

    def names_now(self) -> frozenset[SecretName]:
        """Names of the secrets that captures are judged with now."""
        return frozenset(
            SecretName(provider=one.provider, name=one.name, kept="") for known in self._all().values() for one in known
        )

    def _looked_up(self) -> tuple[dict[str, tuple[Secret, ...]], Keeping, str]:
        return self.vault.load(), self.vault.keeping(), self.vault.describe()

    def _all(self) -> Secrets:
        found: dict[str, tuple[Secret, ...]] = dict(self._kept)
        for provider in dict.fromkeys(secret.provider for secret in self._session):
            own = tuple(secret for secret in self._session if secret.provider == provider)
            found[provider] = own + found.get(provider, ())
        for provider, keys in self._fetched.items():
            found[provider] = found.get(provider, ()) + keys
        return found
