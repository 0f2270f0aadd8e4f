"""Questions asked once a batch."""

import sqlite3
from pathlib import Path

from inspector.store.lookup import STALE, earlier_deliveries, earlier_events, sends, still_there
from inspector.store.store import Store
from tests.store.arrivals import arrival, delivery

KEY = ("stripe", "default", "a")


def test_the_latest_arrival_and_the_first(store: Store, connection: sqlite3.Connection) -> None:
    """Of those deliveries that were there before."""
    store.keep([delivery("a"), delivery("a"), delivery("b")])

    found = earlier_deliveries(connection, [(*KEY, None), ("stripe", "default", "c", None)])

    assert list(found) == [(*KEY, None)]
    assert (found[*KEY, None].attempt, found[*KEY, None].first) == (2, 1)


def test_nothing_is_asked_for_nothing(connection: sqlite3.Connection) -> None:
    """An empty list of values would be no SQL."""
    assert earlier_deliveries(connection, []) == {}
    assert earlier_events(connection, []) == {}
    assert still_there(connection, []) == set()


def test_events_are_found_by_key_provider_and_endpoint(store: Store, connection: sqlite3.Connection) -> None:
    """The first that is still there."""
    store.keep([arrival(provider="shopify", event_key="k"), arrival(provider="shopify", event_key="k")])
    asked = [("shopify", "default", "k"), ("stripe", "default", "k"), ("shopify", "other", "k")]

    assert earlier_events(connection, asked) == {asked[0]: 1}
    store.remove(None, [1])
    assert earlier_events(connection, asked) == {asked[0]: 2}
    assert still_there(connection, [1, 2, 3]) == {2}


def test_a_send_of_a_process_that_was_killed_is_not_believed_for_ever(
    store: Store, connection: sqlite3.Connection, path: Path
) -> None:
    """Its address may be anybody's by then."""
    store.record_sending(begun=[("127.0.0.1:1", 5)])
    (at,) = connection.execute("SELECT at FROM sending").fetchone()

    assert sends(connection, at + 1) == {"127.0.0.1:1": 5}
    assert sends(connection, at + STALE) == {}


def test_a_hundred_thousand_of_one_delivery_are_asked_at_once(store: Store, connection: sqlite3.Connection) -> None:
    """The question walks to the newest and the oldest, not through all of them, also when they were removed."""
    store.keep([delivery("a")])
    connection.execute(
        "WITH RECURSIVE n(i) AS (VALUES (2) UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
        "INSERT INTO captures (id, received_at, method, target, path, host, content_type, size, endpoint, origin, "
        "provider, delivery_id, attempt, signature, complete, malformed, pinned, unread, has_note, final, removed_at) "
        "SELECT i, 0, '', '', '', '', '', 0, 'default', 'received', 'stripe', 'a', i, "
        "'valid', 1, 0, 0, 0, 0, 1, 1 FROM n"
    )
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    connection.set_progress_handler(count, 1000)
    assert earlier_deliveries(connection, [(*KEY, None)]) == {}
    assert steps < 60
