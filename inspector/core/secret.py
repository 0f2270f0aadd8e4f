"""A signing secret that the user gave us: named, and never printed by accident."""

from dataclasses import dataclass, field
from typing import Literal

Kept = Literal["keyring", "file", "session"]
"""Where a value lives: the system's keyring, the file encrypted with a passphrase, or this session only."""
Access = Literal["none", "locked", "open"]
"""Whether a place is there, and whether it can be read without asking somebody."""

KEYRING_MOST = 2_000
"""Bytes that every keyring can hold in one entry; longer values go to the encrypted file."""
LONGEST_NAME = 100
"""Characters of a secret's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """One of several secrets of a provider; its repr never shows the value."""

    provider: str
    name: str
    value: bytes = field(repr=False)
    source: str = ""
    """The address that a public key was fetched from; empty for what the user gave us."""

    @property
    def masked(self) -> str:
        """The value made safe to show: a known prefix, then dots."""
        text = self.value.decode("utf-8", "replace")
        prefix = next((p for p in ("whsec_", "whsk_", "whpk_") if text.startswith(p)), "")
        return prefix + "•" * 8


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SecretName:
    """What settings remember of a secret: whose it is, what it is called and where its value lives."""

    provider: str
    name: str
    kept: str = "keyring"
    """`keyring`, `file` (encrypted with a passphrase) or `session`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """The places that can keep a secret now, as they were when they were looked at last."""

    keyring: Access = "none"
    file: Access = "none"
    file_name: str = "secrets.enc"
    unread: int = 0
    """Secrets that are kept, but cannot be read now: captures are not checked with them."""


NOWHERE = Keeping()
