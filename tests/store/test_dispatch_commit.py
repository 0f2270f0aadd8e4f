"""Sending behind an event loop."""

import asyncio
import sqlite3

import pytest

from inspector.core.clock import now
from inspector.core.dispatch import Dispatch
from inspector.core.errors import NothingError
from inspector.store.dispatch_commit import DispatchCommit
from inspector.store.store import Store
from tests.store.arrivals import arrival


async def test_what_one_turn_brings_is_one_transaction(store: Store, connection: sqlite3.Connection) -> None:
    """A hundred sends that begin together are written together, and each is told."""
    commit = DispatchCommit(store)
    before = connection.execute("PRAGMA data_version").fetchone()
    await asyncio.gather(*(commit.begin(f"127.0.0.1:{port}", 1) for port in range(100)))

    assert connection.execute("SELECT count(*) FROM sending").fetchone() == (100,)
    assert connection.execute("PRAGMA data_version").fetchone() != before
    commit.end("127.0.0.1:0")
    commit.flush()
    assert connection.execute("SELECT count(*) FROM sending").fetchone() == (99,)


async def test_each_dispatch_gets_its_own_answer(store: Store) -> None:
    """Two are stored with their ids; the third's capture is gone and only its sender hears of it."""
    store.keep([arrival()])
    commit = DispatchCommit(store)
    sent = [Dispatch(capture_id=id, at=now(), target="http://x") for id in (1, 7, 1)]

    first, gone, last = await asyncio.gather(*map(commit.add, sent), return_exceptions=True)

    assert (first, last) == (1, 2)
    assert isinstance(gone, NothingError)


async def test_a_store_that_fails_is_told_to_all(store: Store) -> None:
    """Nobody waits for ever."""
    commit = DispatchCommit(store)
    store.close()

    with pytest.raises(Exception, match="closed"):
        await commit.begin("127.0.0.1:1", 1)
