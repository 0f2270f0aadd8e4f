"""Where the listener of a store is."""

import sqlite3

import pytest

from inspector.core.errors import StoreBusyError
from inspector.store.connection import begin
from inspector.store.listening_port import MOST, forget, note, noted
from inspector.store.store import Store


def test_the_last_that_came_counts(store: Store) -> None:
    """Until it goes; then the one before it is there still."""
    assert noted(store.path) == ()
    for port in (8765, 8766, 8767):
        note(store.path, port)
    assert noted(store.path) == (8767, 8766, 8765)
    forget(store.path, 8767)
    assert noted(store.path) == (8766, 8765)
    note(store.path, 8765)
    assert noted(store.path) == (8765, 8766)


def test_what_killed_processes_left_is_bounded(store: Store) -> None:
    """Only the newest ports are kept."""
    for port in range(9000, 9000 + MOST + 3):
        note(store.path, port)

    assert noted(store.path) == tuple(range(9000 + MOST + 2, 9002, -1))


def test_it_waits_for_nobody(store: Store, connection: sqlite3.Connection) -> None:
    """While another process writes it gives up at once, and reads all the same."""
    note(store.path, 8765)
    begin(connection, 1.0)

    with pytest.raises(StoreBusyError):
        note(store.path, 8766)
    assert noted(store.path) == (8765,)
