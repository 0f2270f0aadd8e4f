"""What is damaged is renamed, never deleted."""

import sqlite3
from contextlib import closing
from pathlib import Path

from inspector.core.paths import bodies_of
from inspector.store.damage import check_if_marked, mark, marker_of, set_aside


def test_two_in_one_second_get_different_names(tmp_path: Path) -> None:
    """The first that was set aside is not overwritten by the second."""
    path = tmp_path / "captures.db"
    aside = []
    for content in ("first", "second"):
        path.write_text(content)
        aside.append(set_aside(path))

    assert [file.read_text() for file in aside] == ["first", "second"]
    assert not path.exists()


def test_log_and_bodies_go_with_it(tmp_path: Path) -> None:
    """A log that stayed would be read into the new store."""
    path = tmp_path / "captures.db"
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).write_text(ending)
    bodies_of(path).mkdir()

    aside = set_aside(path)

    assert {entry.name for entry in tmp_path.iterdir()} == {
        aside.name + ending for ending in ("", "-wal", "-shm", ".bodies")
    }


def test_a_marked_store_that_is_sound_loses_its_mark(tmp_path: Path) -> None:
    """Every page was looked at, once."""
    path = tmp_path / "captures.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")
        mark(path)
        assert marker_of(path).exists()
        check_if_marked(path, connection)

    assert not marker_of(path).exists()
