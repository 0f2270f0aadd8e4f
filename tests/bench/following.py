"""The same requests a second with the window open and following, and how long the window itself is kept waiting."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tests.bench.captured import fresh_reference
from tests.bench.figure import Effort, Figure, Measured
from tests.bench.processes import Load, generate, scratch
from tests.bench.rounds import compare, ratio, said
from tests.bench.window import window

QUIET_RATE = 1000
LONG = 6
"""The waits are watched so many times as long as a run."""


@contextmanager
def fresh_window() -> Iterator[tuple[int, int]]:
    """A window with a new store; its port and the process id of its engine."""
    with scratch() as home, window(home) as shown:
        shown.listens().do("secret")
        yield shown.port, shown.engine


def measure_following(effort: Effort) -> Iterable[Measured]:
    """A-B-A-B-A."""
    first, second = compare(fresh_reference, fresh_window, effort.seconds)
    yield Measured(
        what="the same, window open and following",
        value=ratio(first, second),
        unit="",
        hold=0.42,
        aim=0.52,
        more_is_better=True,
        note=said(first, second),
    )


def measure_waits(effort: Effort) -> Iterable[Measured]:
    """With a capture open and the wheel turning."""
    seconds = effort.seconds * LONG
    for what, rate, holds, aims in (
        (f"at {QUIET_RATE:,} requests/s", QUIET_RATE, (16, 50), (8, None)),
        ("at full load", 0, (50, 100), (30, None)),
    ):
        with scratch() as home, window(home) as shown:
            shown.listens().do("secret")
            generate(shown.port, 1.0, "--rate", "200")
            shown.do("open")
            loads: list[Load] = []
            rated = ("--rate", str(rate)) if rate else ()
            load = threading.Thread(
                target=lambda loads=loads, port=shown.port, rated=rated: loads.append(
                    generate(port, seconds + 2, *rated)
                )
            )
            load.start()
            waits = shown.do("watch", seconds=seconds, wheel=True)
            load.join()
        note = f"{loads[0].rate:,.0f} requests/s, {waits['count']:,} ticks, half of them within {waits['p50']:.1f} ms"
        for name, key, hold, aim in (
            ("99th of a hundred", "p99", holds[0], aims[0]),
            ("longest", "max", holds[1], aims[1]),
        ):
            yield Measured(
                what=f"window's waits {what}, {name}",
                value=waits[key],
                unit="ms",
                hold=hold,
                aim=aim,
                note=note if key == "p99" else "",
            )


FOLLOWING = Figure(name="following", what="throughput with the window following", measure=measure_following)
WAITS = Figure(name="waits", what="the window's waits", measure=measure_waits)
