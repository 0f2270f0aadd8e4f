"""What is being sent and what came of it, in one transaction."""

import sqlite3

from inspector.core.clock import now
from inspector.core.dispatch import Dispatch
from inspector.store.store import Store
from tests.store.arrivals import arrival


def test_an_address_that_is_used_again_at_once(store: Store, connection: sqlite3.Connection) -> None:
    """Its first request has ended and its next begins in one transaction: it counts as sending."""
    store.record_sending(begun=[("127.0.0.1:1", 5), ("127.0.0.1:2", 6)])
    store.record_sending(ended=["127.0.0.1:1", "127.0.0.1:2"], begun=[("127.0.0.1:1", 7)])

    assert connection.execute("SELECT address, capture_id FROM sending").fetchall() == [("127.0.0.1:1", 7)]


def test_many_dispatches_of_one_capture(store: Store, connection: sqlite3.Connection) -> None:
    """Each has its id, in order, and the capture counts them all; one of no capture leaves nothing behind."""
    store.keep([arrival()])
    sent = [Dispatch(capture_id=id, at=now(), target="http://x") for id in (1, 9, 1, 1)]

    assert store.record_sending(dispatches=sent) == [1, None, 2, 3]
    assert connection.execute("SELECT dispatches FROM captures").fetchall() == [(3,)]
    assert connection.execute("SELECT count(*) FROM dispatches").fetchall() == [(3,)]
