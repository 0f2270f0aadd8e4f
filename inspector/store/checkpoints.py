"""Copies the log into the store beside the writer, so that neither a commit nor a sender waits for it."""

import logging
import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from inspector.store.connection import WAL_LIMIT, is_damage
from inspector.store.damage import mark

log = logging.getLogger(__name__)

COPY_ABOVE = 8 * 1024 * 1024
"""Bytes of the log after which it is copied."""

RESTART_ABOVE = 32 * 1024 * 1024
"""Bytes of the log from which it is begun anew: the writer holds off while the last pages are copied.
A log that is written over costs half of one that grows."""

FEW = 1024 * 1024
"""Bytes for which the writer may be held off; what is more is copied beside it first."""

TRIES = 6
"""Copies beside the writer before it is held off anyway."""

HOLD_MS = 20
"""How long the last copy may wait for another process that writes or reads, in milliseconds."""

QUIET_SECONDS = 2.0
"""After a pause as long as this the rest is copied, so that the next start has nothing to do."""


class Checkpointer:
    """A thread with a connection of its own; begins with the first note, ends with `close`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._due = threading.Event()
        self._closing = False
        self._written = 0
        self._holds = False
        self._asked = self._emptied = 0
        self._thread: threading.Thread | None = None

    def note(self, written: int) -> None:
        """The writer has committed about so many bytes. Costs next to nothing."""
        self._written += written
        self._begin()
        if self._written >= COPY_ABOVE:
            self._written = 0
            self._due.set()

    def ask_to_empty(self) -> int:
        """Have the log cut to nothing; done when `emptied` reaches the number that is returned."""
        self._asked += 1
        self._begin()
        self._due.set()
        return self._asked

    @property
    def emptied(self) -> int:
        """The last number of `ask_to_empty` that was fulfilled."""
        return self._emptied

    @property
    def holds(self) -> bool:
        """Whether the writer is asked to wait for some milliseconds; else the log would never be copied to its end."""
        return self._holds

    def close(self) -> None:
        """End the thread, after the copy that is under way."""
        self._closing = True
        self._due.set()
        if self._thread is not None:
            self._thread.join()

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="checkpoints", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        connection = connect(self._path)
        try:
            copied_all = False
            while True:
                # Without a time limit while there is nothing to copy: an idle program does not wake up.
                idle = copied_all and not self._written and self._emptied == self._asked
                due = self._due.wait(None if idle else QUIET_SECONDS)
                self._due.clear()
                if self._closing:
                    return
                if due:
                    copied_all = False
                    self._copy(connection)
                elif self._written or not copied_all:
                    self._written = 0
                    copied_all = self._copy(connection)
                if self._emptied < self._asked:
                    self._empty(connection, self._asked)
        finally:
            connection.close()

    def _empty(self, connection: sqlite3.Connection, asked: int) -> None:
        """What was copied beside the writer before need not be copied while it waits."""
        copy(connection, self._path, "PASSIVE")
        self._holds = True
        try:
            if empty_log(connection):
                self._emptied = asked
        finally:
            self._holds = False

    def _copy(self, connection: sqlite3.Connection) -> bool:
        """Copy beside the writer, again while it writes much meanwhile; then, if the log is long, the rest."""
        copied = Copied()
        for _ in range(TRIES):
            copied = copy(connection, self._path, "PASSIVE")
            if copied.length < RESTART_ABOVE:
                return copied.whole
            if copied.left <= FEW:
                break
        self._holds = True
        try:
            return copy(connection, self._path, "FULL").whole
        finally:
            self._holds = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """The log after a copy: its length and what is left of it, in bytes; `whole` when nothing is."""

    length: int = 0
    left: int = 0
    whole: bool = False


def connect(path: Path) -> sqlite3.Connection:
    """A connection for copying the log."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=HOLD_MS / 1000, check_same_thread=False)
    connection.execute(f"PRAGMA journal_size_limit = {WAL_LIMIT}")
    return connection


def copy(connection: sqlite3.Connection, path: Path, mode: Literal["PASSIVE", "FULL"] = "PASSIVE") -> Copied:
    """Copy the log into the store, as far as readers allow; FULL keeps writers out. Never raises.

    A full disk is the writer's to tell.
    """
    try:
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
        busy, pages, copied = connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchone()
    except sqlite3.DatabaseError as error:
        log.info("The log was not copied into the store: %s", error)
        if is_damage(error):
            mark(path)
        return Copied()
    return Copied(length=pages * page_size, left=(pages - copied) * page_size, whole=not busy and pages == copied)


def empty_log(connection: sqlite3.Connection) -> bool:
    """Copy everything and cut the log to nothing: what was purged is not left in it. False while somebody reads it."""
    try:
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        return False
    return not busy
