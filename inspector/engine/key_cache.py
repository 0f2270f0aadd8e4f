"""Public keys that were fetched, in a file of the config folder: where each came from, when, and its SHA-256.

They are no secrets; but who could change them could have messages called genuine, so the file is the user's alone.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.core import clock
from inspector.core.errors import ResourceError
from inspector.core.file_lock import locked
from inspector.core.secret import Secret
from inspector.core.whole_file import replace_whole
from inspector.providers.basis import Secrets
from inspector.providers.key_sources import host_of, is_own
from inspector.providers.registry import find

MOST = 100
"""Keys that are kept, the newest of them."""
LARGEST = 16 * 1024 * 1024
"""Bytes of the file; a larger one is none of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedKey:
    """What a provider's own address gave: a certificate or a set of keys."""

    provider: str
    address: str
    fetched_at: datetime
    content: bytes

    def as_secret(self) -> Secret:
        """The form in which it is tried, behind what the user entered."""
        return Secret(
            provider=self.provider,
            name=f"fetched from {host_of(self.address)}",
            value=self.content,
            source=self.address,
        )


def read(file: Path) -> tuple[FetchedKey, ...]:
    """The keys of a file, the newest last; what is damaged or comes from an address that no longer counts is not."""
    try:
        entries = json.loads(file.read_bytes()[:LARGEST])["keys"]
        return tuple(key for one in entries if (key := _key_of(one)) is not None)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ()


def keep(file: Path, key: FetchedKey) -> tuple[FetchedKey, ...]:
    """Write a key down in place of the one of before; gives all. Raises ResourceError where that cannot be done."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(file.with_name(file.name + ".lock")):
            others = [one for one in read(file) if (one.provider, one.address) != (key.provider, key.address)]
            keys = (*others, key)[-MOST:]
            replace_whole(file, json.dumps({"keys": [_entry_of(one) for one in keys]}, indent=1).encode())
    except OSError as error:
        raise ResourceError(f"The fetched keys {file} cannot be written: {error.strerror or error}.") from error
    return keys


def as_secrets(keys: Iterable[FetchedKey]) -> Secrets:
    """The keys by provider, the newest first."""
    found: dict[str, tuple[Secret, ...]] = {}
    for key in keys:
        found[key.provider] = (key.as_secret(), *found.get(key.provider, ()))
    return found


def _entry_of(key: FetchedKey) -> dict[str, str]:
    return {
        "provider": key.provider,
        "address": key.address,
        "fetched_at": clock.to_text(key.fetched_at),
        "sha256": hashlib.sha256(key.content).hexdigest(),
        "content": key.content.decode("latin-1"),
    }


def _key_of(entry: dict[str, str]) -> FetchedKey | None:
    content = entry["content"].encode("latin-1")
    provider = find(entry["provider"])
    if provider is None or not is_own(provider, entry["address"]):
        return None
    if hashlib.sha256(content).hexdigest() != entry["sha256"]:
        return None
    return FetchedKey(
        provider=provider.id,
        address=entry["address"],
        fetched_at=clock.from_text(entry["fetched_at"]),
        content=content,
    )
