"""Copying and cutting the log."""

import sqlite3
from contextlib import closing
from pathlib import Path

from inspector.store.damage import marker_of
from inspector.store.store import Store
from inspector.store.write_ahead_log import connect, copy, empty_log
from tests.store.arrivals import arrival


def test_a_reader_keeps_what_it_sees_from_being_cut(store: Store, path: Path) -> None:
    """Then the log is emptied later."""
    store.keep([arrival()])
    with closing(connect(path)) as connection, closing(sqlite3.connect(path, isolation_level=None)) as reading:
        reading.execute("BEGIN")
        reading.execute("SELECT * FROM captures").fetchone()
        store.keep([arrival()])
        assert not empty_log(connection)
        assert not copy(connection, path).whole
        reading.execute("COMMIT")

        assert copy(connection, path).whole
        assert empty_log(connection)
    assert path.with_name(path.name + "-wal").stat().st_size == 0


def test_damage_is_marked_and_not_raised(tmp_path: Path) -> None:
    """Nobody waits for the thread that copies; the next start looks at every page."""
    path = tmp_path / "captures.db"
    path.write_bytes(b"no database" * 1000)
    with closing(sqlite3.connect(path)) as connection:
        assert not copy(connection, path).whole

    assert marker_of(path).exists()
