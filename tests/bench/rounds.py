"""Reference and program in turn, so that a machine whose speed drifts favours neither: A-B-A-B-A."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median

from tests.bench.processes import Load, cpu_seconds, generate

BUSY = 0.9
"""The share of a core from which a process counts as the one that limits."""

WARM_UP = 1.0
MOST_VOID = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the generator against one server."""

    load: Load
    server: float
    """The share of a core that the server used."""

    @property
    def per_cpu_second(self) -> float:
        """Requests for each second of CPU that the server used."""
        return self.load.rate / self.server if self.server else 0.0

    @property
    def is_void(self) -> bool:
        """The generator was the limit, not the server."""
        return self.load.core > BUSY and self.server < BUSY

    def __str__(self) -> str:
        void = ", void" if self.is_void else ", the machine was busy" if max(self.server, self.load.core) < BUSY else ""
        lost = f", {self.load.refused} refused, {self.load.broken} broken" * bool(self.load.refused + self.load.broken)
        return f"{self.load.rate:,.0f}/s (server {self.server:.0%}, generator {self.load.core:.0%}{lost}{void})"


Server = Callable[[], AbstractContextManager[tuple[int, int]]]
"""Gives the port and the id of the process that listens, for the time of one run."""


def one_run(server: Server, seconds: float) -> Run:
    """Start the server, warm it up, and load it."""
    with server() as (port, process):
        generate(port, WARM_UP)
        before = cpu_seconds(process)
        load = generate(port, seconds)
        return Run(load=load, server=(cpu_seconds(process) - before) / load.seconds)


def valid_run(server: Server, seconds: float) -> Run:
    """A run that is not void, or after three tries the last one, which then says so."""
    run = one_run(server, seconds)
    for _ in range(MOST_VOID - 1):
        if not run.is_void:
            break
        run = one_run(server, seconds)
    return run


def compare(reference: Server, program: Server, seconds: float) -> tuple[list[Run], list[Run]]:
    """A-B-A-B-A: three runs of the reference, two of the program between them."""
    first: list[Run] = []
    second: list[Run] = []
    for turn in range(5):
        (second if turn % 2 else first).append(valid_run(program if turn % 2 else reference, seconds))
    return first, second


def ratio(reference: list[Run], program: list[Run]) -> float:
    """Of the medians."""
    return median(run.load.rate for run in program) / median(run.load.rate for run in reference)


def said(reference: list[Run], program: list[Run]) -> str:
    """All runs on one line, and the ratio by the servers' CPU, which a busy machine disturbs less."""
    by_cpu = median(run.per_cpu_second for run in program) / median(run.per_cpu_second for run in reference)
    runs = f"reference {'; '.join(map(str, reference))} · program {'; '.join(map(str, program))}"
    return f"{runs} · by the CPU that the servers used: {by_cpu:.2f}"
