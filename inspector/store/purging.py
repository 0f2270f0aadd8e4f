"""Deletes for good what was removed, so that nothing of it is left in any file. One small step at a time."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from inspector.store import write_ahead_log
from inspector.store.body_files import BodyFiles
from inspector.store.checkpoints import Checkpointer
from inspector.store.connection import transaction
from inspector.store.removal import SHORTLY
from inspector.store.schema import PAGE_SIZE
from inspector.store.scrubbing import scrub
from inspector.store.shared_zones import SharedZones
from inspector.store.zones import BITS

STEP_ROWS = 500
STEP_BYTES = 4 * 1024 * 1024
"""Most captures and bytes of one transaction: a sender waits at most 20 ms for it."""

EMPTY_SECONDS = 1.0
"""How long the end of a purge waits for those who read."""

STEP_PAGES = 64
"""Pages given back to the file system in one step."""


class Purger:
    """Purges removals that are due. A removal is forgotten only when the log, too, holds nothing of it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        bodies: BodyFiles,
        zones: SharedZones,
        checkpointer: Checkpointer,
    ) -> None:
        self._connection = connection
        self._checkpointer = checkpointer
        self._path = path
        self._bodies = bodies
        self._zones = zones
        self._emptying: int | None = None
        self._began = time.time_ns() // 1000

    def step(self, *, everything: bool) -> bool:
        """One transaction; True while there is more. `everything` also takes what is not due yet.

        A removal of an earlier run is due: nobody is left who could undo it.
        """
        token = self._due(everything)
        if token is None:
            return False
        if self._checkpointer.holds:
            return True
        if self._purge_rows(token) or self._shrink():
            self._emptying = None
            return True
        if not (self._empty_log() if everything else self._log_was_emptied()):
            return False  # somebody reads, or the thread is at it; asked again at the next look
        with transaction(self._connection):
            self._connection.execute("DELETE FROM removals WHERE token = ?", (token,))
        return self._due(everything) is not None

    def _due(self, everything: bool) -> int | None:
        now = time.time_ns() // 1000
        found = self._connection.execute(
            "SELECT token FROM removals WHERE ? OR due_at <= ? OR token < ? ORDER BY token LIMIT 1",
            (everything, now, min(self._began, now - SHORTLY)),
        ).fetchone()
        return None if found is None else int(found[0])

    def _purge_rows(self, token: int) -> bool:
        """Delete the rows of the next captures, of one block of ids; False where none was left."""
        files: list[str] = []
        with transaction(self._connection):
            rows = self._next(token)
            ids = [(id,) for id, _ in rows]
            self._connection.executemany("DELETE FROM contents WHERE capture_id = ?", ids)
            self._connection.executemany("DELETE FROM dispatches WHERE capture_id = ?", ids)
            self._connection.executemany("DELETE FROM captures WHERE id = ?", ids)
            if rows:
                self._renew_zone(rows[0][0] >> BITS, token)
            files = [name for _, name in rows if name is not None]
        self._bodies.remove(files)
        self._checkpointer.note(len(rows) * PAGE_SIZE)
        return bool(rows)

    def _next(self, token: int) -> list[tuple[int, str | None]]:
        rows: list[tuple[int, str | None]] = []
        size = 0
        for id, bytes_, name in self._connection.execute(
            "SELECT id, size, body_file FROM captures JOIN contents ON capture_id = id WHERE removed_at = ? "
            "ORDER BY id LIMIT ?",
            (token, STEP_ROWS),
        ):
            size += 0 if name else bytes_
            if rows and (id >> BITS != rows[0][0] >> BITS or size > STEP_BYTES):
                break
            rows.append((id, name))
        return rows

    def _renew_zone(self, block: int, token: int) -> None:
        """Take the values of purged captures out of the block's zone, after the last of them went."""
        low, high = block << BITS, ((block + 1) << BITS) - 1
        left = self._connection.execute(
            "SELECT 1 FROM captures WHERE removed_at = ? AND id BETWEEN ? AND ? LIMIT 1", (token, low, high)
        ).fetchone()
        if left is None:
            self._connection.execute("DELETE FROM zones WHERE block = ?", (block,))
            self._zones.tell_renewed(self._connection)
            self._zones.note(self._connection, low, high)

    def _shrink(self) -> bool:
        """Give free pages back to the file system; False where there were none, or they cannot be given back."""
        (free,) = self._connection.execute("PRAGMA freelist_count").fetchone()
        if not free:
            return False
        with transaction(self._connection):
            for _ in range(STEP_PAGES):  # given a number it still stops after one page, which sqlite3 takes for the end
                self._connection.execute("PRAGMA incremental_vacuum(1)")
            (left,) = self._connection.execute("PRAGMA freelist_count").fetchone()
        return bool(left < free)

    def _log_was_emptied(self) -> bool:
        """Since the last row went; asks the thread for it, since copying a long log would keep senders waiting."""
        if self._emptying is None:
            self._emptying = self._checkpointer.ask_to_empty()
        return self._checkpointer.emptied >= self._emptying

    def _empty_log(self) -> bool:
        """Now, and again for a while if somebody reads."""
        end = time.monotonic() + EMPTY_SECONDS
        with closing(write_ahead_log.connect(self._path)) as connection:
            while not (scrub(self._path) and write_ahead_log.empty_log(connection)):
                if time.monotonic() > end:
                    return False
                time.sleep(0.02)
        return True


def sweep(connection: sqlite3.Connection, bodies: BodyFiles) -> int:
    """Delete body files that no row names and that are older than an hour; gives how many went."""
    old = bodies.old_names()
    if not old:
        return 0
    named = {name for (name,) in connection.execute("SELECT body_file FROM contents WHERE body_file IS NOT NULL")}
    orphans = [name for name in old if name not in named]
    bodies.remove(orphans)
    return len(orphans)
