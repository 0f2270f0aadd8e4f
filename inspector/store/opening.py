"""Opens a store's file: made where it is not there, brought up to date, refused when newer, set aside when damaged."""

import os
import sqlite3
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import random
from typing import Literal

from inspector.core.errors import ResourceError, StoreError
from inspector.store import schema
from inspector.store.connection import BUSY_SECONDS, connect_writer, explained, is_damage
from inspector.store.damage import check_if_marked, set_aside
from inspector.store.locks import FileLock, lock_of

State = Literal["current", "new", "older"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A connection that may write, the shared lock of this process, and what was set aside, if anything was."""

    connection: sqlite3.Connection
    lock: FileLock
    damaged: Path | None


def open_store(path: Path, *, synchronous: str) -> Opened:
    """Open for writing. Raises StoreError where the store cannot be used, ResourceError where the disk is full."""
    prepare_folder(path)
    lock = FileLock(lock_of(path))
    try:
        connection, damaged = _make_current(path, lock, synchronous)
    except BaseException as error:
        lock.close()
        if isinstance(error, (sqlite3.DatabaseError, OSError)):
            raise explained(error) from error
        raise
    return Opened(connection=connection, lock=lock, damaged=damaged)


def prepare_folder(path: Path) -> None:
    """Make the folder of a store, for this user alone; one that is there stays as it is. Raises ResourceError."""
    missing = []
    folder = path.absolute().parent
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    try:
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise ResourceError(f"The folder {folder} cannot be made: {error.strerror}.") from error
    if path.is_dir():
        raise StoreError(f"{path} is a folder. Name a file with --store.")


def _make_current(path: Path, lock: FileLock, synchronous: str) -> tuple[sqlite3.Connection, Path | None]:
    """Returns with the lock shared; gives a connection to current tables, and what was set aside as damaged."""
    damaged: Path | None = None
    until = time.monotonic() + BUSY_SECONDS
    while True:
        shared = lock.share()
        if shared:
            try:
                if connection := _connect_if_current(path, synchronous):
                    return connection, damaged
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
        # Two that start at once both come here; the one that gets it alone does the work, the other finds it done.
        if lock.alone():
            damaged = _change(path) or damaged
        elif time.monotonic() > until:
            doing = "uses the store, which has to be changed first" if shared else "is changing the store"
            raise StoreError(f"{lock.others().capitalize()} {doing}. End it, or wait, and try again ({path}).")
        else:
            time.sleep(0.01 + random() / 50)


def _connect_if_current(path: Path, synchronous: str) -> sqlite3.Connection | None:
    """None where there is something to do. Raises sqlite3.DatabaseError when damaged, StoreError when not ours."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    keep_private(path)
    connection: sqlite3.Connection | None = connect_writer(path, synchronous=synchronous)
    assert connection is not None
    try:
        if state_of(connection, path) == "current":
            check_if_marked(path, connection)
            current, connection = connection, None
            return current
        return None
    finally:
        if connection is not None:
            connection.close()


def _change(path: Path) -> Path | None:
    """With the lock held alone: make, migrate or set aside. Gives what was set aside."""
    try:
        _migrate(path)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return set_aside(path)
    return None


def state_of(connection: sqlite3.Connection, path: Path) -> State:
    """What has to be done before it can be used. Raises StoreError when it is newer or not ours."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return "new"
    if "_sqlite_migrations" not in tables:
        raise StoreError(f"{path} is a database of another program. Name another store with --store.")
    taken = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (schema.MIGRATION_SET,)
    ).fetchall()
    names = {name for (name,) in taken}
    known = {step.name for step in schema.STEPS}
    if names - known:
        raise StoreError(
            f"{path} was written by a newer version of Webhook Inspector; nothing in it was changed. "
            "Update the program, or name another store with --store."
        )
    if not names and tables - {"_sqlite_migrations", "sqlite_sequence"}:
        raise StoreError(f"{path} is a database of another program. Name another store with --store.")
    return "current" if names == known else ("older" if names else "new")


def _migrate(path: Path) -> None:
    from inspector.store.migrations import copy_before, migrate  # noqa: PLC0415 - sqlite-utils: 150 ms of every other start

    with suppress(FileExistsError):
        path.touch(mode=0o600, exist_ok=False)
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
    try:
        match state_of(connection, path):
            case "new":
                # In this order: after WAL the second is silently lost.
                connection.execute(f"PRAGMA page_size = {schema.PAGE_SIZE}")
                connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            case "older":
                copy_before(connection, path)
            case "current":
                check_if_marked(path, connection)
        migrate(connection, schema.STEPS)
    finally:
        connection.close()


def keep_private(path: Path) -> None:
    """Take other users' permissions from a store that was made elsewhere; not where the file is not ours."""
    if path.stat().st_mode & 0o077 and os.name == "posix":
        with suppress(OSError):
            path.chmod(0o600)
