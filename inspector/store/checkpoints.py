"""Copies the log into the store beside the writer, so that neither a commit nor a sender waits for it."""

import logging
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from inspector.core.errors import InspectorError
from inspector.store.scrubbing import scrub
from inspector.store.write_ahead_log import Copied, connect, copy, empty_log, log_size

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

QUIET_SECONDS = 2.0
"""After so long what was written since the last copy is copied, however little: the next start has nothing to do."""


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
        first = self._written == 0
        self._written += written
        if first or self._written >= COPY_ABOVE:
            self._begin()
            self._due.set()

    def ask_to_empty(self) -> int:
        """Have unused space zeroed and the log cut to nothing; done when `emptied` reaches what is returned."""
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
        with closing(connect(self._path)) as connection:
            quiet = False
            while not self._closing:
                # Without a time limit while there is nothing to do: an idle program does not wake up.
                idle = quiet and not self._written and self._emptied == self._asked
                woken = self._due.wait(None if idle else QUIET_SECONDS)
                self._due.clear()
                try:
                    if self._written >= COPY_ABOVE or not woken:
                        self._written = 0
                        quiet = self._copy(connection) and not woken
                        if quiet and log_size(self._path) > COPY_ABOVE:
                            # Nobody writes now: a log of a busy hour is not left lying beside a small store.
                            empty_log(connection)
                    if self._emptied < self._asked and not self._closing:
                        self._empty(connection, self._asked)
                except (InspectorError, sqlite3.Error, OSError) as error:
                    log.info("The log was not copied into the store: %s", error)

    def _empty(self, connection: sqlite3.Connection, asked: int) -> None:
        """What was copied beside the writer before need not be copied while it waits."""
        if not scrub(self._path):
            return
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
