"""Which ports the listeners of a store have, so that another process finds them."""

from contextlib import closing
from pathlib import Path

from inspector.store.connection import connect_reader, connect_writer, reading, transaction

PATIENCE = 0.1
"""Seconds to wait for another process that writes: nobody's response shall wait for this."""

COUNTER = "listening_port:"
"""Begins the name of a counter for each port; its value says who came later."""

MOST = 8
"""Ports that are kept: those of processes that were killed are left over."""

_OURS = f"FROM counters WHERE name LIKE '{COUNTER}%' ORDER BY value DESC"


def note(store: Path, port: int) -> None:
    """Say that a listener has that port from now on. Raises InspectorError where the store cannot be written now."""
    with closing(connect_writer(store)) as connection, transaction(connection, patience=PATIENCE):
        newest = connection.execute(f"SELECT value {_OURS} LIMIT 1").fetchone() or (0,)
        connection.execute("INSERT OR REPLACE INTO counters VALUES (?, ?)", (f"{COUNTER}{port}", newest[0] + 1))
        connection.execute(f"DELETE FROM counters WHERE name IN (SELECT name {_OURS} LIMIT -1 OFFSET ?)", (MOST,))


def forget(store: Path, port: int) -> None:
    """That port is closed again; those of other listeners stay. Raises InspectorError as `note`."""
    with closing(connect_writer(store)) as connection, transaction(connection, patience=PATIENCE):
        connection.execute("DELETE FROM counters WHERE name = ?", (f"{COUNTER}{port}",))


def noted(store: Path) -> tuple[int, ...]:
    """The ports, the one that came last first; some are left over where a process was killed."""
    with reading(), closing(connect_reader(store)) as connection:
        found = connection.execute(f"SELECT name {_OURS}").fetchall()
    return tuple(int(name.removeprefix(COUNTER)) for (name,) in found)
