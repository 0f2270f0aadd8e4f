"""Reading: pages, summaries, single captures, counts, and what others changed."""

import os
import sqlite3
import threading
from array import array
from contextlib import closing
from pathlib import Path

import pytest

from inspector.core.capture import Arrival
from inspector.core.errors import NothingError, StoreError
from inspector.core.filter.parser import parse
from inspector.store import reader as reader_module
from inspector.store.connection import ReadInterrupted
from inspector.store.filter_sql import where
from inspector.store.locks import FileLock, lock_of
from inspector.store.reader import Reader
from inspector.store.store import Store
from tests.store.arrivals import arrival, delivery


def some(count: int) -> list[Arrival]:
    """Half of Stripe, half of GitHub, those of GitHub invalid."""
    return [
        arrival(b"%d" % i, provider="github" if i % 2 else "stripe", status="invalid" if i % 2 else "valid")
        for i in range(count)
    ]


def test_pages_follow_each_other_by_id(store: Store, reader: Reader) -> None:
    """Newest first from an id down, or oldest first from an id up; never the same twice, none left out."""
    store.keep(some(25))

    assert [row.id for row in reader.page(None, limit=10)] == list(range(25, 15, -1))
    assert [row.id for row in reader.page(None, limit=10, before=16)] == list(range(15, 5, -1))
    assert [row.id for row in reader.page(None, limit=10, oldest_first=True, after=20)] == list(range(21, 26))
    github = where(parse("provider:github"))
    assert [row.id for row in reader.page(github, limit=3, before=20)] == [18, 16, 14]
    assert [row.id for row in reader.page(github, limit=3, oldest_first=True)] == [2, 4, 6]


def test_ids_newest_first(store: Store, reader: Reader) -> None:
    """As numbers in an array, with the same bounds as pages."""
    store.keep(some(9))

    assert reader.ids(None) == array("q", range(9, 0, -1))
    assert reader.ids(where(parse("signature:valid")), limit=2, before=9) == array("q", [7, 5])
    assert reader.ids(None, after=6) == array("q", [9, 8, 7])
    assert reader.ids(where(parse("provider:nobody"))) == array("q")


def test_summaries_come_in_the_order_that_was_asked(store: Store, reader: Reader) -> None:
    """Those that are gone are left out; more than one statement's worth are asked in several."""
    store.keep(some(1200))
    asked = [*range(1, 1201, 2), 9999, 4]

    assert [row.id for row in reader.summaries(asked)] == [*range(1, 1201, 2), 4]
    row = reader.summaries([4])[0]
    assert (row.method, row.target, row.host, row.content_type, row.size, row.provider, row.signature, row.status) == (
        "POST",
        "/hooks",
        "127.0.0.1:8765",
        "application/json",
        1,
        "github",
        "invalid",
        200,
    )


def test_counts(store: Store, reader: Reader) -> None:
    """Of all, of a filter, and per provider with those that failed."""
    store.keep([*some(5), arrival()])

    assert reader.count(None) == 6
    assert reader.count(where(parse("provider:github"))) == 2
    assert reader.provider_counts() == [("stripe", 3, 0), ("github", 2, 2), (None, 1, 0)]
    assert reader.last_id() == 6


def test_a_capture_that_is_not_there_is_a_sentence(store: Store, reader: Reader) -> None:
    """It names the id."""
    store.keep(some(1))

    with pytest.raises(NothingError, match=r"There is no capture 17\."):
        reader.capture(17)


def test_captures_stream_in_the_order_that_was_asked(store: Store, reader: Reader) -> None:
    """A hundred at a time, however many; those that are gone are left out."""
    store.keep(some(250))

    assert [capture.id for capture in reader.captures(iter([*range(250, 0, -1), 999]))] == list(range(250, 0, -1))


def test_what_others_wrote_is_noticed(store: Store, reader: Reader) -> None:
    """A number that costs microseconds to ask changes with every write of another connection, and only then."""
    before = reader.data_version()
    assert reader.data_version() == before

    store.keep(some(1))

    assert reader.data_version() != before


def test_captures_to_judge_again(store: Store, reader: Reader) -> None:
    """Those that a new secret could change, newest first."""
    store.keep([arrival(provider="stripe", status=status) for status in ("valid", "invalid", "no-secret", "unsigned")])
    store.keep([arrival(provider="github", status="no-secret")])

    assert reader.no_secret("stripe") == [3]
    assert reader.judgeable("stripe") == [3, 2]
    store.remove(None, [3])
    assert reader.judgeable("stripe") == [2]


def test_the_nearest_misses_say_what_they_miss(store: Store, reader: Reader) -> None:
    """Those that pass most terms come first; what was there before is not looked at."""
    terms = [where(parse(text)) for text in ("provider:stripe", "signature:valid", "event:paid")]
    store.keep([arrival(provider="stripe", event="paid")])
    store.keep([arrival(), arrival(provider="stripe"), arrival(provider="stripe", event="paid", status="invalid")])

    found = reader.nearest(terms, after=1, limit=2)

    assert [(row.id, failed) for row, failed in found] == [(4, (1,)), (3, (2,))]
    assert reader.nearest([], after=0) == []


def test_a_filter_looks_into_decoded_bodies(store: Store) -> None:
    """With the function that was given for that."""
    head = arrival(b"cipher")
    store.keep([head])
    text = where(parse("plain"))
    with closing(Reader(store.path)) as without, closing(Reader(store.path, decode=lambda *_: b"plain")) as reader:
        assert without.count(text) == 0
        assert reader.count(where(parse("cipher"))) == 1


def test_reading_can_be_stopped(store: Store, reader: Reader) -> None:
    """From another thread, in the middle; the next read is not disturbed."""
    store.keep(some(2000))
    slow = where(parse("method:POST"))
    slow_sql = type(slow)(sql=f"{slow.sql} AND filter_wait()", parameters=slow.parameters, tree=slow.tree)
    running = threading.Event()

    def wait() -> int:
        running.set()
        threading.Event().wait(0.002)
        return 1

    reader._connection.create_function("filter_wait", 0, wait)

    def stop() -> None:
        running.wait(10)
        reader.interrupt()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(ReadInterrupted):
        reader.ids(slow_sql)
    stopper.join()

    assert len(reader.ids(None)) == 2000


def test_where_there_is_no_store_a_sentence_says_so(path: Path) -> None:
    """And none is made by looking for it."""
    with pytest.raises(StoreError, match=r"There is no store at .*captures\.db yet"):
        Reader(path)

    assert not path.parent.exists()


def test_a_store_that_is_being_changed_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For some seconds; then a sentence names who changes it."""
    Store.open(path).close()
    monkeypatch.setattr(reader_module, "BUSY_SECONDS", 0.1)
    lock = FileLock(lock_of(path))
    assert lock.alone()
    with pytest.raises(StoreError, match="is changing the store"):
        Reader(path)
    threading.Timer(0.05, lock.close).start()
    monkeypatch.setattr(reader_module, "BUSY_SECONDS", 5.0)

    Reader(path).close()


def test_reading_holds_nothing_up(store: Store, reader: Reader) -> None:
    """A long read sees one state, and the writer goes on beside it."""
    store.keep(some(20))
    pages = reader.captures(range(1, 21))
    next(pages)

    assert [one.id for one in store.keep(some(1), patience=0)] == [21]
    assert len(list(pages)) == 19


def test_size_counts_all_that_belongs_to_the_store(store: Store, reader: Reader) -> None:
    """The log, too."""
    before = reader.total_size()

    store.keep([delivery("a", body=os.urandom(100_000))])

    assert reader.total_size() > before + 100_000


def test_closing_twice_is_harmless(store: Store) -> None:
    """And afterwards nothing can be read."""
    reader = Reader(store.path)
    reader.close()
    reader.close()
    with pytest.raises(sqlite3.ProgrammingError):
        reader.last_id()
