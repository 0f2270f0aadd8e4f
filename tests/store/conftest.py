"""A store in a folder of its own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from inspector.store.reader import Reader
from inspector.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store of the test is, or will be."""
    return tmp_path / "data" / "captures.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty store, open."""
    with closing(Store.open(path)) as store:
        yield store


@pytest.fixture
def reader(store: Store) -> Iterator[Reader]:
    """A reader of it."""
    with closing(Reader(store.path)) as reader:
        yield reader


@pytest.fixture
def connection(store: Store) -> Iterator[sqlite3.Connection]:
    """Beside the store's own."""
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        yield connection
