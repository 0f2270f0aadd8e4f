"""How long the window waits while somebody works in it with a real mouse and keyboard, at 1,000 requests/s."""

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.bench.figure import Effort, Figure, Measured, NotMeasured
from tests.bench.following import LONG, QUIET_RATE
from tests.bench.processes import Load, generate, scratch
from tests.bench.window import Window, window

Place = tuple[int, int]
HOLDS = {"p99": (16, 8), "max": (50, None)}
"""Milliseconds that are held, and that are aimed at."""
NOTCHES, NOTCH = 40, 25
"""How often the wheel turns in one direction, and milliseconds between two of its clicks."""
WORDS, STROKE = "provider:stripe size>1kb", 80
"""A filter that is written again and again, and milliseconds between two keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What somebody does while captures come in; `turn` does it once, with the pointer at `place`."""

    name: str
    place: str
    turn: Callable[[], None]
    moves: bool = True
    """Whether the list scrolls or the filter changes by it."""


def xdotool(*command: str) -> None:
    """Events of the X server itself, as those of a device."""
    subprocess.run(["xdotool", *command], check=True, timeout=60)


def turn_wheel() -> None:
    """Down, and up again: buttons 5 and 4."""
    for button in ("5", "4"):
        xdotool("click", "--repeat", str(NOTCHES), "--delay", str(NOTCH), button)


def write_filter() -> None:
    """Key by key, and away with it."""
    xdotool("click", "1")
    xdotool("type", "--delay", str(STROKE), WORDS)
    xdotool("key", "ctrl+a", "BackSpace")


CASES = (
    Case(name="following, a capture open", place="table", turn=lambda: None, moves=False),
    Case(name="scrolling with a real wheel", place="table", turn=turn_wheel),
    Case(name="writing a filter", place="filter", turn=write_filter),
)


@contextmanager
def working(case: Case, place: Place) -> Iterator[list[int]]:
    """Somebody works in the window while the block runs; gives a list with one entry for each time it was done."""
    ends = threading.Event()
    done: list[int] = []

    def work() -> None:
        xdotool("mousemove", str(place[0]), str(place[1]))
        while not ends.wait(0.2):
            case.turn()
            done.append(1)

    worker = threading.Thread(target=work)
    worker.start()
    try:
        yield done
    finally:
        ends.set()
        worker.join()


def measure(effort: Effort) -> Iterable[Measured]:
    """Each case in a window of its own, with a capture open."""
    if shutil.which("xdotool") is None:
        raise NotMeasured("There is no xdotool; `python3 packaging/dev.py bench` brings it.")
    seconds = effort.seconds * LONG
    for case in CASES:
        with scratch() as home, window(home) as shown:
            waits, load, times = watched(shown, case, seconds)
        if case.moves and not waits["moves"]:
            raise NotMeasured(f"Nothing moved in the window while {case.name}: no event of mouse or keyboard came.")
        note = f"{load.rate:,.0f} requests/s, {waits['count']:,} ticks, done {times} times, {waits['rows']:,} rows"
        for name, key in (("99th of a hundred", "p99"), ("longest", "max")):
            hold, aim = HOLDS[key]
            yield Measured(
                what=f"window's waits {case.name}, {name}",
                value=waits[key],
                unit="ms",
                hold=hold,
                aim=aim,
                note=note if key == "p99" else "",
            )


def watched(shown: Window, case: Case, seconds: float) -> tuple[dict[str, float], Load, int]:
    """The waits of a window while somebody works in it, the load that it was under, and how often the work was done."""
    shown.listens().do("secret")
    generate(shown.port, 1.0, "--rate", "200")
    shown.do("open")
    place: Place = tuple(shown.do("where")[case.place])
    loads: list[Load] = []
    load = threading.Thread(
        target=lambda: loads.append(generate(shown.port, seconds + 2, "--rate", str(QUIET_RATE))),
    )
    load.start()
    with working(case, place) as done:
        waits = shown.do("watch", seconds=seconds, wheel=False)
        times = len(done)
    load.join()
    return waits, loads[0], times


HANDLING = Figure(name="handling", what="the window's waits while somebody works in it", measure=measure)
