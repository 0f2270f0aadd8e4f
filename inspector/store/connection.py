"""Connections to a store's file, transactions over them, and what SQLite's errors mean to the user."""

import errno
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import random

from inspector.core.errors import InspectorError, ResourceError, StoreBusyError, StoreError, StoreFullError

BUSY_SECONDS = 5.0
"""How long a writer waits for another process that writes."""

WRITER_CACHE = -32_000
"""Of pages, in KiB: the upper pages of every index stay in memory at a million rows."""

WAL_LIMIT = 64 * 1024 * 1024
"""Bytes to which the log file is cut back once it was copied into the store."""

READ_MAP = 1 << 31
"""Bytes of the file that readers map: a scan takes 0.7 of the time."""

# For each value that is not exactly an int, float or str sqlite3 looks for an adapter, and finding none takes it a
# microsecond: without these two a capture costs half as much again.
_SAME: dict[None, None] = {}
sqlite3.register_adapter(type(None), _SAME.get)
sqlite3.register_adapter(bytes, bytes)


class ReadInterrupted(InspectorError):
    """A read was stopped from another thread."""


def connect_writer(path: Path, *, synchronous: str = "normal") -> sqlite3.Connection:
    """A connection that writes; transactions are begun by hand, checkpoints are made by `checkpoints`."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=0, cached_statements=512, check_same_thread=False)
    set_synchronous(connection, synchronous)
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute(f"PRAGMA journal_size_limit = {WAL_LIMIT}")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA cache_size = {WRITER_CACHE}")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def set_synchronous(connection: sqlite3.Connection, synchronous: str) -> None:
    """How far each commit is carried: `full` to the disk, else to the system. Only outside of a transaction."""
    connection.execute(f"PRAGMA synchronous = {'FULL' if synchronous == 'full' else 'NORMAL'}")


def connect_reader(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. Raises sqlite3.OperationalError where the file is not there."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)
    connection.execute("PRAGMA query_only = ON")
    connection.execute(f"PRAGMA mmap_size = {READ_MAP}")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, *, patience: float = BUSY_SECONDS) -> Iterator[None]:
    """`BEGIN IMMEDIATE`, then COMMIT, or ROLLBACK where the block raises.

    `patience` is how many seconds it waits, blocking, while another process writes. Raises StoreBusyError after that,
    StoreFullError where the disk has no room, StoreError where the file cannot be used.
    """
    try:
        begin(connection, patience)
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            raise
    except (sqlite3.DatabaseError, OSError) as error:
        raise explained(error) from error


@contextmanager
def reading() -> Iterator[None]:
    """Errors of SQLite inside of it as errors of the user's world."""
    try:
        yield
    except (sqlite3.DatabaseError, OSError) as error:
        raise explained(error) from error


def begin(connection: sqlite3.Connection, patience: float) -> None:
    """Take the store for writing, asking again with growing pauses of 1 to 25 ms."""
    given_up = pause = 0.0
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            now = time.monotonic()
            given_up = given_up or now + patience
            if not is_busy(error) or now >= given_up:
                raise
        pause = min(0.025, pause * 2 or 0.001)
        time.sleep(pause * (0.5 + random() / 2))  # two that wait do not ask in step


def code_of(error: sqlite3.Error) -> int:
    """SQLite's primary result code, 0 where there is none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another connection stood in the way."""
    return code_of(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is not a database, or no longer a sound one."""
    return code_of(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def explained(error: sqlite3.Error | OSError) -> Exception:
    """The same as an error of the user's world; what is our own mistake stays as it is."""
    if isinstance(error, OSError):
        if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
            return StoreFullError("The disk has no room for the store. Make room; capturing goes on by itself.")
        return ResourceError(f"The store's folder cannot be written: {error.strerror or error}.")
    match code_of(error):
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreBusyError("Another process has been writing to the store for too long. Try again.")
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            # A limit on file sizes (RLIMIT_FSIZE, some quotas) reaches us as an I/O error.
            return StoreFullError(f"The disk has no room for the store, or cannot be written ({error}). Make room.")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return StoreError("The store is damaged. Start the program again: it is set aside and a new one is begun.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return StoreError("The store cannot be written: it is read-only, or was moved away.")
        case sqlite3.SQLITE_CANTOPEN:
            return StoreError("The store cannot be opened: its file or folder is missing or not readable.")
        case sqlite3.SQLITE_INTERRUPT:
            return ReadInterrupted("Reading was stopped.")
    return error
