"""The write-ahead log of a store: how it is copied into the store and cut."""

import logging
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from inspector.store.connection import WAL_LIMIT, is_damage
from inspector.store.damage import mark

log = logging.getLogger(__name__)

HOLD_MS = 20
"""How long a copy may wait for another process that writes or reads, in milliseconds."""


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


def log_size(path: Path) -> int:
    """Bytes of the log of a store, 0 where there is none."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size
    except OSError:
        return 0
