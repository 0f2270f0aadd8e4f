"""Where the listener of a store is."""

import sqlite3

import pytest

from inspector.core.errors import StoreBusyError
from inspector.store.connection import begin
from inspector.store.listening_port import forget, note, noted
from inspector.store.store import Store


def test_the_last_that_came_counts(store: Store) -> None:
    """Until it goes; another's number is not taken away by the one that came before."""
    assert noted(store.path) is None
    note(store.path, 8765)
    note(store.path, 8766)
    forget(store.path, 8765)
    assert noted(store.path) == 8766
    forget(store.path, 8766)
    assert noted(store.path) is None


def test_it_waits_for_nobody(store: Store, connection: sqlite3.Connection) -> None:
    """While another process writes it gives up at once, and reads all the same."""
    note(store.path, 8765)
    begin(connection, 1.0)

    with pytest.raises(StoreBusyError):
        note(store.path, 8766)
    assert noted(store.path) == 8765
