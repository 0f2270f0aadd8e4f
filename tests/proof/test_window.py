"""The window and its engine: neither waits for the other, and neither takes the other's captures along."""

import os
import signal
import socket
import time
from pathlib import Path
from urllib.request import Request, urlopen

from tests.bench.kill import is_running
from tests.bench.window import window
from tests.proof.load import broken_promises, sending

STOPPED = 3.0
"""Seconds for which the window does nothing at all."""

CONNECTIONS = 32
"""How many the senders hold, so how many requests are under way at most."""


def test_a_window_that_hangs_holds_up_no_sender(tmp_path: Path) -> None:
    """While the window is stopped every response comes as ever; afterwards its list is complete."""
    with window(tmp_path) as shown:
        shown.listens()
        with sending(f"http://127.0.0.1:{shown.port}", 6.0, tmp_path / "log", rate=400) as load:
            time.sleep(1.5)
            os.kill(shown.process.pid, signal.SIGSTOP)
            time.sleep(STOPPED)
            os.kill(shown.process.pid, signal.SIGCONT)
        rows = 0
        end = time.monotonic() + 20
        while rows < len(load.promised) and time.monotonic() < end:
            rows = shown.do("rows")["rows"]

    assert (load.broken, load.refused) == (0, 0)
    assert load.slowest_ms < STOPPED * 1000 / 2
    # What was under way when the senders stopped is kept too, though none of them read the answer.
    assert 1_000 < len(load.promised) <= rows <= len(load.promised) + CONNECTIONS


def test_a_window_that_is_killed_takes_its_engine_along_and_no_capture(tmp_path: Path) -> None:
    """After kill -9 of the window the engine finishes its writes, ends within five seconds, and the port is free."""
    with window(tmp_path) as shown:
        shown.listens()
        with sending(f"http://127.0.0.1:{shown.port}", 2.0, tmp_path / "log") as load:
            time.sleep(1.5)
            shown.process.kill()
            end = time.monotonic() + 5
            while is_running(shown.engine) and time.monotonic() < end:
                time.sleep(0.02)
            assert not is_running(shown.engine)
        with socket.create_server(("127.0.0.1", shown.port)):
            pass

    assert load.promised
    assert broken_promises(tmp_path / "captures.db", load.promised) == []


def test_an_engine_that_is_killed_is_started_again(tmp_path: Path) -> None:
    """The window brings it back on the same port, and what was answered before is still listed."""
    with window(tmp_path) as shown:
        shown.listens()
        url = f"http://127.0.0.1:{shown.port}"
        post(url)
        os.kill(shown.engine, signal.SIGKILL)
        end = time.monotonic() + 20
        while not comes_through(url) and time.monotonic() < end:
            time.sleep(0.1)
        rows = 0
        while rows != 2 and time.monotonic() < end:
            rows = shown.do("rows")["rows"]

    assert rows == 2


def post(url: str) -> None:
    """Send a request and read its response."""
    with urlopen(Request(url, data=b"x"), timeout=5) as response:
        assert response.status == 200


def comes_through(url: str) -> bool:
    """Whether somebody listens and answers."""
    try:
        post(url)
    except OSError:
        return False
    return True
