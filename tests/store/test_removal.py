"""Removal, and undoing it."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from inspector.core.filter.parser import parse
from inspector.core.verdict import Judgement, Verdict
from inspector.store import removal
from inspector.store.connection import connect_writer
from inspector.store.filter_sql import where
from inspector.store.reader import Reader
from inspector.store.store import Store
from tests.store.arrivals import arrival, delivery, rows


def test_what_is_removed_is_gone_at_once_and_undo_brings_it_back(store: Store, reader: Reader) -> None:
    """From lists, counts, filters, single reads; each removal is undone by its own token."""
    store.keep([delivery("a"), delivery("b"), delivery("c")])
    seq = reader.change_seq()

    first, count = store.remove(None, [1, 2, 99])
    second, _ = store.remove(None, [3])

    assert count == 2
    assert second > first
    assert list(reader.ids(None)) == []
    assert (reader.count(None), reader.count(where(parse("delivery:a")))) == (0, 0)
    assert reader.provider_counts() == []
    assert reader.summaries([1, 2, 3]) == []
    assert list(reader.captures([1, 2, 3])) == []
    assert reader.changed_since(seq) == [1, 2, 3]

    assert store.restore(first) == 2
    assert list(reader.ids(None)) == [2, 1]
    assert reader.provider_counts() == [("stripe", 2, 0)]
    assert store.restore(first) == 0
    assert store.restore(second) == 1
    assert reader.count(None) == 3


def test_removal_by_filter_spares_the_rest_and_the_pinned(store: Store, reader: Reader) -> None:
    """A filter chooses, a pin protects where that was asked for."""
    store.keep([delivery("a"), delivery("b"), arrival(provider="github")])
    store.pin([2], True)

    _, count = store.remove(where(parse("provider:stripe")), None, keep_pinned=True)

    assert count == 1
    assert list(reader.ids(None)) == [3, 2]
    assert store.remove(None, None, keep_pinned=False)[1] == 2


def test_removing_many_takes_steps(store: Store, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others write in between; what arrives meanwhile is not removed."""
    monkeypatch.setattr(removal, "STEP_ROWS", 20)
    monkeypatch.setattr(removal, "PART", 10)
    store.keep([delivery(str(i)) for i in range(95)])
    between = []
    monkeypatch.setattr("inspector.store.removal.time.sleep", lambda _: between.append(store.keep([arrival()])))

    token, count = store.remove(None, None)
    assert (count, len(between)) == (95, 4)
    assert reader.count(None) == 4
    assert store.restore(token) == 95
    assert reader.count(None) == 95 + len(between)


def test_counts_follow_whatever_is_changed(store: Store, reader: Reader) -> None:
    """The counts that are kept are those that would be counted, after any order of changes."""
    choice = random.Random(7)
    tokens = []
    for _ in range(60):
        ids = choice.sample(range(1, 60), 5)
        match choice.randrange(5):
            case 0:
                store.keep([delivery(str(choice.random())), arrival(), arrival(provider="github", status="invalid")])
            case 1:
                tokens.append(store.remove(None, ids)[0])
            case 2 if tokens:
                store.restore(tokens.pop())
            case 3:
                judgement = Judgement(provider=choice.choice([None, "slack"]), verdict=Verdict(status="invalid"))
                store.record_judgements([(id, judgement) for id in ids])
            case _:
                store.purge_step(all=choice.random() < 0.1)

    counted = rows(
        store.path,
        "SELECT coalesce(provider, ''), signature, count(*) FROM captures WHERE removed_at IS NULL "
        "GROUP BY 1, 2 ORDER BY 1, 2",
    )
    assert rows(store.path, "SELECT * FROM tallies WHERE live > 0 ORDER BY 1, 2") == counted
    assert reader.count(None) == sum(int(str(count)) for _, _, count in counted) > 0


def test_large_removals_can_be_undone_longer(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten seconds for few, ten minutes for many."""
    monkeypatch.setattr(removal, "MANY", 1)
    store.keep([arrival(), arrival(), arrival()])
    few, _ = store.remove(None, [1])
    many, _ = store.remove(None, [2, 3])

    due = {row[0]: row[1] for row in rows(path, "SELECT token, due_at FROM removals")}

    assert 9_000_000 < int(str(due[few])) - few < 20_000_000
    assert 590_000_000 < int(str(due[many])) - many < 620_000_000


def test_marking_all_as_read_reaches_every_block(path: Path) -> None:
    """In steps from the newest down to the first."""
    with closing(Store.open(path)) as store:
        store.keep([arrival() for _ in range(50)])
    with closing(connect_writer(path)) as connection, pytest.MonkeyPatch.context() as patch:
        patch.setattr(removal, "STEP_ROWS", 7)
        removal.mark_read(connection, None)

        assert connection.execute("SELECT sum(unread) FROM captures").fetchone() == (0,)


def test_a_removal_in_another_thread_lets_the_writer_in(store: Store, path: Path) -> None:
    """It uses a connection of its own, so the loop's thread can go on keeping."""
    store.keep([arrival() for _ in range(10)])
    with closing(sqlite3.connect(path, isolation_level=None)) as reading:
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM captures").fetchone()
        token, count = store.remove(None, None)

    assert count == 10
    assert store.restore(token) == 10
