"""The engine as a child of the window."""

import multiprocessing
import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from urllib.request import Request, urlopen

from inspector.core.frames import Call, Done, Frame, Quit
from inspector.core.messages import Captured, Erase, Health, Pin, SetNote, StopListening
from inspector.core.paths import Paths
from inspector.engine_process import run
from inspector.store.reader import Reader
from inspector.store.store import Store


@dataclass
class Child:
    """An engine's process and our end of its pipe."""

    process: SpawnProcess
    connection: Connection
    url: str

    def next(self, kind: type[Frame]) -> Frame:
        """The next frame of a kind; others are passed over."""
        while self.connection.poll(60):
            frame: Frame = self.connection.recv()
            if isinstance(frame, kind):
                return frame
        raise AssertionError(f"no {kind.__name__} within 60 s")

    def post(self, body: bytes) -> str:
        """Send a request; gives the id of its capture."""
        with urlopen(Request(self.url, data=body), timeout=60) as response:
            return str(response.headers["X-Capture-Id"])


@contextmanager
def started(folder: Path) -> Iterator[Child]:
    """An engine's process on a free port, killed behind the block where it still runs."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    paths = Paths(store=folder / "captures.db", config=folder, logs=folder / "logs")
    process = context.Process(target=run, args=(theirs, paths, None, 0))
    process.start()
    theirs.close()
    child = Child(process, ours, "")
    try:
        while not child.url:
            health = child.next(Health)
            assert isinstance(health, Health)
            child.url = health.listening[0] if health.listening else ""
        yield child
    finally:
        process.kill()
        process.join(10)
        ours.close()


def test_facts_come_and_calls_are_answered(tmp_path: Path) -> None:
    """A capture is announced, a wish answered with its number, an error as a sentence; Quit ends it."""
    with started(tmp_path) as child:
        child.post(b"x")
        assert child.next(Captured) == Captured(last_id=1, count=1)

        child.connection.send(Call(number=7, wish=Pin(ids=(1,), pinned=True)))
        child.connection.send(Call(number=8, wish=SetNote(id=1, note="hello")))
        assert {child.next(Done), child.next(Done)} == {Done(number=7), Done(number=8)}

        child.connection.send(Quit())
        child.process.join(10)
        assert child.process.exitcode == 0


def test_it_ends_when_the_window_is_gone(tmp_path: Path) -> None:
    """When the pipe closes it finishes its writes, ends within five seconds, and its port is free."""
    with started(tmp_path) as child:
        ids = {int(child.post(b"x")) for _ in range(20)}
        began = time.monotonic()
        child.connection.close()
        child.process.join(5)

        assert child.process.exitcode == 0
        assert time.monotonic() - began < 5
        port = int(child.url.rpartition(":")[2])
        with socket.create_server(("127.0.0.1", port)):
            pass
    reader = Reader(tmp_path / "captures.db")
    assert set(reader.ids(None)) == ids
    reader.close()


def test_ctrl_c_in_the_terminal_is_for_the_window(tmp_path: Path) -> None:
    """SIGINT, which a terminal sends to both, does not end the engine."""
    with started(tmp_path) as child:
        assert child.process.pid
        os.kill(child.process.pid, signal.SIGINT)

        assert child.post(b"x") == "1"


def test_a_store_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    """The window is told in a sentence, and the process ends."""
    (tmp_path / "captures.db").mkdir()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    paths = Paths(store=tmp_path / "captures.db", config=tmp_path, logs=tmp_path / "logs")
    process = context.Process(target=run, args=(theirs, paths, None, 0))
    process.start()
    theirs.close()
    health = Child(process, ours, "").next(Health)
    process.join(10)
    ours.close()

    assert isinstance(health, Health)
    assert health.problem
    assert process.exitcode == 0


def test_stopping_to_listen_is_a_wish(tmp_path: Path) -> None:
    """The port is closed while the engine lives on."""
    with started(tmp_path) as child:
        child.connection.send(Call(number=1, wish=StopListening()))
        assert child.next(Done) == Done(number=1)
        health = child.next(Health) if child.connection.poll(0) else None

        assert health is None or (isinstance(health, Health) and health.listening == ())
        assert child.process.is_alive()


def test_all_is_removed_behind_a_window_that_closes(tmp_path: Path) -> None:
    """The engine finishes, removes what was asked for, says so and ends."""
    with started(tmp_path / "data") as child:
        child.post(b"x")
        child.connection.send(Call(number=5, wish=Erase(captures=True, settings=True, secrets=True)))
        assert child.next(Done) == Done(number=5)
        child.process.join(10)

        assert child.process.exitcode == 0
    assert {file.name for file in (tmp_path / "data").iterdir()} <= {"logs"}


def test_what_another_uses_is_not_removed(tmp_path: Path) -> None:
    """The window is told why."""
    with started(tmp_path) as child:
        child.post(b"x")
        with closing(Store.open(tmp_path / "captures.db")):
            child.connection.send(Call(number=5, wish=Erase(captures=True)))
            done = child.next(Done)
        assert isinstance(done, Done)
        assert "is used by" in str(done.error)
    assert (tmp_path / "captures.db").exists()
