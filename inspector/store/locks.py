"""Locks between processes, on files: shared by all who use a store, alone for who changes the whole of it.

POSIX has `flock`, which belongs to the open file: two in one process do not disturb each other. Windows has only locks
of byte ranges that exclude: a shared holder takes one slot of many, who wants it alone takes all.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from inspector.core.errors import StoreError

if sys.platform == "win32":
    import msvcrt

    SLOTS = 64
    FIRST_SLOT = 1 << 20  # far behind the text: a locked byte cannot be read by others
else:
    import fcntl

FORGET_ABOVE = 4096
"""Bytes of pids, of some hundred starts, after which the list begins anew."""


class FileLock:
    """A lock on one file, which also holds the pids of its holders, so that a sentence can name them."""

    def __init__(self, path: Path) -> None:
        """Open the lock's file, made with 0600 where it is not there. Raises StoreError."""
        self._path = path
        self._slots: list[int] = []
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        except OSError as error:
            raise StoreError(f"{path} cannot be opened: {error.strerror}. Name another place with --store.") from error

    def share(self) -> bool:
        """Hold it together with others; False while somebody has it alone."""
        if not self._take(alone=False):
            return False
        if os.fstat(self._file).st_size > FORGET_ABOVE:
            os.ftruncate(self._file, 0)
        os.write(self._file, f"{os.getpid()}\n".encode())
        return True

    def alone(self) -> bool:
        """Hold it alone, also in place of a shared hold; False, and then not held at all, while anybody else has it."""
        self.release()
        if not self._take(alone=True):
            return False
        os.ftruncate(self._file, 0)
        os.write(self._file, f"{os.getpid()}\n".encode())
        return True

    def release(self) -> None:
        """Let go."""
        if sys.platform == "win32":
            for slot in self._slots:
                os.lseek(self._file, FIRST_SLOT + slot, os.SEEK_SET)
                msvcrt.locking(self._file, msvcrt.LK_UNLCK, 1)
            self._slots = []
        else:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Let go and close the file. Calling it twice is harmless."""
        if self._file >= 0:
            with suppress(OSError):
                self.release()
            os.close(self._file)
            self._file = -1

    def others(self) -> str:
        """Who else has it, for a sentence: `process 4711`, `processes 4711 and 4712`, or `another process`."""
        with suppress(OSError, ValueError):
            pids = sorted({int(line) for line in self._path.read_text().split()})
            living = [str(pid) for pid in pids if pid != os.getpid() and lives(pid)]
            if living:
                return ("process " if len(living) == 1 else "processes ") + " and ".join(living)
        return "another process"

    def _take(self, *, alone: bool) -> bool:
        if sys.platform == "win32":
            return self._take_slots(SLOTS if alone else 1)
        try:
            fcntl.flock(self._file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise StoreError(
                f"{self._path} cannot be locked: {error.strerror}. Name a store on a local disk with --store."
            ) from error
        return True

    if sys.platform == "win32":

        def _take_slots(self, wanted: int) -> bool:
            for slot in range(SLOTS):
                os.lseek(self._file, FIRST_SLOT + slot, os.SEEK_SET)
                try:
                    msvcrt.locking(self._file, msvcrt.LK_NBLCK, 1)
                except OSError:
                    continue
                self._slots.append(slot)
                if len(self._slots) == wanted:
                    return True
            self.release()
            return False


def lives(pid: int) -> bool:
    """Whether a process of that number runs."""
    if sys.platform == "win32":
        return True  # os.kill would end it there
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def lock_of(store: Path) -> Path:
    """The file by which all who use a store know of each other."""
    return store.with_name(store.name + ".lock")
