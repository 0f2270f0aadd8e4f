"""Which port the listener of a store has, so that another process finds it: of several the one that came last."""

from contextlib import closing
from pathlib import Path

from inspector.store.connection import connect_reader, connect_writer, reading, transaction

PATIENCE = 0.1
"""Seconds to wait for another process that writes: nobody's response shall wait for this."""

COUNTER = "listening_port"


def note(store: Path, port: int) -> None:
    """Say that a listener has that port from now on. Raises InspectorError where the store cannot be written now."""
    with closing(connect_writer(store)) as connection, transaction(connection, patience=PATIENCE):
        connection.execute("INSERT OR REPLACE INTO counters VALUES (?, ?)", (COUNTER, port))


def forget(store: Path, port: int) -> None:
    """That port is closed again; the number of another listener stays. Raises InspectorError as `note`."""
    with closing(connect_writer(store)) as connection, transaction(connection, patience=PATIENCE):
        connection.execute("DELETE FROM counters WHERE name = ? AND value = ?", (COUNTER, port))


def noted(store: Path) -> int | None:
    """The port; left over where its process was killed."""
    with reading(), closing(connect_reader(store)) as connection:
        found = connection.execute("SELECT value FROM counters WHERE name = ?", (COUNTER,)).fetchone()
    return None if found is None else int(found[0])
