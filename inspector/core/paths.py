"""Where things live. Made once by the command and passed on, never read from a global."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The store's file and the folders for settings and logs."""

    store: Path
    config: Path
    logs: Path
    temporary: bool = False
    """The store is removed when the program ends (`--store temp`)."""
    usual: bool = True
    """Nobody named another store."""

    @property
    def settings(self) -> Path:
        """The person's habits and the names of secrets."""
        return self.config / "settings.toml"

    @property
    def custom_providers(self) -> Path:
        """The providers that the user described."""
        return self.config / "providers.toml"

    @property
    def secrets_file(self) -> Path:
        """Secrets encrypted with a passphrase, where there is no keyring."""
        return self.config / "secrets.enc"

    @property
    def sample_key(self) -> Path:
        """The key from which the secrets of sample events are derived."""
        return self.config / "sample.key"

    @property
    def sample_pairs(self) -> Path:
        """The folder of the key pairs that sample events of providers with public keys are signed with."""
        return self.config / "sample-keys"

    @property
    def fetched_keys(self) -> Path:
        """Public keys that were fetched from providers."""
        return self.config / "fetched-keys.json"

    @property
    def own_samples(self) -> Path:
        """The folder of the user's own samples."""
        return self.config / "samples"

    @property
    def shape(self) -> Path:
        """What the window remembers of its shape."""
        return shape_of(self.config)

    @property
    def bodies(self) -> Path:
        """Large bodies, one file each."""
        return bodies_of(self.store)

    @property
    def drafts(self) -> Path:
        """Requests on their way from the window to the engine, for a moment each; only the user can read it."""
        return drafts_of(self.store)

    @property
    def server_name(self) -> str:
        """Names the one window of this store among all windows of this user."""
        return "webhook-inspector-" + hashlib.sha256(os.fsencode(self.store.resolve())).hexdigest()[:16]


def shape_of(config: Path) -> Path:
    """The file in the folder of the settings in which the window remembers its shape."""
    return config / "window.json"


def drafts_of(store: Path) -> Path:
    """The folder of requests that were edited for a store and are not sent yet."""
    return store.with_name(store.name + ".drafts")


def bodies_of(store: Path) -> Path:
    """The folder of a store's large bodies."""
    return store.with_name(store.name + ".bodies")
