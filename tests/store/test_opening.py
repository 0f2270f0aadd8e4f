"""A store is made, brought up to date, refused or set aside when it is opened."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from inspector.core.errors import StoreError
from inspector.core.paths import bodies_of
from inspector.store import opening, schema
from inspector.store.reader import Reader
from inspector.store.schema import STEPS, Step
from inspector.store.store import Store
from tests.store.arrivals import arrival, rows, run_sql

LATER = Step(name="m999_later", statements=("ALTER TABLE captures ADD COLUMN later TEXT",))


def test_a_new_store_has_what_cannot_be_changed_later(path: Path) -> None:
    """Page size, vacuum mode and WAL are set in the one order in which all three hold."""
    Store.open(path).close()

    found = [rows(path, f"PRAGMA {name}")[0][0] for name in ("page_size", "auto_vacuum", "journal_mode")]
    assert found == [schema.PAGE_SIZE, 2, "wal"]
    assert rows(path, "PRAGMA application_id")[0][0] == schema.APPLICATION_ID


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    """As it is left where the program was killed while it made one."""
    path.parent.mkdir()
    path.touch()

    with closing(Store.open(path)) as store:
        assert store.keep([arrival()])[0].id == 1
        assert store.damaged is None


def test_a_newer_store_is_refused_and_stays_as_it_is(path: Path) -> None:
    """A migration that this version does not know was taken."""
    Store.open(path).close()
    run_sql(path, "INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('inspector', 'm999_future')")
    before = path.read_bytes()

    with pytest.raises(StoreError, match="newer version"):
        Store.open(path)
    with pytest.raises(StoreError, match="newer version"):
        Reader(path)

    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    """Its tables are not touched, also where it uses the same migrations."""
    path.parent.mkdir()
    run_sql(path, "CREATE TABLE places (id)")
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)

    run_sql(path, "CREATE TABLE _sqlite_migrations (migration_set, name)")
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)

    assert {name for (name,) in rows(path, "SELECT name FROM sqlite_master")} == {"places", "_sqlite_migrations"}


def test_an_older_store_is_copied_and_migrated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its captures stay, and the copy beside it is what it was."""
    with closing(Store.open(path)) as store:
        store.keep([arrival(b"kept")])
    monkeypatch.setattr(schema, "STEPS", (*STEPS, LATER))
    with pytest.raises(StoreError, match="earlier version"):
        Reader(path)

    with closing(Store.open(path)), closing(Reader(path)) as reader:
        assert reader.capture(1).request.body.content == b"kept"

    assert rows(path, "SELECT later FROM captures") == [(None,)]
    (copy,) = path.parent.glob("captures.before-*.db")
    assert rows(copy, "SELECT count(*) FROM captures") == [(1,)]
    assert "later" not in {row[1] for row in rows(copy, "PRAGMA table_info(captures)")}
    if sys.platform != "win32":
        assert copy.stat().st_mode & 0o077 == 0


def test_every_step_migrates_from_the_one_before(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store of any earlier version ends up with the same tables as a new one."""
    Store.open(path).close()
    wanted = rows(path, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    for taken in range(1, len(STEPS)):
        old = path.with_name(f"old{taken}.db")
        monkeypatch.setattr(schema, "STEPS", STEPS[:taken])
        Store.open(old).close()
        monkeypatch.setattr(schema, "STEPS", STEPS)
        Store.open(old).close()
        assert rows(old, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name") == wanted

    assert wanted


def test_migrating_needs_the_store_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another process uses it, one sentence names that process."""
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.3)
    user = (
        "import sys; from pathlib import Path; from inspector.store.store import Store;"
        "s = Store.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    Store.open(path).close()
    with subprocess.Popen(
        [sys.executable, "-c", user, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        monkeypatch.setattr(schema, "STEPS", (*STEPS, LATER))

        with pytest.raises(StoreError, match=f"Process {other.pid} uses the store"):
            Store.open(path)

        other.communicate()
    with closing(Store.open(path)) as store:
        assert store.keep([arrival()])[0].id == 1


@pytest.mark.parametrize("damage", ["start", "schema"])
def test_a_damaged_store_is_set_aside_with_all_that_belongs_to_it(path: Path, damage: str) -> None:
    """A new one is begun, and what was set aside is still there, bodies too."""
    with closing(Store.open(path)) as store:
        store.keep([arrival()])
    bodies_of(path).mkdir()
    (bodies_of(path) / "a").write_bytes(b"large")
    with path.open("rb+") as file:
        file.seek(0 if damage == "start" else 100)
        file.write(b"\xff" * 400)

    with closing(Store.open(path)) as store:
        assert store.keep([arrival()])[0].id == 1
        aside = store.damaged

    assert aside is not None
    assert aside.name.startswith("captures.damaged-")
    assert aside.name.endswith(".db")
    assert aside.stat().st_size > 0
    assert (bodies_of(aside) / "a").read_bytes() == b"large"
    assert not bodies_of(path).exists()


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    """A sentence says so."""
    with pytest.raises(StoreError, match="is a folder"):
        Store.open(tmp_path)


def test_two_that_make_one_store_at_once_both_use_it(path: Path) -> None:
    """The second waits until the first has made the tables."""
    code = (
        "import sys; from pathlib import Path; from inspector.store.store import Store;"
        "Store.open(Path(sys.argv[1])).bump_settings()"
    )
    started = [subprocess.Popen([sys.executable, "-c", code, path], cwd=Path(__file__).parents[2]) for _ in range(2)]

    assert [process.wait(30) for process in started] == [0, 0]
    with closing(Reader(path)) as reader:
        assert reader.settings_seq() == 2


def test_a_current_store_is_opened_without_the_migrations_library(path: Path) -> None:
    """It would add 150 ms to the start of every command."""
    Store.open(path).close()
    code = (
        "import sys; from pathlib import Path; from inspector.store.store import Store;"
        "Store.open(Path(sys.argv[1])).close(); sys.exit('sqlite_utils' in sys.modules)"
    )

    assert (
        subprocess.run([sys.executable, "-c", code, path], cwd=Path(__file__).parents[2], check=False).returncode == 0
    )


def test_a_file_that_is_not_readable_is_a_sentence(path: Path) -> None:
    """SQLite's own message says neither what nor why."""
    path.parent.mkdir()
    (path.parent / "captures.db.lock").mkdir()

    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(path)


def test_state_of_an_empty_database_is_new(path: Path) -> None:
    """Also with the table of migrations, where making it was interrupted."""
    with closing(sqlite3.connect(":memory:")) as connection:
        assert opening.state_of(connection, path) == "new"
        connection.execute("CREATE TABLE _sqlite_migrations (migration_set, name)")
        assert opening.state_of(connection, path) == "new"
