"""Steps are taken once each, whole or not at all."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from inspector.store.migrations import copy_before, migrate
from inspector.store.schema import Step

ONE = Step(name="one", statements=("CREATE TABLE a (b)", "INSERT INTO a VALUES (1)"))


def test_a_step_is_taken_once(tmp_path: Path) -> None:
    """Coming again takes only what is new."""
    two = Step(name="two", statements=("INSERT INTO a VALUES (2)",))
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        migrate(connection, [ONE])
        migrate(connection, [ONE, two])

        assert connection.execute("SELECT b FROM a").fetchall() == [(1,), (2,)]


def test_a_step_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """The next start tries it again from where it began."""
    bad = Step(name="two", statements=("INSERT INTO a VALUES (2)", "NONSENSE"))
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, [ONE, bad])

        assert connection.execute("SELECT b FROM a").fetchall() == [(1,)]


def test_without_room_there_is_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk does not keep the program from going on with the store it has."""
    path = tmp_path / "captures.db"
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")

        assert copy_before(connection, path) is None
    assert list(tmp_path.iterdir()) == [path]
