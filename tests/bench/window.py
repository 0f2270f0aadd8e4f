"""The window's side of a measurement: starts the window program and tells it what to do."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from tests.bench.figure import NotMeasured
from tests.bench.processes import ROOT, environment, free_port

PATIENCE = 60.0
"""Seconds for an answer, beside the time that the deed itself takes."""

Said = dict[str, Any]


class Window:
    """A running window."""

    def __init__(self, process: "subprocess.Popen[str]", port: int, began: int, log: Path) -> None:
        self._log = log
        self.process = process
        self.port = port
        self.engine = 0
        """Process id of the engine, once it listens."""
        self._began = began
        self._said: Queue[Said | None] = Queue()
        self._kept: dict[tuple[str, str], Said] = {}
        self.heard = threading.Thread(target=self._hear, daemon=True)
        self.heard.start()

    def milliseconds_to(self, what: str) -> float:
        """From the start of the process until it was `painted`, its `rows` were, or it was `listening`."""
        at: int = self._wait("what", what)["at"]
        return (at - self._began) / 1e6

    def listens(self) -> "Window":
        """Wait until it listens."""
        self.engine = self._wait("what", "listening")["engine"]
        return self

    def do(self, deed: str, *, seconds: float = 0.0, **more: object) -> Said:
        """Have it do something, and wait for the answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": deed, "seconds": seconds, **more}) + "\n")
        self.process.stdin.flush()
        return self._wait("done", deed, seconds)

    def _wait(self, key: str, value: str, seconds: float = 0.0) -> Said:
        end = time.monotonic() + PATIENCE + seconds
        while (key, value) not in self._kept:
            try:
                said = self._said.get(timeout=max(end - time.monotonic(), 0.01))
            except Empty:
                waited = f"The window did not say that it was {value} within {PATIENCE + seconds:.0f} s"
                raise NotMeasured(f"{waited}: {self._last_words()}") from None
            if said is None:
                ended = f"The window ended with {self.process.wait()} before it was {value}"
                raise NotMeasured(f"{ended}: {self._last_words()}")
            kind = "what" if "what" in said else "done"
            self._kept[kind, said[kind]] = said
        return self._kept.pop((key, value))

    def _last_words(self) -> str:
        logs = (self._log, self._log.parent / "config" / "logs" / "inspector.log")
        return " · ".join(log.read_text().strip().rpartition("\n")[2] for log in logs if log.exists())

    def _hear(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._said.put(json.loads(line))
        self._said.put(None)


@contextmanager
def window(home: Path, *, store: Path | None = None) -> Iterator[Window]:
    """The real window on a store, closed afterwards as a person closes it."""
    if not environment(home).get("DISPLAY") and sys.platform == "linux":
        raise NotMeasured("There is no display; `python3 packaging/dev.py bench` brings one.")
    port = free_port()
    arguments = [str(store or home / "captures.db"), str(home / "config"), str(port)]
    log = (home / "stderr.log").open("a")
    began = time.monotonic_ns()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.window_program", *arguments],
        cwd=ROOT,
        env=environment(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
    )
    shown = Window(process, port, began, home / "stderr.log")
    try:
        yield shown
    finally:
        assert process.stdin is not None
        process.stdin.close()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shown.heard.join(5)
        assert process.stdout is not None
        process.stdout.close()
        log.close()
