"""Captured, judged and stored requests a second without a window, to the reference."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tests.bench.figure import Effort, Figure, Measured
from tests.bench.processes import listening, reference, scratch
from tests.bench.rounds import compare, ratio, said


@contextmanager
def fresh_reference() -> Iterator[tuple[int, int]]:
    """The reference in a home of its own."""
    with scratch() as home, reference(home) as server:
        yield server


@contextmanager
def fresh_program() -> Iterator[tuple[int, int]]:
    """The program with a new store."""
    with scratch() as home, listening(home) as server:
        yield server


def measure(effort: Effort) -> Iterable[Measured]:
    """A-B-A-B-A."""
    first, second = compare(fresh_reference, fresh_program, effort.seconds)
    yield Measured(
        what="captured, judged, stored to the reference, without a window",
        value=ratio(first, second),
        unit="",
        hold=0.50,
        aim=0.62,
        more_is_better=True,
        note=said(first, second),
    )


CAPTURED = Figure(name="captured", what="throughput without a window", measure=measure)
