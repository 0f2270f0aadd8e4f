"""What the window asks for that has to do with secrets; of each answer the value of a secret is only in `reveal`'s."""

from dataclasses import dataclass, field
from typing import TypeAlias

from inspector.core.secret import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSecret:
    """Keep a secret under a name and judge earlier captures of the provider again. Answer: SecretAdded."""

    provider: str
    name: str
    value: str = field(repr=False)
    keep: Kept | None = None
    """Where; None is the keyring, else the encrypted file if it is open, else this session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MendSecret:
    """Keep the secret that would match a capture, as its explanation offers it. Answer: SecretAdded."""

    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretAdded:
    """Where it is kept, how many captures are judged again, how many of them it matched; None: not known yet."""

    kept: str
    judged_again: int
    matched: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSecret:
    """Give a secret another name, another place to be kept, or both. Answer: None."""

    provider: str
    name: str
    new_name: str
    keep: Kept | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSecret:
    """Forget a secret. Answer: None."""

    provider: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealSecret:
    """Answer: the value as text, to be shown on purpose."""

    provider: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockSecrets:
    """Open the encrypted file, which is made where there is none; without a passphrase, the keyring. Answer: None."""

    passphrase: str | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePassphrase:
    """Encrypt the file of secrets with another passphrase. Answer: None."""

    old: str = field(repr=False)
    new: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchKey:
    """Fetch the public key of a capture from its provider now, which the user has agreed to.

    Answer: what came of it, in a sentence.
    """

    id: int


SecretWish: TypeAlias = (
    AddSecret | MendSecret | ChangeSecret | RemoveSecret | RevealSecret | UnlockSecrets | ChangePassphrase | FetchKey
)
