"""A store of a million captures: opening it, and filtering it on a column."""

import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median

from inspector.core import clock
from inspector.core.body import Body
from inspector.core.capture import Arrival
from inspector.core.response import DEFAULT_RESPONSE
from inspector.core.secret import Secret
from inspector.core.verdict import NOT_JUDGED
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.store.store import Store
from tests.bench.figure import Effort, Figure, Measured
from tests.bench.judging import captured
from tests.bench.payload import SECRET, event, requests
from tests.bench.processes import scratch
from tests.bench.window import window

BATCH = 250
OPENINGS = 3
STRANGERS = 4
"""Every so manieth capture is of nobody we know."""


def fill(path: Path, count: int) -> None:
    """Store so many captures of 2,100 bytes of JSON, a second apart, the last one now."""
    (message,) = requests(1, 8765)
    request = captured(message)
    basis = Basis(secrets={"stripe": (Secret(provider="stripe", name="bench", value=SECRET.encode()),)})
    judgement = judge(request, basis)
    response = replace(DEFAULT_RESPONSE, duration_ms=1.5)
    first = clock.now() - timedelta(seconds=count)
    store = Store.open(path)
    for start in range(0, count, BATCH):
        arrivals = []
        for number in range(start, min(start + BATCH, count)):
            known = replace(judgement, delivery_id=f"evt_1Bench{number:012d}") if number % STRANGERS else NOT_JUDGED
            came = replace(request, received_at=first + timedelta(seconds=number), body=Body.of(event(number)))
            arrivals.append(Arrival(request=came, judgement=known, response=response))
        store.keep(arrivals)
    store.close()


def measure(effort: Effort) -> Iterable[Measured]:
    """Open it some times, then filter in the window."""
    with scratch() as home:
        began = time.monotonic()
        path = home / "captures.db"
        fill(path, effort.captures)
        filled = time.monotonic() - began
        openings = []
        for _ in range(OPENINGS):
            with window(home, store=path) as shown:
                openings.append(shown.milliseconds_to("rows") / 1000)
                shown.listens()
        yield Measured(
            what=f"{effort.captures:,} captures of 2 KB: open to first paint of rows",
            value=median(openings),
            unit="s",
            hold=1.0,
            aim=0.5,
            note=f"{', '.join(f'{taken:.2f} s' for taken in openings)}; {path.stat().st_size / 2**20:,.0f} MiB, "
            f"filled in {filled:.0f} s",
        )
        with window(home, store=path) as shown:
            shown.listens().milliseconds_to("rows")
            time.sleep(3)
            for what, text in (
                ("common value", "signature:valid"),
                ("one match", f"delivery:evt_1Bench{effort.captures // 2 + 1:012d}"),
                ("none", "provider:slack"),
            ):
                times = []
                for _ in range(OPENINGS):
                    times.append(shown.do("filter", text=text))
                    shown.do("filter", text="method:POST")
                yield Measured(
                    what=f"filter on a column, first page: {what}",
                    value=median(one["first_ms"] for one in times),
                    unit="ms",
                    hold=100,
                    aim=30,
                    note=f"{text}: {times[0]['count']:,} matches, all counted after "
                    f"{median(one['complete_ms'] for one in times):.0f} ms",
                )


LARGE_STORE = Figure(name="large", what="a million captures", measure=measure)
