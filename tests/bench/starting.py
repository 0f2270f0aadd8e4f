"""From the start of the program to its first paint, and what it costs when nothing happens."""

import time
from collections.abc import Iterable
from statistics import median

from tests.bench.figure import Effort, Figure, Measured
from tests.bench.processes import cpu_seconds, memory, scratch
from tests.bench.window import window

STARTS = 7
SETTLE = 8.0
"""Seconds after the start until it counts as idle."""
LONG = 12


def measure_start(effort: Effort) -> Iterable[Measured]:
    """Warm: the first start only fills the caches."""
    times = []
    for number in range(STARTS):
        with scratch() as home, window(home) as shown:
            taken = shown.milliseconds_to("painted")
            shown.listens()
            if number:
                times.append(taken / 1000)
    yield Measured(
        what="start to first paint, warm, empty store",
        value=median(times),
        unit="s",
        hold=0.8,
        aim=0.5,
        note=f"{len(times)} starts, {min(times):.2f}–{max(times):.2f} s",
    )


def measure_idle(effort: Effort) -> Iterable[Measured]:
    """Both processes together."""
    with scratch() as home, window(home) as shown:
        shown.listens()
        time.sleep(SETTLE)
        processes = (shown.process.pid, shown.engine)
        before = [cpu_seconds(process) for process in processes]
        time.sleep(effort.seconds * LONG)
        used = [cpu_seconds(process) - start for process, start in zip(processes, before, strict=True)]
        sizes = [memory(process) / 2**20 for process in processes]
    yield Measured(
        what="idle, window visible: both processes together",
        value=sum(used) / (effort.seconds * LONG) * 100,
        unit="% of a core",
        hold=0.3,
        aim=0.1,
        note=f"over {effort.seconds * LONG:.0f} s: window {used[0]:.2f} s, engine {used[1]:.2f} s; "
        f"resident {sizes[0]:.0f} and {sizes[1]:.0f} MiB",
    )


STARTING = Figure(name="start", what="start to first paint", measure=measure_start)
IDLE = Figure(name="idle", what="idle", measure=measure_idle)
