"""The log is copied beside the writer, and bounded."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from inspector.core.errors import StoreBusyError
from inspector.store import checkpoints
from inspector.store.checkpoints import Checkpointer
from inspector.store.store import Store
from tests.store.arrivals import arrival, rows


def log_of(path: Path) -> Path:
    """The write-ahead log."""
    return path.with_name(path.name + "-wal")


def until(done: object, seconds: float = 10.0) -> None:
    """Wait for something another thread does."""
    end = time.monotonic() + seconds
    while not done():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.01)


def test_the_log_is_bounded_under_a_writer_that_never_pauses(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forty times its bound is written; nothing is lost."""
    monkeypatch.setattr(checkpoints, "COPY_ABOVE", 1 << 19)
    monkeypatch.setattr(checkpoints, "RESTART_ABOVE", 1 << 20)
    monkeypatch.setattr(checkpoints, "FEW", 1 << 17)
    body = os.urandom(20_000)
    largest = 0
    for _ in range(200):
        store.keep([arrival(body) for _ in range(10)])
        largest = max(largest, log_of(path).stat().st_size)

    assert largest < 16 << 20
    assert rows(path, "SELECT count(*), sum(length(body)) FROM contents JOIN captures ON id = capture_id") == [
        (2000, 2000 * len(body))
    ]


def test_after_a_pause_all_is_copied(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the next start has nothing to do; then the thread sleeps until there is more."""
    monkeypatch.setattr(checkpoints, "QUIET_SECONDS", 0.05)
    for body in (b"first", b"second"):
        store.keep([arrival(body)])
        until(lambda body=body: body in path.read_bytes())
        time.sleep(0.15)


def test_a_long_log_is_cut_after_a_pause(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a busy hour left beside the store goes once nobody writes."""
    monkeypatch.setattr(checkpoints, "QUIET_SECONDS", 0.05)
    monkeypatch.setattr(checkpoints, "COPY_ABOVE", 1 << 16)
    for _ in range(10):
        store.keep([arrival(os.urandom(20_000))])

    until(lambda: log_of(path).stat().st_size == 0)
    assert [(10,)] == rows(path, "SELECT count(*) FROM contents")


def test_the_writer_is_asked_to_wait(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """At once busy without patience, for as long as it has any."""
    monkeypatch.setattr(Checkpointer, "holds", property(lambda _: True))
    with pytest.raises(StoreBusyError):
        store.keep([arrival()], patience=0)
    with pytest.raises(StoreBusyError):
        store.keep([arrival()], patience=0.01)
    monkeypatch.undo()

    assert store.keep([arrival()], patience=0)[0].id == 1


def test_the_thread_empties_the_log_when_it_is_asked(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As soon as nobody reads it any more."""
    monkeypatch.setattr(checkpoints, "QUIET_SECONDS", 0.02)
    store.keep([arrival()])
    with closing(sqlite3.connect(path, isolation_level=None)) as reading:
        reading.execute("BEGIN")
        reading.execute("SELECT * FROM captures").fetchone()
        checkpointer = store._checkpointer
        number = checkpointer.ask_to_empty()
        time.sleep(0.1)
        assert checkpointer.emptied < number
        reading.execute("COMMIT")
        until(lambda: checkpointer.emptied >= number)

    assert log_of(path).stat().st_size == 0
    assert store.keep([arrival()])[0].id == 2
