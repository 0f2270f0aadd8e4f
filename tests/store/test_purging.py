"""What is purged leaves nothing in any file."""

import os
import random
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.body import LARGE, Body
from inspector.core.clock import now
from inspector.core.dispatch import Dispatch
from inspector.core.filter.parser import parse
from inspector.core.paths import bodies_of
from inspector.store import purging
from inspector.store.filter_sql import where
from inspector.store.reader import Reader
from inspector.store.store import Store
from tests.store.arrivals import arrival, delivery, rows

MARK = "Xylo7Phone"


def purge(store: Store) -> int:
    """Purge all that was removed; gives the number of steps."""
    steps = 1
    while store.purge_step(all=True):
        steps += 1
    return steps


def marked(folder: Path) -> dict[str, int]:
    """The files that hold the mark, and how often."""
    counts = {entry.name: entry.read_bytes().count(MARK.encode()) for entry in folder.rglob("*") if entry.is_file()}
    return {name: count for name, count in counts.items() if count}


def test_nothing_of_it_is_left_in_any_file(store: Store, path: Path) -> None:
    """Rows, indexes, counts of blocks, the log and bodies: purged in random order, among others that stay."""
    choice = random.Random(3)
    arrivals = []
    for number in range(1500):
        text = MARK if number % 3 else "stays"
        one = arrival(
            (f"{text}{number}" * choice.randrange(1, 900)).encode(),
            provider="stripe",
            delivery_id=f"{choice.random()}{text}",
            event_key=f"{choice.random()}{text}",
            event=f"{text}.event",
            path=f"/{text}/{number % 50}",
        )
        arrivals.append(replace(one, note=text))
    large = arrival()
    arrivals.append(replace(large, request=replace(large.request, body=Body.of(MARK.encode() + bytes(LARGE)))))
    for start in range(0, len(arrivals), 100):
        store.keep(arrivals[start : start + 100])
    store.record_sending(dispatches=[Dispatch(capture_id=2, at=now(), target=f"http://{MARK}", body=MARK.encode())])
    assert set(marked(path.parent)) >= {"captures.db-wal"}
    gone = [id for id in range(1, 1501) if (id - 1) % 3]
    choice.shuffle(gone)
    gone.append(1501)

    for start in range(0, len(gone), 400):
        store.remove(None, gone[start : start + 400])
        purge(store)

    assert marked(path.parent) == {}
    assert list(bodies_of(path).iterdir()) == []
    with closing(Reader(path)) as reader:
        assert reader.count(None) == 500
        assert reader.count(where(parse("event:stays.*"))) == 500
        assert reader.count(where(parse("path:/stays/*"))) == 500
        assert all(b"stays" in (capture.request.body.content or b"") for capture in reader.captures(reader.ids(None)))


def test_the_file_shrinks(store: Store, path: Path) -> None:
    """Step by step, by all that was free."""
    store.keep([arrival(os.urandom(20_000)) for _ in range(200)])
    store.checkpoint()
    before = path.stat().st_size

    store.remove(None, None)
    assert purge(store) > 5

    assert path.stat().st_size < before / 10
    assert rows(path, "PRAGMA freelist_count") == [(0,)]


def test_a_removal_is_purged_when_it_is_due(store: Store, reader: Reader) -> None:
    """Not while it can be undone."""
    store.keep([arrival()])
    token, _ = store.remove(None, None)

    assert not store.purge_step()
    assert store.restore(token) == 1
    store.remove(None, None)
    purge(store)
    assert reader.last_id() == 1
    assert rows(store.path, "SELECT count(*) FROM captures") == [(0,)]


def test_a_removal_of_an_earlier_run_is_due(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is left who could undo it."""
    with closing(Store.open(path)) as store:
        store.keep([delivery(MARK) for _ in range(3)])
        store.remove(None, None)
    monkeypatch.setattr(purging, "SHORTLY", 0)
    time.sleep(0.001)
    with closing(Store.open(path)) as store:
        end = time.monotonic() + 10
        while rows(path, "SELECT count(*) FROM removals") != [(0,)]:
            assert time.monotonic() < end
            if not store.purge_step():
                time.sleep(0.01)

        assert marked(path.parent) == {}
    assert rows(path, "SELECT count(*) FROM captures") == [(0,)]


def test_a_step_is_small(store: Store, path: Path) -> None:
    """At most 500 captures, and few where they are large: a sender waits for one step."""
    store.keep([arrival() for _ in range(600)])
    store.keep([arrival(bytes(3_000_000)) for _ in range(3)])
    store.remove(None, None)
    left = []
    while store.purge_step(all=True):
        left.append(rows(path, "SELECT count(*) FROM captures")[0][0])

    assert left[:4] == [103, 2, 1, 0]


def test_a_reader_puts_off_the_end_and_not_the_writer(store: Store, path: Path) -> None:
    """The log cannot be emptied while it is read; it is at the next look."""
    store.keep([delivery(MARK)])
    store.remove(None, None)
    with closing(Reader(path)) as reader:
        cursor = reader._connection.execute("SELECT id FROM captures UNION ALL SELECT 2 UNION ALL SELECT 3")
        cursor.fetchone()
        while store.purge_step(all=True):
            pass
        assert marked(path.parent) != {}
        cursor.close()

    purge(store)
    assert marked(path.parent) == {}


def test_orphaned_bodies_are_swept_after_an_hour(store: Store, path: Path) -> None:
    """What a row names, and what is younger, stays."""
    sample = arrival()
    store.keep([replace(sample, request=replace(sample.request, body=Body.of(bytes(LARGE + 1))))])
    (named,) = bodies_of(path).iterdir()
    orphan, young = bodies_of(path) / "1.part", bodies_of(path) / "2.part"
    orphan.touch()
    young.touch()
    for old in (named, orphan):
        os.utime(old, (time.time() - 4000, time.time() - 4000))

    assert store.sweep_bodies() == 1

    assert set(bodies_of(path).iterdir()) == {named, young}
    assert store.sweep_bodies() == 0


def test_a_purge_that_was_killed_goes_on(path: Path) -> None:
    """Every step can be the last of a process."""
    with closing(Store.open(path)) as store:
        store.keep([arrival() for _ in range(1200)])
        store.remove(None, None)
        store.purge_step(all=True)
    with closing(Store.open(path)) as store:
        assert rows(path, "SELECT count(*) FROM captures") == [(700,)]
        purge(store)

    assert rows(path, "SELECT count(*) FROM removals") == [(0,)]
