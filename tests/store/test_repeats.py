"""What belongs to one delivery."""

import os
import sqlite3

from inspector.core.filter.parser import parse
from inspector.core.history import Earlier
from inspector.core.response import Response
from inspector.store.filter_sql import where
from inspector.store.reader import Reader
from inspector.store.reading_rows import SUMMARY_COLUMNS
from inspector.store.store import Store
from tests.store.arrivals import arrival, delivery
from tests.store.test_placing import shared

FAILED = Response(status=500, duration_ms=7.0)


def test_the_arrivals_before(store: Store, reader: Reader) -> None:
    """The first, and the one right before, with what their senders were told."""
    first = delivery("evt_1", body=b"a", response=FAILED)
    store.keep([first, delivery("evt_1", body=b"a", response=None), delivery("evt_1", body=b"b"), delivery("evt_2")])
    sha256 = first.request.body.sha256
    third = reader.capture(3)

    assert reader.repeats.first(third) == Earlier(id=1, status=500, duration_ms=7.0, body_sha256=sha256)
    assert reader.repeats.previous(third) == Earlier(id=2, status=None, duration_ms=None, body_sha256=sha256)
    assert reader.repeats.first(reader.capture(1)) is None
    assert reader.repeats.previous(reader.capture(4)) is None


def test_the_arrival_before_is_none_of_another_delivery_under_the_same_id(store: Store, reader: Reader) -> None:
    """Whether or not the first was removed meanwhile."""
    transcript, audio = (shared("conv_1", key) for key in ("transcript", "audio"))
    store.keep([transcript, transcript, audio, audio])
    assert before(reader, 4) == 3

    store.remove(None, [1])
    store.keep([transcript, audio, transcript])
    assert [before(reader, id) for id in (2, 5, 6, 7)] == [None, 2, 4, 5]


def before(reader: Reader, id: int) -> int | None:
    """The arrival right before one."""
    found = reader.repeats.previous(reader.capture(id))
    return None if found is None else found.id


def test_a_delivery_of_the_same_event_has_a_first_but_no_arrival_before(store: Store, reader: Reader) -> None:
    """It came under an id of its own."""
    store.keep([delivery("a", body=b"x"), delivery("b", body=b"x")])
    same = reader.capture(2)

    assert same.repeat == "same-event"
    assert reader.repeats.first(same) is not None
    assert reader.repeats.previous(same) is None


def test_what_stands_under_a_first_arrival(store: Store, reader: Reader) -> None:
    """Oldest first, those that match, without what only looks like the same event."""
    store.keep([delivery("e", body=b"x"), delivery("other", body=b"x")])
    store.keep([delivery("e", response=FAILED), delivery("e"), delivery("e", response=FAILED)])

    assert list(reader.repeats.under(1, None)) == [3, 4, 5]
    assert list(reader.repeats.under(1, where(parse("status:500")))) == [3, 5]
    assert reader.repeats.again(1) == 3
    assert reader.repeats.again(4) == 0
    assert [row.again for row in reader.summaries([1, 2, 4])] == [3, 0, 0]


def test_a_delivery_of_the_same_event_has_repeats_of_its_own(store: Store, reader: Reader) -> None:
    """They stand under it, and not under what it looks like."""
    store.keep([delivery("e", body=b"x"), delivery("other", body=b"x"), delivery("other", body=b"x")])

    assert [(row.repeat, row.duplicate_of) for row in reader.summaries([2, 3])] == [("same-event", 1), ("duplicate", 2)]
    assert [row.again for row in reader.summaries([1, 2, 3])] == [0, 1, 0]


def test_firsts_whose_repeats_came(store: Store, reader: Reader) -> None:
    """Between two ids, each once."""
    store.keep([delivery("a"), delivery("b"), delivery("a"), delivery("a"), delivery("b"), arrival(os.urandom(4))])

    assert sorted(reader.repeats.firsts_of(2, 7)) == [1, 2]
    assert reader.repeats.firsts_of(2, 5) == (1,)
    assert reader.repeats.firsts_of(5, 7) == ()


def test_a_row_says_that_its_bytes_are_others(store: Store, reader: Reader) -> None:
    """Of a repeat under the same delivery id, and of its first; one that looks like the same event may have others."""
    store.keep([delivery("e", body=b"x"), delivery("e", body=b"y"), delivery("e", body=b"x"), delivery("e", body=b"")])
    store.keep([arrival(b"1", provider="p", event_key="k"), arrival(b"2", provider="p", event_key="k")])

    assert [row.other_bytes for row in reader.summaries(range(1, 7))] == [True, True, False, True, False, False]


def test_counting_goes_by_the_index(connection: sqlite3.Connection, reader: Reader) -> None:
    """A list of a million captures asks for its few rows alone."""
    plan = connection.execute(f"EXPLAIN QUERY PLAN SELECT {SUMMARY_COLUMNS} FROM captures WHERE id = 1").fetchall()

    assert any("captures_repeats" in step[3] for step in plan)
    assert not any("captures_removed" in step[3] for step in plan)
