"""The pipe between the window and its engine."""

import threading
import time
from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from queue import Queue

import pytest

from inspector.core.frames import Done, Frame, Quit
from inspector.core.messages import Captured, Changed, Dispatched, Health
from inspector.pipe import MOST_IDS, PipeEnd, merge


@pytest.fixture
def pair() -> Iterator[tuple[Connection, Connection]]:
    """Both ends of a pipe, closed behind the test."""
    ours, theirs = Pipe()
    yield ours, theirs
    ours.close()
    theirs.close()


def test_bursts_of_captures_become_one_fact() -> None:
    """Two hints of captures say the newest id and how many."""
    merged = merge(Captured(last_id=5, count=2), Captured(last_id=9, count=4))

    assert merged == Captured(last_id=9, count=6)


def test_changes_keep_their_ids_until_there_are_too_many() -> None:
    """Ids are joined without repeats; past the limit the fact says that any may have changed."""
    few = merge(Changed(ids=(1, 2)), Changed(ids=(2, 3)))
    many = merge(Changed(ids=tuple(range(MOST_IDS))), Changed(ids=(MOST_IDS + 1,)))

    assert few == Changed(ids=(1, 2, 3))
    assert many == Changed(ids=None)


def test_dispatches_are_never_merged() -> None:
    """Each dispatch is announced on its own."""
    assert merge(Dispatched(id=1, capture_id=1), Dispatched(id=2, capture_id=1)) is None


def test_frames_arrive_in_order(pair: tuple[Connection, Connection]) -> None:
    """What one end sends, the other end is given, in order."""
    received: Queue[Frame] = Queue()
    one = PipeEnd(pair[0], on_frame=received.put, on_closed=lambda: None)
    other = PipeEnd(pair[1], on_frame=received.put, on_closed=lambda: None)
    other.start()
    sent = [Done(number=n, answer=n) for n in range(100)]

    for frame in sent:
        one.send(frame)
    one.start()

    assert [received.get(timeout=5) for _ in sent] == sent
    one.close()
    time.sleep(0.1)  # the other's thread waits in its pipe again, so it cannot read from the next test's


def test_an_end_that_does_not_read_costs_nothing(pair: tuple[Connection, Connection]) -> None:
    """Sending a million facts to nobody returns at once and keeps one of each kind waiting."""
    end = PipeEnd(pair[0], on_frame=lambda frame: None, on_closed=lambda: None)
    end.start()
    for number in range(200_000):
        end.send(Captured(last_id=number, count=1))
        end.send(Health(refused=number))

    received = [pair[1].recv() for _ in range(2)]
    while sum(f.count for f in received if isinstance(f, Captured)) < 200_000:
        received.append(pair[1].recv())

    assert max(f.last_id for f in received if isinstance(f, Captured)) == 199_999
    end.close()


def test_the_end_of_the_other_side_is_told(pair: tuple[Connection, Connection]) -> None:
    """When the other process is gone, `on_closed` is called once."""
    closed = threading.Event()
    end = PipeEnd(pair[0], on_frame=lambda frame: None, on_closed=closed.set)
    end.start()

    pair[1].send(Quit())
    pair[1].close()

    assert closed.wait(5)
    end.close()
