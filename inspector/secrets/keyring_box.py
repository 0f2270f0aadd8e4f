"""The system's keyring. It is imported when it is first needed: that costs a start about 90 ms."""

import base64
import functools
import logging
from types import ModuleType

from inspector.core.errors import ResourceError

log = logging.getLogger(__name__)

SERVICE = "webhook-inspector"
MOST = 2_000
"""Bytes that every keyring can hold in one entry."""


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


def read(provider: str, secret: str) -> bytes | None:
    """The value of an entry, or None where there is none. Raises ResourceError while the keyring is locked or gone."""
    try:
        text = _keyring().get_password(SERVICE, f"{provider}/{secret}")
    except Exception as error:
        raise ResourceError("The keyring cannot be read; unlock it and try again.") from error
    return None if text is None else base64.b64decode(text)


def write(provider: str, secret: str, value: bytes) -> None:
    """Keep a value; entries are base64, as a keyring holds text. Raises ResourceError."""
    try:
        _keyring().set_password(SERVICE, f"{provider}/{secret}", base64.b64encode(value).decode())
    except Exception as error:
        raise ResourceError("The keyring cannot be written to; unlock it and try again.") from error


def remove(provider: str, secret: str) -> None:
    """Forget a value; one that is not there is no error. Raises ResourceError."""
    try:
        if _keyring().get_password(SERVICE, f"{provider}/{secret}") is not None:
            _keyring().delete_password(SERVICE, f"{provider}/{secret}")
    except Exception as error:
        raise ResourceError("The keyring cannot be written to; unlock it and try again.") from error
