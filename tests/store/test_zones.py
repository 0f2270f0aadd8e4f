"""Zone maps leave out what cannot match, and nothing else."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.capture import Arrival, Origin
from inspector.core.filter.parser import parse
from inspector.core.response import Response
from inspector.core.verdict import Judgement, Verdict
from inspector.store import zones
from inspector.store.filter_sql import register_functions, where
from inspector.store.schema import CAUSE_ZONES
from inspector.store.store import Store
from inspector.store.zones import LAST, Zones, ranges
from tests.captures import AT, head_of, request_of

BLOCK = 1 << zones.BITS
PLAIN = Arrival(request=request_of(head_of(b"POST /hooks HTTP/1.1", b"Host: localhost:80"), b"1234"))
STRIPE = replace(
    PLAIN,
    judgement=Judgement(provider="stripe", event="paid", verdict=Verdict(status="valid")),
    response=Response(status=500),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with closing(Store.open(tmp_path / "captures.db")) as store:
        yield store


@pytest.fixture
def connection(store: Store) -> Iterator[sqlite3.Connection]:
    """Another connection to it."""
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        register_functions(connection)
        yield connection


@pytest.fixture
def filled(store: Store, connection: sqlite3.Connection) -> Store:
    """Four blocks: the first and the last hold one plain capture, the second one of Stripe, the third none."""
    store.keep([PLAIN])
    skip_to(connection, BLOCK + 5)
    store.keep([STRIPE])
    skip_to(connection, 3 * BLOCK + 5)
    store.keep([PLAIN])
    return store


def skip_to(connection: sqlite3.Connection, id: int) -> None:
    """The next capture gets this id."""
    connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'captures'", (id - 1,))


def blocks(connection: sqlite3.Connection, text: str) -> list[int]:
    """The blocks that are read for a filter, but for what has not arrived yet."""
    found = ranges(connection, where(parse(text)))
    assert found[0][1] == LAST
    (newest,) = connection.execute("SELECT max(id) FROM captures").fetchone()
    starts = range(0, newest + 1, BLOCK)
    return [
        start // BLOCK
        for start in starts
        if any(low <= newest and low < start + BLOCK and start <= high for low, high in found)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [0, 1, 2, 3]),
        ("word", [0, 1, 2, 3]),
        ("provider:stripe", [1]),
        ("provider:S*", [1]),
        ("provider=Stripe", []),
        ("provider:nobody", []),
        ("-provider:stripe", [0, 3]),
        ("-provider:nobody", [0, 1, 3]),
        ("provider:stripe word", [1]),
        ("provider:stripe OR word", [0, 1, 2, 3]),
        ("provider:stripe OR event:paid", [1]),
        ("provider:stripe signature:unknown", []),
        ("-(provider:stripe OR signature:unknown)", []),
        ("-(provider:stripe signature:unknown)", [0, 1, 3]),
        ("-(provider:stripe word)", [0, 1, 2, 3]),
        ("status>=500", [1]),
        ("status<500", []),
        ("-status>=500", [0, 3]),
        ("host:localhost", [0, 1, 3]),
        ("size:4", [0, 1, 3]),
        ("size>=200", [0, 1, 3]),
        ("size>=4kb", []),
        ("size<4", [0, 1, 3]),
        ("size:5kb", []),
        ("is:pinned", []),
        ("-is:pinned", [0, 1, 2, 3]),
        ("is:unread", [0, 1, 2, 3]),
        ("since:2026-11-24T00:00Z", []),
        ("since:2026-11-23T08:30Z", [0, 1, 3]),
        ("on:2026-11-30", []),
    ],
)
@pytest.mark.usefixtures("filled")
def test_blocks_that_are_read(connection: sqlite3.Connection, text: str, expected: list[int]) -> None:
    """Only blocks in which the values occur; all where zones cannot tell."""
    assert blocks(connection, text) == expected


@pytest.mark.usefixtures("filled")
def test_what_arrives_meanwhile_is_read(connection: sqlite3.Connection) -> None:
    """Ranges begin at the newest; what is stored after they were asked for is in the first of them."""
    found = ranges(connection, where(parse("provider:nobody")))

    assert found == [(3 * BLOCK + 6, LAST)]
    assert ranges(connection, None) == [(0, LAST)]


def test_neighbouring_blocks_are_one_range(store: Store, connection: sqlite3.Connection) -> None:
    """Newest first, each id in one range at most."""
    for block in (0, 1, 3, 4):
        skip_to(connection, block * BLOCK + 5) if block else None
        store.keep([STRIPE])
    skip_to(connection, 9 * BLOCK)
    store.keep([PLAIN])

    found = ranges(connection, where(parse("provider:stripe")))

    assert found == [(9 * BLOCK + 1, LAST), (3 * BLOCK, 5 * BLOCK - 1), (0, 2 * BLOCK - 1)]


def test_changes_are_noted(filled: Store, connection: sqlite3.Connection) -> None:
    """What is recorded and judged later is found where it now is."""
    filled.record_responses([(3 * BLOCK + 5, Response(status=599))])
    filled.record_judgements([(3 * BLOCK + 5, Judgement(provider="slack"))])
    filled.pin([1], True)

    assert blocks(connection, "status:599") == [3]
    assert blocks(connection, "provider:slack") == [3]
    assert blocks(connection, "is:pinned") == [0]


def test_states_are_noted(store: Store, connection: sqlite3.Connection) -> None:
    """Each state leads to the block where it occurs."""
    states = {
        "sample": replace(PLAIN, origin=Origin(kind="sample")),
        "incomplete": replace(PLAIN, request=replace(PLAIN.request, complete=False)),
        "malformed": replace(PLAIN, request=replace(PLAIN.request, malformed="no request")),
        "handshake": replace(PLAIN, judgement=Judgement(handshake="challenge")),
    }
    store.keep([PLAIN])
    for block, arrival in enumerate(states.values()):
        skip_to(connection, block * BLOCK + 5)
        store.keep([arrival])
    repeated = replace(PLAIN, judgement=Judgement(provider="stripe", delivery_id="evt_1"))
    skip_to(connection, 3 * BLOCK + 100)
    store.keep([repeated, repeated])

    assert [blocks(connection, f"is:{state}") for state in states] == [[0], [1], [2], [3]]
    assert blocks(connection, "is:retry OR is:duplicate OR is:redelivery") == [3]


def test_many_values_are_as_good_as_any(store: Store, connection: sqlite3.Connection) -> None:
    """Thousands of values, or very long ones, do not fill the table; their blocks are read for any value."""
    store.keep([replace(PLAIN, judgement=Judgement(event=f"event{i}")) for i in range(1_000)])
    skip_to(connection, BLOCK + 5)
    store.keep([replace(PLAIN, judgement=Judgement(event="x" * 1_000))])
    skip_to(connection, 2 * BLOCK + 5)
    store.keep([PLAIN])

    assert blocks(connection, "event:event900") == [0, 1]
    assert blocks(connection, "-event:event1") == [0, 1, 2]
    (count,) = connection.execute("SELECT count(*) FROM zones WHERE field = 'event'").fetchone()
    assert count <= zones.MOST + 3


def test_times_before_1970_are_noted(store: Store, connection: sqlite3.Connection) -> None:
    """An import may bring them."""
    store.keep([replace(PLAIN, request=replace(PLAIN.request, received_at=AT.replace(year=1960)))])

    assert blocks(connection, "on:1960-11-23") == [0]
    assert blocks(connection, "since:1961-01-01") == []


@pytest.mark.usefixtures("filled")
def test_nothing_is_written_twice(connection: sqlite3.Connection) -> None:
    """The hundredth capture like the first costs no write."""
    before = connection.execute("SELECT count(*) FROM zones").fetchone()
    zones_of_another = Zones()
    zones_of_another.note(connection, 1, 4 * BLOCK)
    changes = connection.total_changes
    zones_of_another.note_ids(connection, [1, BLOCK + 5, 77])

    assert connection.execute("SELECT count(*) FROM zones").fetchone() == before
    assert connection.total_changes == changes


@pytest.mark.usefixtures("filled")
def test_a_rollback_is_forgotten(connection: sqlite3.Connection) -> None:
    """What a failed transaction took back is written again."""
    connection.execute("DELETE FROM zones")
    mine = Zones()
    connection.execute("BEGIN")
    mine.note(connection, 1, 4 * BLOCK)
    connection.execute("ROLLBACK")
    mine.forget()
    mine.note(connection, 1, 4 * BLOCK)

    assert blocks(connection, "provider:stripe") == [1]


def test_what_a_writer_remembers_is_bounded(
    store: Store, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After too many different rows it starts over, and nothing is lost or written twice."""
    monkeypatch.setattr(zones, "REMEMBERED", 10)
    store.keep([replace(PLAIN, judgement=Judgement(event=f"e{i % 50}", provider="p")) for i in range(200)])

    assert blocks(connection, "event:e49 provider:p") == [0]
    (count,) = connection.execute("SELECT count(*) FROM zones WHERE field = 'event'").fetchone()
    assert count == 50


def test_captures_are_found_by_the_cause_of_their_failure(store: Store, connection: sqlite3.Connection) -> None:
    """Only blocks with this cause are read; of several causes the first counts."""
    failed = Verdict(status="invalid", cause="url-differs", causes=("url-differs", "timestamp-stale"))
    good = Arrival(request=request_of(head_of(b"GET / HTTP/1.1")), judgement=Judgement(verdict=Verdict(status="valid")))
    store.keep([good, replace(good, judgement=Judgement(verdict=failed))])
    skip_to(connection, 5000)
    store.keep([good])

    assert ids(connection, "cause:url-differs") == [2]
    assert ids(connection, "cause:timestamp-stale") == []
    assert ids(connection, "-cause:url-differs") == [1, 5000]
    assert blocks(connection, "cause:url-differs") == [0]
    assert blocks(connection, "cause:body-charset") == []

    found = connection.execute("SELECT * FROM zones WHERE field = 'cause' ORDER BY block, value").fetchall()
    connection.execute("DELETE FROM zones WHERE field = 'cause'")
    for statement in CAUSE_ZONES.statements:
        connection.execute(statement)
    assert connection.execute("SELECT * FROM zones WHERE field = 'cause' ORDER BY block, value").fetchall() == found


def ids(connection: sqlite3.Connection, text: str) -> list[int]:
    """The captures that a filter finds."""
    condition = where(parse(text))
    found = connection.execute(f"SELECT id FROM captures WHERE {condition.sql} ORDER BY id", condition.parameters)
    return [id for (id,) in found]
