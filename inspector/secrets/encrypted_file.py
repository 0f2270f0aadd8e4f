"""Secrets in a file encrypted with a passphrase: scrypt (RFC 7914) for the key, AES-256-GCM for the content."""

import base64
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector.core.errors import ResourceError, UsageError
from inspector.core.file_lock import locked
from inspector.core.whole_file import replace_whole

MAGIC = b"WIS1"
SALT = 16
NONCE = 12
COST = 2**15
"""scrypt's n: about 100 ms and 32 MB for each guess."""

Entries = dict[tuple[str, str], bytes]

WRONG = "The passphrase does not open the file of secrets; try another."


class EncryptedFile:
    """Reads and replaces the file once its passphrase was given; making the key of a passphrase is slow on purpose.

    The passphrase itself is not kept, but its key.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._salt = b""
        self._key: bytes | None = None
        self._offered = ""
        self.refused = False
        """Whether the passphrase that was offered does not open the file."""

    def offer(self, passphrase: str) -> None:
        """Use this passphrase when the file is first needed; nothing is read or made before. An empty one is none."""
        self._offered = passphrase or self._offered

    @property
    def is_there(self) -> bool:
        """Whether there is such a file."""
        return self.path.exists()

    @property
    def is_open(self) -> bool:
        """Whether a passphrase that fits was given."""
        if self._offered and self.is_there:
            self._try_offered()
        return self._key is not None or bool(self._offered)

    def unlock(self, passphrase: str) -> None:
        """Use the file from now on; one that is not there is made. Raises UsageError for a passphrase that is wrong."""
        if not passphrase:
            raise UsageError("The passphrase is empty; the file of secrets needs one.")
        with self._alone():
            content = self._content()
            salt = os.urandom(SALT) if content is None else content[4 : 4 + SALT]
            key = _derived(passphrase, salt)
            if content is None:
                self._replace({}, salt, key)
            else:
                _opened(content, key)
            self._salt, self._key = salt, key
        self._offered, self.refused = "", False

    def read(self) -> Entries:
        """All secrets by provider and name. Raises UsageError while the file is locked."""
        key = self._needed_key()
        content = self._content()
        if content is None:
            return {}
        try:
            return _opened(content, key)
        except UsageError:
            self._key = None  # somebody else gave the file another passphrase
            raise

    def edit(self, change: Callable[[Entries], Entries]) -> None:
        """Replace the file by one with other secrets. Raises UsageError while it is locked."""
        self._needed_key()
        with self._alone():
            entries = self.read()
            self._replace(change(entries), self._salt, self._needed_key())

    def change_passphrase(self, old: str, new: str) -> None:
        """Encrypt with another passphrase from now on. Raises UsageError where the old one is wrong."""
        if not new:
            raise UsageError("The new passphrase is empty; the file of secrets needs one.")
        with self._alone():
            content = self._content()
            if content is None:
                raise UsageError("There is no file of secrets yet, so it has no passphrase to change.")
            entries = _opened(content, _derived(old, content[4 : 4 + SALT]))
            salt = os.urandom(SALT)
            key = _derived(new, salt)
            self._replace(entries, salt, key)
            self._salt, self._key = salt, key

    def remove(self) -> None:
        """Remove the file with all that it holds. Raises ResourceError."""
        self._key, self._offered = None, ""
        try:
            self.path.unlink(missing_ok=True)
            self._lock_file.unlink(missing_ok=True)
        except OSError as error:
            raise ResourceError(f"{self.path} cannot be removed: {error.strerror}.") from error

    @property
    def _lock_file(self) -> Path:
        return self.path.with_name(self.path.name + ".lock")

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other process reads or replaces the file meanwhile."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with locked(self._lock_file):
                yield
        except OSError as error:
            raise ResourceError(f"The file of secrets {self.path} cannot be used: {error.strerror}.") from error

    def _try_offered(self) -> None:
        offered, self._offered = self._offered, ""
        try:
            self.unlock(offered)
        except UsageError:
            self.refused = True

    def _needed_key(self) -> bytes:
        if self._offered:
            self._try_offered()
        if self._key is None:
            raise UsageError("The file of secrets is locked; give its passphrase first.")
        return self._key

    def _content(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise ResourceError(f"The file of secrets {self.path} cannot be read: {error.strerror}.") from error

    def _replace(self, entries: Entries, salt: bytes, key: bytes) -> None:
        nonce = os.urandom(NONCE)
        listed = [(provider, name, base64.b64encode(value).decode()) for (provider, name), value in entries.items()]
        sealed = _sealed(json.dumps(listed).encode(), key, nonce)
        try:
            replace_whole(self.path, MAGIC + salt + nonce + sealed)
        except OSError as error:
            raise ResourceError(f"The file of secrets {self.path} cannot be written: {error.strerror}.") from error


def _derived(passphrase: str, salt: bytes) -> bytes:
    # Imported here, as below: most runs keep no secret in a file and need not load the library.
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    try:
        return Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(passphrase.encode("utf-8", "surrogateescape"))
    except ValueError as error:
        raise UsageError(WRONG) from error


def _sealed(plain: bytes, key: bytes, nonce: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key).encrypt(nonce, plain, MAGIC)


def _opened(content: bytes, key: bytes) -> Entries:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, sealed = content[4 + SALT : 4 + SALT + NONCE], content[4 + SALT + NONCE :]
    try:
        listed = json.loads(AESGCM(key).decrypt(nonce, sealed, MAGIC))
    except (InvalidTag, ValueError) as error:
        raise UsageError(WRONG) from error
    return {(provider, name): base64.b64decode(value) for provider, name, value in listed}
