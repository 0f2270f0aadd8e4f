"""Copies the log into the store beside the writer, so that neither a commit nor a sender waits for it."""

import logging
import sqlite3
import threading
from pathlib import Path

from inspector.store.connection import WAL_LIMIT
from inspector.store.damage import mark

log = logging.getLogger(__name__)

COPY_ABOVE = 8 * 1024 * 1024
"""Bytes of the log after which it is copied."""

FULL_ABOVE = 32 * 1024 * 1024
"""Bytes of the log from which the writer is held off for the last pages, so that it begins the log anew.
A log that is written over costs half of one that grows."""

HOLD_MS = 20
"""How long such a copy may wait for the writer or a reader, in milliseconds: as long a sender may wait for it."""

QUIET_SECONDS = 2.0
"""After a pause as long as this the rest is copied, so that the next start has nothing to do."""


class Checkpointer:
    """A thread with a connection of its own; begins with the first note, ends with `close`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._due = threading.Event()
        self._closing = False
        self._written = 0
        self._thread: threading.Thread | None = None

    def note(self, written: int) -> None:
        """The writer has committed about so many bytes. Costs next to nothing."""
        self._written += written
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="checkpoints", daemon=True)
            self._thread.start()
        if self._written >= COPY_ABOVE:
            self._written = 0
            self._due.set()

    def close(self) -> None:
        """End the thread, after the copy that is under way."""
        self._closing = True
        self._due.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        connection = connect(self._path)
        try:
            copied_all = False
            while True:
                # Without a time limit while there is nothing to copy: an idle program does not wake up.
                due = self._due.wait(None if copied_all and not self._written else QUIET_SECONDS)
                self._due.clear()
                if self._closing:
                    return
                if due:
                    copied_all = False
                    copy(connection, self._path)
                elif self._written or not copied_all:
                    self._written = 0
                    copied_all = copy(connection, self._path)
        finally:
            connection.close()


def connect(path: Path) -> sqlite3.Connection:
    """A connection for copying the log."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=HOLD_MS / 1000, check_same_thread=False)
    connection.execute(f"PRAGMA journal_size_limit = {WAL_LIMIT}")
    return connection


def copy(connection: sqlite3.Connection, path: Path) -> bool:
    """Copy what can be copied without holding off the writer, then, where the log is long, the rest; True when all is copied.

    Never raises: a full disk is the writer's to tell.
    """
    try:
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
        busy, pages, copied = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        if pages * page_size >= FULL_ABOVE:
            busy, pages, copied = connection.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
    except sqlite3.DatabaseError as error:
        log.info("The log was not copied into the store: %s", error)
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            mark(path)
        return False
    return not busy and copied == pages


def empty_log(connection: sqlite3.Connection) -> bool:
    """Copy everything and cut the log to nothing, so that nothing of what was purged is left in it; False while it is read."""
    try:
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        return False
    return not busy
