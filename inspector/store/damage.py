"""What is done with a store that is damaged: set aside whole, never repaired in place, never deleted."""

import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from inspector.core.errors import StoreError
from inspector.core.paths import bodies_of


def marker_of(store: Path) -> Path:
    """A file that asks the next start to look at every page, left by who met damage while the store was in use."""
    return store.with_name(store.name + ".suspect")


def mark(store: Path) -> None:
    """Ask for that look. Never raises."""
    with suppress(OSError):
        marker_of(store).touch(mode=0o600)


def check_if_marked(store: Path, connection: sqlite3.Connection) -> None:
    """Look at every page where it was asked for. Raises sqlite3.DatabaseError when the store is damaged."""
    marker = marker_of(store)
    if not marker.exists():
        return
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        error = sqlite3.DatabaseError(found)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error
    marker.unlink(missing_ok=True)


def set_aside(store: Path) -> Path:
    """Rename the file and all that belongs to it to `<stem>.damaged-<time><suffix>`; gives the new path of the file.

    The caller holds the store's lock alone. Raises StoreError where renaming fails.
    """
    time = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    aside = store.with_name(f"{store.stem}.damaged-{time}{store.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = store.with_name(f"{store.stem}.damaged-{time}-{number}{store.suffix}")
    try:
        # The file itself comes last: killed in between, the next start finds it and goes on.
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                store.with_name(store.name + ending).rename(aside.with_name(aside.name + ending))
        with suppress(FileNotFoundError):
            bodies_of(store).rename(bodies_of(aside))
        marker_of(store).unlink(missing_ok=True)
        store.rename(aside)
    except OSError as error:
        raise StoreError(
            f"The store {store} is damaged and cannot be set aside: {error.strerror}. Name another with --store."
        ) from error
    return aside
