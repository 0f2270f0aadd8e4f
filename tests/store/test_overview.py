"""What `info` tells of a store."""

import sqlite3
from contextlib import closing
from pathlib import Path

from inspector.core.paths import bodies_of
from inspector.store.overview import overview, size_on_disk
from inspector.store.schema import STEPS
from inspector.store.store import Store
from tests.store.arrivals import arrival


def test_figures_of_a_store_in_use(store: Store, path: Path) -> None:
    """Counted without disturbing who uses it; removed captures do not count."""
    store.keep([arrival(), arrival()])
    store.remove(None, [1])

    found = overview(path)

    assert (found.path, found.captures, found.schema, found.sqlite, found.problem) == (
        path,
        1,
        STEPS[-1].name,
        sqlite3.sqlite_version,
        None,
    )
    assert found.size == size_on_disk(path) > 10_000


def test_a_store_that_is_not_there_has_no_figures(path: Path) -> None:
    """Looking for it makes none."""
    found = overview(path)

    assert (found.size, found.captures, found.schema, found.problem) == (0, None, None, None)
    assert not path.parent.exists()


def test_one_that_cannot_be_read_says_why(path: Path) -> None:
    """`info` is what is asked for then."""
    path.parent.mkdir()
    path.write_bytes(b"no database" * 1000)

    found = overview(path)

    assert found.captures is None
    assert found.problem is not None
    assert "damaged" in found.problem


def test_bodies_belong_to_the_size(path: Path) -> None:
    """They are files of their own."""
    with closing(Store.open(path)):
        before = size_on_disk(path)
        bodies_of(path).mkdir()
        (bodies_of(path) / "a").write_bytes(bytes(5000))

        assert size_on_disk(path) == before + 5000
