"""Sending stored captures again to a server on this machine, every dispatch stored."""

import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

import uvloop

from inspector.engine.preparing import Preparing
from inspector.engine.reading import Reading
from inspector.engine.resending import Resending
from inspector.engine.secret_keeping import SecretKeeping
from inspector.store.store import Store
from tests.bench.figure import Effort, Figure, Measured
from tests.bench.large_store import fill
from tests.bench.processes import reference, scratch

CAPTURES = 5000
WORKERS = 32
ROUNDS = 3


def _no_secrets() -> SecretKeeping:
    raise AssertionError("what is sent as it came needs no secret")


async def resend(path: Path, port: int, seconds: float) -> tuple[float, float]:
    """Dispatches a second that got a 200, and the share of a core that it took."""
    store = Store.open(path)
    reading = Reading(path)
    resending = Resending(store=store, reading=reading, publish=lambda fact: None, preparing=Preparing(_no_secrets))
    good = 0
    end = time.monotonic() + seconds
    began, cpu = time.monotonic(), time.process_time()
    while time.monotonic() < end:
        async for dispatch in resending.send(range(1, CAPTURES + 1), str(port), concurrency=WORKERS):
            if dispatch.status != 200:
                raise AssertionError(f"A dispatch failed: {dispatch.status} {dispatch.error}")
            good += 1
            if time.monotonic() >= end:
                break
    taken, used = time.monotonic() - began, time.process_time() - cpu
    await resending.close()
    reading.close()
    store.close()
    return good / taken, used / taken


def measure(effort: Effort) -> Iterable[Measured]:
    """Rounds on one store."""
    with scratch() as home, reference(home) as (port, _):
        path = home / "captures.db"
        fill(path, CAPTURES)
        rounds = [uvloop.run(resend(path, port, effort.seconds)) for _ in range(ROUNDS)]
    yield Measured(
        what="resend to a local server, every dispatch stored",
        value=median(rate for rate, _ in rounds),
        unit="/s",
        hold=5000,
        aim=8000,
        more_is_better=True,
        note="; ".join(f"{rate:,.0f}/s with {core:.0%} of a core" for rate, core in rounds),
    )


RESEND = Figure(name="resend", what="resend", measure=measure)
