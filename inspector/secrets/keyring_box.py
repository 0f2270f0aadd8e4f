"""The system's keyring. It is imported when it is first needed: that costs a start about 90 ms."""

import base64
import functools
import logging
import sys
from contextlib import closing
from types import ModuleType
from typing import Protocol

from inspector.core.errors import ResourceError
from inspector.core.secret import Access

log = logging.getLogger(__name__)

SERVICE = "webhook-inspector"
LOCKED = "The keyring is locked; unlock it and try again."


class _Closing(Protocol):
    def close(self) -> None: ...


class _Collection(Protocol):
    connection: _Closing


class _SecretService(Protocol):
    """The backend that speaks to a Secret Service (freedesktop.org)."""

    def get_preferred_collection(self) -> _Collection:
        """The collection, unlocked."""


@functools.cache
def _keyring() -> ModuleType:
    # Imported here: neither the window nor a command without secrets needs it.
    import keyring

    return keyring


def name() -> str | None:
    """The name of the keyring, or None where there is none that works."""
    try:
        backend = _keyring().get_keyring()
        return str(backend.name) if float(backend.priority) >= 1 else None
    except Exception:
        log.info("The keyring cannot be asked for its name", exc_info=True)
        return None


def access() -> Access:
    """Whether there is a keyring, and whether it can be read now without asking the user for its password."""
    if name() is None:
        return "none"
    return "locked" if _is_locked() else "open"


def unlock() -> None:
    """Let the system ask for the keyring's password, and wait for it. Raises ResourceError where it stays locked."""
    try:
        service = _secret_service()
        if service is not None:
            service.get_preferred_collection().connection.close()
    except Exception as error:
        raise ResourceError("The keyring was not unlocked.") from error


def read(provider: str, secret: str) -> bytes | None:
    """The value of an entry, or None where there is none. Raises ResourceError while the keyring is locked or gone."""
    if _is_locked():
        raise ResourceError(LOCKED)
    try:
        text = _keyring().get_password(SERVICE, f"{provider}/{secret}") if _holds_any() else None
    except Exception as error:
        raise ResourceError("The keyring cannot be read; unlock it and try again.") from error
    return None if text is None else base64.b64decode(text)


def write(provider: str, secret: str, value: bytes) -> None:
    """Keep a value; entries are base64, as a keyring holds text. One that is locked asks. Raises ResourceError."""
    try:
        _keyring().set_password(SERVICE, f"{provider}/{secret}", base64.b64encode(value).decode())
    except Exception as error:
        raise ResourceError("The keyring cannot be written to; unlock it and try again.") from error


def remove(provider: str, secret: str) -> None:
    """Forget a value; one that is not there is no error. Raises ResourceError."""
    try:
        if _holds_any() and _keyring().get_password(SERVICE, f"{provider}/{secret}") is not None:
            _keyring().delete_password(SERVICE, f"{provider}/{secret}")
    except Exception as error:
        raise ResourceError("The keyring cannot be written to; unlock it and try again.") from error


def _secret_service() -> _SecretService | None:
    """The keyring where it is a Secret Service."""
    backend = _keyring().get_keyring()
    first: _SecretService = next(iter(getattr(backend, "backends", ())), backend)
    return first if type(first).__module__ == "keyring.backends.SecretService" else None


def _is_locked() -> bool:
    """Of a Secret Service only: others cannot be asked without the password being asked for."""
    return _collection_state() == "locked"


def _holds_any() -> bool:
    """Whether a collection is there: reading one that is not would ask the user to make one."""
    return _collection_state() != "missing"


def _collection_state() -> str:
    try:
        service = _secret_service()
        if service is None:
            return "unknown"
        # The very library that the keyring speaks with: a dependency of keyring where there can be a Secret Service.
        secretstorage = sys.modules[type(service).__module__].secretstorage
        with closing(secretstorage.dbus_init()) as bus:
            try:
                chosen = getattr(service, "preferred_collection", None)
                collection = secretstorage.Collection(bus, chosen) if chosen else secretstorage.Collection(bus)
                return "locked" if collection.is_locked() else "open"
            except secretstorage.ItemNotFoundException:
                return "missing"
    except Exception:
        log.info("The keyring does not say whether it is locked", exc_info=True)
        return "unknown"
