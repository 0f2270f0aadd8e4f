"""Transactions, and what SQLite's errors mean to the user."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from inspector.core.errors import ResourceError, StoreBusyError, StoreError, StoreFullError
from inspector.store.connection import ReadInterrupted, connect_reader, explained, reading, transaction
from inspector.store.store import Store
from tests.store.arrivals import run_sql


def connected(path: Path) -> sqlite3.Connection:
    """A plain connection with a table."""
    run_sql(path, "CREATE TABLE a (b)")
    return sqlite3.connect(path, isolation_level=None, timeout=0)


def test_what_fails_in_between_leaves_nothing(tmp_path: Path) -> None:
    """Our own mistakes come through as they are."""
    with closing(connected(tmp_path / "a.db")) as connection:
        with pytest.raises(ZeroDivisionError), transaction(connection):
            connection.execute(
                "INSERT INTO a VALUES (?)", (connection.execute("INSERT INTO a VALUES (1)").rowcount / 0,)
            )
        with transaction(connection):
            connection.execute("INSERT INTO a VALUES (2)")

        assert connection.execute("SELECT b FROM a").fetchall() == [(2,)]


def test_a_writer_that_ends_in_time_is_waited_for(tmp_path: Path) -> None:
    """Without patience it is busy at once."""
    path = tmp_path / "a.db"
    with closing(connected(path)) as connection, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusyError), transaction(connection, patience=0):
            raise AssertionError("never begun")
        other.execute("COMMIT")
        with transaction(connection, patience=0):
            connection.execute("INSERT INTO a VALUES (1)")


def test_a_reader_cannot_write(store: Store) -> None:
    """Whatever it is asked to run."""
    with closing(connect_reader(store.path)) as connection, pytest.raises(StoreError, match="read-only"), reading():
        connection.execute("DELETE FROM captures")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, StoreBusyError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, StoreBusyError),
        (sqlite3.SQLITE_FULL, StoreFullError),
        (sqlite3.SQLITE_IOERR_WRITE, StoreFullError),
        (sqlite3.SQLITE_CORRUPT, StoreError),
        (sqlite3.SQLITE_NOTADB, StoreError),
        (sqlite3.SQLITE_READONLY, StoreError),
        (sqlite3.SQLITE_CANTOPEN, StoreError),
        (sqlite3.SQLITE_INTERRUPT, ReadInterrupted),
    ],
)
def test_errors_of_sqlite_are_sentences(code: int, kind: type[Exception]) -> None:
    """Each says what is wrong and what to do."""
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code

    found = explained(error)

    assert type(found) is kind
    assert str(found).endswith(".")


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, StoreFullError), (errno.EFBIG, StoreFullError), (errno.EACCES, ResourceError)],
)
def test_errors_of_files_are_sentences(number: int, kind: type[Exception]) -> None:
    """A full disk met by a body's file is a full disk."""
    assert type(explained(OSError(number, "x"))) is kind


def test_our_own_mistakes_stay_what_they_are() -> None:
    """They belong into the log with their traceback."""
    error = sqlite3.OperationalError("no such table: b")
    error.sqlite_errorcode = sqlite3.SQLITE_ERROR

    assert explained(error) is error
