"""`kill -9` under load: whatever was answered is in the store, with the very bytes that were sent."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from inspector.store.reader import Reader
from tests.bench.figure import Effort, Figure, Measured
from tests.bench.payload import event
from tests.bench.processes import ROOT, listening, scratch
from tests.bench.window import window

DIFFERENT = 2000
LEAST = 5000
"""Requests a second under which a kill counts."""
LONGEST = 20.0
"""Seconds after which a generator ends by itself."""
GONE = 5.0
"""Seconds in which an engine whose window was killed has to end."""


@contextmanager
def alone(home: Path) -> Iterator[tuple[int, int, int]]:
    """The engine without a window: its port, whom to kill, and who must be gone afterwards."""
    with listening(home) as (port, process):
        yield port, process, process


@contextmanager
def engine_of_window(home: Path) -> Iterator[tuple[int, int, int]]:
    """The engine of a window."""
    with window(home) as shown:
        shown.listens()
        yield shown.port, shown.engine, shown.engine


@contextmanager
def window_itself(home: Path) -> Iterator[tuple[int, int, int]]:
    """The window; its engine must then end by itself."""
    with window(home) as shown:
        shown.listens()
        yield shown.port, shown.process.pid, shown.engine


VICTIMS = (alone, engine_of_window, window_itself)


def one_kill(home: Path, number: int, chance: random.Random) -> tuple[list[tuple[int, int]], float, float]:
    """Answered ids with the numbers of their messages, answers a second, and seconds until all were gone."""
    log = home / f"answered-{number}"
    with VICTIMS[number % len(VICTIMS)](home) as (port, victim, last):
        generator = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.bench.generator",
                str(port),
                str(LONGEST),
                "--log",
                str(log),
                "--different",
                str(DIFFERENT),
            ],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        while not log.exists() or not log.stat().st_size:
            time.sleep(0.01)
        began, before = time.monotonic(), log.read_text().count("\n")
        time.sleep(chance.uniform(0.3, 2.0))
        os.kill(victim, signal.SIGKILL)
        killed = time.monotonic()
        while is_running(last) and time.monotonic() < killed + 2 * GONE:
            time.sleep(0.01)
        gone = time.monotonic() - killed
        generator.wait()
    lines = [line.split() for line in log.read_text().splitlines()]
    return [(int(id), int(message)) for id, message in lines], (len(lines) - before) / (killed - began), gone


def is_running(process: int) -> bool:
    """It is there and no zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def lost(store: Path, answered: list[tuple[int, int]]) -> int:
    """How many of the answered are not in the store, or with other bytes than were sent."""
    hashes = {number: sha256(event(number)).hexdigest() for number in range(DIFFERENT)}
    wanted = {id: hashes[number] for id, number in answered}
    reader = Reader(store)
    kept = 0
    for capture in reader.captures(sorted(wanted)):
        body = capture.request.body
        kept += wanted[capture.id] == body.sha256 == sha256(body.read()).hexdigest()
    reader.close()
    return len(wanted) - kept


def measure(effort: Effort) -> Iterable[Measured]:
    """The engine alone, the engine of a window and the window itself in turn, all on one store."""
    chance = random.Random(time.time_ns())
    rates, ends, missing, total = [], [], 0, 0
    with scratch() as home:
        for number in range(effort.kills):
            answered, rate, gone = one_kill(home, number, chance)
            missing += lost(home / "captures.db", answered)
            total += len(answered)
            rates.append(rate)
            ends.append(gone)
    yield Measured(
        what=f"kill -9 under load, {effort.kills} times: answered but not stored, or stored differently",
        value=missing,
        unit="",
        hold=0,
        aim=0,
        note=f"{total:,} answered at {min(rates):,.0f}–{max(rates):,.0f}/s"
        + (f", below the {LEAST:,}/s that it should be" if min(rates) < LEAST else ""),
    )
    yield Measured(
        what="after kill -9, seconds until the engine is gone",
        value=max(ends),
        unit="s",
        hold=GONE,
        aim=None,
    )


KILL = Figure(name="kill", what="kill -9 under load", measure=measure)
