"""The processes of a measurement: started, watched, ended."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.payload import SECRET

ROOT = Path(__file__).resolve().parent.parent.parent
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_READY = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What the generator printed."""

    requests: int
    seconds: float
    cpu: float
    refused: int
    broken: int
    p50_ms: float
    p99_ms: float
    max_ms: float

    @property
    def rate(self) -> float:
        """Requests answered a second."""
        return self.requests / self.seconds

    @property
    def core(self) -> float:
        """The share of a core that the generator used."""
        return self.cpu / self.seconds


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="inspector-bench-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def environment(home: Path) -> Mapping[str, str]:
    """The variables of a child: a home of its own, no keyring, nothing of the person's settings."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("WEBHOOK_INSPECTOR_", "XDG_"))}
    own |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    return own | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "PYTHONPATH": str(ROOT)}


@contextmanager
def running(*arguments: str, home: Path, stdout: int | None = subprocess.DEVNULL) -> Iterator["subprocess.Popen[str]"]:
    """Our Python with these arguments; ended afterwards by SIGTERM, after ten seconds by SIGKILL."""
    log = (home / "stderr.log").open("a")
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=log,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        log.close()


@contextmanager
def reference(home: Path) -> Iterator[tuple[int, int]]:
    """aiohttp's own server; its port and its process id."""
    with running("-m", "tests.bench.reference", home=home, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield int(process.stdout.readline()), process.pid


@contextmanager
def listening(home: Path, *more: str, store: Path | None = None) -> Iterator[tuple[int, int]]:
    """The program without its window, quiet, with the generator's secret; its port and its process id."""
    port = free_port()
    arguments = ["listen", "--port", str(port), "--store", str(store or home / "captures.db"), "-q"]
    secret = ["--config-dir", str(home / "config"), "--secret", f"stripe=text:{SECRET}"]
    with running("-m", "inspector", *arguments, *secret, *more, home=home) as process:
        await_port(port, process)
        yield port, process.pid


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_port(port: int, process: "subprocess.Popen[str]") -> None:
    """Wait until somebody listens. Raises RuntimeError when the process ended, or not within 30 seconds."""
    end = time.monotonic() + _READY
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError(f"Nothing listens on port {port}; the process ended with {process.poll()}.")


def generate(port: int, seconds: float, *more: str) -> Load:
    """Run the generator to its end."""
    command = [sys.executable, "-m", "tests.bench.generator", str(port), str(seconds), *more]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return Load(**json.loads(done.stdout))


def cpu_seconds(process: int) -> float:
    """User and system time that a process has used; 0 where the system does not tell (only Linux does)."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS


def memory(process: int) -> int:
    """Resident bytes of a process; 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
