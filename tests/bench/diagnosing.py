"""The search for the cause of a failure, and what many failures cost those who send."""

import json
import time
from collections.abc import Iterable
from statistics import median

from inspector.core.secret import Secret
from inspector.engine.reading import plain
from inspector.providers.basis import Basis
from inspector.providers.diagnosis import diagnose
from inspector.providers.judging import judge
from tests.bench.captured import fresh_program
from tests.bench.figure import Effort, Figure, Measured
from tests.bench.judging import captured
from tests.bench.payload import request
from tests.bench.processes import Load, generate

SIZE = 10 * 1024
TIMES = 7
RATE = "1000"


def measure(effort: Effort) -> Iterable[Measured]:
    """A body of 10 KB whose signature nothing explains, then bad signatures and good ones in turn."""
    yield _whole_search()
    yield _under_load(effort.seconds)


def _whole_search() -> Measured:
    basis = Basis(secrets={"stripe": (Secret(provider="stripe", name="bench", value=b"another secret"),)})
    head, _, _ = request(1, 1, int(time.time())).partition(b"\r\n\r\n")
    entries = [{"id": f"li_{number:04d}", "amount": number * 1.5, "text": "Zoë / <b>"} for number in range(SIZE // 56)]
    content = json.dumps({"id": "evt_1", "object": "event", "type": "x", "data": entries}, ensure_ascii=False).encode()
    arrived = captured(head + b"\r\n\r\n" + content)
    times, tried, whole = [], 0, 0
    for _ in range(TIMES):
        start = time.perf_counter()
        verdict = diagnose(arrived, judge(arrived, basis), basis, decode=plain).verdict
        times.append((time.perf_counter() - start) * 1000)
        tried = verdict.tried
        if verdict.cause != "unexplained":
            raise AssertionError(f"A signature by an unknown secret was explained: {verdict.cause}.")
    whole = diagnose(arrived, judge(arrived, basis), basis, seconds=60, variants=10**9, decode=plain).verdict.tried
    return Measured(
        what="a diagnosis of 10 KB that finds nothing",
        value=median(times),
        unit="ms",
        hold=200,
        aim=100,
        note=f"{len(content):,} bytes, {tried:,} of {whole:,} variants tried; {min(times):.0f}–{max(times):.0f} ms",
    )


def _under_load(seconds: float) -> Measured:
    good: list[Load] = []
    bad: list[Load] = []
    for turn in range(5):
        loads, kind = (bad, ("--bad",)) if turn % 2 else (good, ())
        with fresh_program() as (port, _):
            generate(port, 1.0, "--rate", RATE, *kind)
            loads.append(generate(port, seconds, "--rate", RATE, *kind))
    waits = [median(load.p50_ms for load in loads) for loads in (good, bad)]
    lasts = [median(load.p99_ms for load in loads) for loads in (good, bad)]
    rates = [median(load.rate for load in loads) for loads in (good, bad)]
    return Measured(
        what="1,000 bad signatures/s to 1,000 good ones: a sender's wait",
        value=waits[1] / waits[0],
        unit="",
        hold=1.25,
        aim=1.05,
        note=(
            f"half of the waits within {waits[0]:.2f} and {waits[1]:.2f} ms, 99 % within {lasts[0]:.1f} and "
            f"{lasts[1]:.1f} ms; {rates[0]:,.0f} and {rates[1]:,.0f} answered a second"
        ),
    )


DIAGNOSING = Figure(name="diagnosing", what="causes of failures", measure=measure)
