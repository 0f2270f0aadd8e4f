"""All secrets that the user gave us, wherever each is kept. Slow calls: the engine makes them on a thread."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from inspector.core.errors import InspectorError, NothingError, ResourceError, UsageError
from inspector.core.secret import KEYRING_MOST, LONGEST_NAME, Access, Keeping, Kept, Secret, SecretName
from inspector.secrets import keyring_box
from inspector.secrets.encrypted_file import EncryptedFile, Entries

log = logging.getLogger(__name__)

Names = tuple[SecretName, ...]


class Vault:
    """Keeps each secret where the user wants it: in the keyring, in the encrypted file, or for this session.

    Where nobody said, that is the keyring; where there is none or the value is too long for it, the encrypted file once
    a passphrase was given; else the session. A keyring cannot list, so the names stand in the settings, which `names`
    reads and `save_names` edits.
    """

    def __init__(
        self, *, names: Callable[[], Names], save_names: Callable[[Callable[[Names], Names]], None], file: Path
    ) -> None:
        self._names = names
        self._save_names = save_names
        self._file = EncryptedFile(file)
        self._session: dict[tuple[str, str], bytes] = {}
        self._turn = threading.RLock()

    def keeping(self) -> Keeping:
        """Which places there are, and which can be read without asking somebody."""
        file: Access = "open" if self._file.is_open else "locked" if self._file.is_there else "none"
        keyring = keyring_box.access()
        unread = sum(
            (one.kept == "keyring" and keyring != "open") or (one.kept == "file" and file != "open")
            for one in self.remembered()
        )
        return Keeping(keyring=keyring, file=file, file_name=self._file.path.name, unread=unread)

    @property
    def refused(self) -> bool:
        """Whether a passphrase was given for the encrypted file, by the environment, that does not open it."""
        return self._file.refused

    def describe(self) -> str:
        """Where a secret that is added now will be kept, and what cannot be read, in words."""
        keeping, file = self.keeping(), self._file.path.name
        locked = f"{file} is locked: give its passphrase." if keeping.file == "locked" else ""
        if keeping.keyring == "locked":
            said = f"Secrets are kept in the keyring ({keyring_box.name()}), which is locked now."
        elif keeping.keyring == "open":
            said = f"Secrets are kept in the keyring ({keyring_box.name()})."
        elif keeping.file == "open":
            said = f"There is no keyring here; secrets are kept in {file}, encrypted with your passphrase."
        elif keeping.file == "locked":
            said = "There is no keyring here."
        else:
            said = "There is no keyring here; secrets last until the program ends, or go to a file with a passphrase."
        refused = "The passphrase of WEBHOOK_INSPECTOR_PASSPHRASE does not open it." if self._file.refused else ""
        return " ".join(filter(None, (said, locked, refused)))

    def offer(self, passphrase: str) -> None:
        """Use this passphrase when the encrypted file is first needed; one that is wrong leaves it locked."""
        self._file.offer(passphrase)

    def unlock(self, passphrase: str) -> None:
        """Use the encrypted file from now on; it is made where there is none. Raises UsageError for a wrong one."""
        with self._turn:
            self._file.unlock(passphrase)

    def unlock_keyring(self) -> None:
        """Let the system ask for the keyring's password. Raises ResourceError where it stays locked."""
        keyring_box.unlock()

    def change_passphrase(self, old: str, new: str) -> None:
        """Encrypt the file with another passphrase. Raises UsageError where the old one is wrong."""
        with self._turn:
            self._file.change_passphrase(old, new)

    def remembered(self) -> Names:
        """Names of all secrets, those of this session included."""
        kept = {(name.provider, name.name): name for name in self._names()}
        for provider, name in self._session:
            kept[provider, name] = SecretName(provider=provider, name=name, kept="session")
        return tuple(sorted(kept.values()))

    def load(self) -> dict[str, tuple[Secret, ...]]:
        """All secrets that can be had now, by provider; a locked keyring or file simply gives none, and asks nobody."""
        found: dict[str, tuple[Secret, ...]] = {}
        with self._turn:
            values = self._readable(self.remembered())
        for (provider, name), value in values.items():
            found[provider] = (*found.get(provider, ()), Secret(provider=provider, name=name, value=value))
        return found

    def add(self, provider: str, name: str, value: bytes, keep: Kept | None = None) -> SecretName:
        """Keep a secret; one of that provider and name is replaced. Says where it went.

        Raises UsageError where it cannot be kept where that was wanted, ResourceError where the keyring refuses.
        """
        if len(name) > LONGEST_NAME or not name.isprintable():
            raise UsageError(f"A secret's name has at most {LONGEST_NAME} characters, all of them printable.")
        with self._turn:
            place = self._place(value, keep)
            before = next((one for one in self.remembered() if (one.provider, one.name) == (provider, name)), None)
            moved = before if before is not None and before.kept != place else None
            if moved is not None and moved.kept == "file":
                self._file.read()  # raises while it is locked, before anything was changed
            if place == "keyring":
                keyring_box.write(provider, name, value)
            elif place == "file":
                self._file.edit(lambda entries: entries | {(provider, name): value})
            if moved is not None:
                self._drop(moved)
            added = SecretName(provider=provider, name=name, kept=place)
            self._remember(added, value)
            return added

    def change(self, provider: str, name: str, new_name: str, keep: Kept | None = None) -> SecretName:
        """Give a secret another name, another place, or both. Raises NothingError, UsageError, ResourceError."""
        with self._turn:
            before = self._find(provider, name)
            taken = any((one.provider, one.name) == (provider, new_name) for one in self.remembered())
            if taken and new_name != name:
                raise UsageError(f"There is a secret “{new_name}” of {provider} already; choose another name.")
            value = self.reveal(provider, name)
            kept: Kept = "session" if before.kept == "session" else "file" if before.kept == "file" else "keyring"
            added = self.add(provider, new_name, value, keep or kept)
            if new_name != name:
                self.remove(provider, name)
            return added

    def remove(self, provider: str, name: str) -> None:
        """Forget a secret and its name. Raises NothingError where there is none."""
        with self._turn:
            self._drop(self._find(provider, name))
            self._save_names(lambda names: tuple(n for n in names if (n.provider, n.name) != (provider, name)))

    def remove_all(self) -> None:
        """Forget every secret and every name. Raises ResourceError after the last for those that the keyring keeps."""
        with self._turn:
            self._session.clear()
            self._file.remove()
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
            kept = self._find(provider, name)
            if kept.kept == "session":
                return self._session[provider, name]
            if kept.kept == "keyring":
                value = keyring_box.read(provider, name)
            else:
                value = self._file.read().get((provider, name))
        if value is None:
            place = "in the keyring" if kept.kept == "keyring" else f"in {self._file.path.name}"
            raise ResourceError(f"The value of {provider} “{name}” is not {place} any more; add it again.")
        return value

    def _find(self, provider: str, name: str) -> SecretName:
        for known in self.remembered():
            if (known.provider, known.name) == (provider, name):
                return known
        raise NothingError(f"There is no secret “{name}” of {provider}; `secrets list` names them.")

    def _readable(self, names: Names) -> dict[tuple[str, str], bytes]:
        values: dict[tuple[str, str], bytes] = {}
        entries: Entries = {}
        keyring_reads = True
        try:
            entries = self._file.read() if any(one.kept == "file" for one in names) else {}
        except InspectorError as error:
            log.info("Secrets in the file are not used: %s", error)
        for one in names:
            key = (one.provider, one.name)
            try:
                if one.kept == "keyring":
                    value = keyring_box.read(*key) if keyring_reads else None
                else:
                    value = self._session.get(key, entries.get(key))
            except ResourceError as error:
                log.info("Secrets in the keyring are not used: %s", error)
                keyring_reads, value = False, None  # the others of the keyring cannot be read either
            if value is not None:
                values[key] = value
        return values

    def _place(self, value: bytes, keep: Kept | None) -> Kept:
        """Where a value goes."""
        too_long = len(value) > KEYRING_MOST
        if keep == "keyring" and too_long:
            raise UsageError(
                f"The value has {len(value):,} bytes, more than a keyring keeps in one entry ({KEYRING_MOST:,}); "
                "keep it in the encrypted file."
            )
        if keep == "keyring" and keyring_box.name() is None:
            raise UsageError("There is no keyring here; keep the secret in the encrypted file, or for this session.")
        if keep == "file" and not self._file.is_open:
            state = "is locked" if self._file.is_there else "has no passphrase yet"
            raise UsageError(f"The file of secrets {state}; give its passphrase first.")
        if keep is not None:
            return keep
        if not too_long and keyring_box.name() is not None:
            return "keyring"
        return "file" if self._file.is_open else "session"

    def _drop(self, kept: SecretName) -> None:
        """Forget a value where it is kept."""
        key = (kept.provider, kept.name)
        self._session.pop(key, None)
        if kept.kept == "keyring":
            keyring_box.remove(*key)
        elif kept.kept == "file":
            self._file.edit(lambda entries: {one: value for one, value in entries.items() if one != key})

    def _remember(self, added: SecretName, value: bytes) -> None:
        key = (added.provider, added.name)
        self._session.pop(key, None)
        named: Names = (added,)
        if added.kept == "session":
            self._session[key], named = value, ()
        if named or any((n.provider, n.name) == key for n in self._names()):
            self._save_names(lambda names: (*(n for n in names if (n.provider, n.name) != key), *named))
