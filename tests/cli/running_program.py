"""The real program as a process of its own, for tests that need its port."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.request import Request, urlopen


@dataclass(frozen=True)
class Program:
    """A running `listen --json`."""

    process: "subprocess.Popen[str]"
    url: str

    def line(self) -> dict[str, object]:
        """The next object it prints."""
        assert self.process.stdout is not None
        found: dict[str, object] = json.loads(self.process.stdout.readline())
        return found

    def post(self, body: bytes, path: str = "/", **headers: str) -> tuple[int, str]:
        """Send a request to it; gives the status and the id of the capture."""
        request = Request(self.url + path, data=body, headers={k.replace("_", "-"): v for k, v in headers.items()})
        with urlopen(request, timeout=60) as response:
            return response.status, response.headers["X-Capture-Id"]

    def stop(self, number: int = signal.SIGINT) -> int:
        """Send a signal and wait for the end; gives the exit code."""
        self.process.send_signal(number)
        return self.process.wait(10)


@contextmanager
def listening(*arguments: str) -> Iterator[Program]:
    """Start `listen --json --port 0` and stop it behind the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "inspector", "listen", "--json", "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first, process.stderr.read() if process.stderr else ""
        yield Program(process, json.loads(first)["listening"])
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=60)
