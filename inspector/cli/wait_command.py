"""Waits for captures that any process stores."""

import time
from collections.abc import Iterator

import click

from inspector.cli.ids import LAST, find_id
from inspector.cli.opening import opened
from inspector.cli.options import Common, as_json, common
from inspector.cli.output import Bodies, line_of, print_capture
from inspector.cli.times import DURATION, since
from inspector.core import clock
from inspector.core.capture import Capture
from inspector.core.errors import TimeLimitError, UsageError
from inspector.core.filter.matcher import matches
from inspector.core.filter.parser import parse
from inspector.core.filter.tree import And, Filter
from inspector.engine.reading import plain
from inspector.store.reader import Reader

POLL = 0.05
"""Seconds between two looks; a look costs microseconds while nothing was written."""
NEAREST = 3
EXPECTATION_FAILED = 1


class Waiting:
    """Finds new captures and remembers those that nearly matched."""

    def __init__(self, reader: Reader, tree: Filter, after: int, from_micros: int) -> None:
        self.misses: list[Capture] = []
        self._reader = reader
        self._tree = tree
        self._after = after
        self._from = from_micros
        self._unexplained: list[int] = []

    def found(self) -> Iterator[Capture]:
        """Captures that were stored since the last call, whose verdict is complete, and that match."""
        fresh = sorted([*self._unexplained, *self._reader.ids(None, after=self._after)])
        self._unexplained = []
        for capture in self._reader.captures(fresh):
            self._after = max(self._after, capture.id)
            if clock.to_micros(capture.request.received_at) < self._from:
                continue
            if not capture.judgement.verdict.final:
                self._unexplained.append(capture.id)
            elif matches(self._tree, capture, decode=plain):
                yield capture
            else:
                self.misses.append(capture)

    def nearest(self) -> list[Capture]:
        """The misses that meet most terms of the filter, newest first."""
        terms = self._tree.parts if isinstance(self._tree, And) else (self._tree,)

        def met(capture: Capture) -> tuple[int, int]:
            return sum(matches(term, capture, decode=plain) for term in terms), capture.id

        return sorted(self.misses, key=met, reverse=True)[:NEAREST]


@click.command("wait")
@click.argument("filter", required=False, default="")
@click.option("--timeout", type=DURATION, default="30s", show_default=True, help="How long to wait.")
@click.option("-n", "--number", type=click.IntRange(1), default=1, show_default=True, help="How many captures.")
@click.option(
    "--since", "start", metavar="now|ID|TIME", default="now", show_default=True, help="Take what came after this too."
)
@click.option("--expect", metavar="FILTER", help="What each must also match; exit code 1 when one does not.")
@click.option(
    "--bodies", type=click.Choice(["none", "text", "all"]), default="text", help="What --json gives of bodies."
)
@as_json
@common
def command(
    common: Common,
    filter: str,
    timeout: float,
    number: int,
    start: str,
    expect: str | None,
    bodies: Bodies,
    as_json: bool,
) -> int:
    """Wait for captures that match FILTER, whichever process stores them.

    Exit code 4 when they did not come in time; then the nearest misses are named.
    """
    tree, expected = parse(filter), None if expect is None else parse(expect)
    with common.paths() as paths, opened(paths, common.notice) as here:
        waiting = Waiting(here.reader, tree, *starting_point(here.reader, start))
        good = count = 0
        for capture in until(waiting, here.reader, timeout, number):
            print_capture(capture, as_json=as_json, bodies=bodies)
            count += 1
            good += expected is None or matches(expected, capture, decode=plain)
        if count < number:
            for miss in waiting.nearest():
                common.notice(f"Nearly: {line_of(miss)}")
            others = f"{len(waiting.misses)} others did not match" if waiting.misses else "nothing else arrived"
            raise TimeLimitError(f"{count} of {number} captures came within {timeout:g} s, {others}.")
    return 0 if good == number else EXPECTATION_FAILED


def starting_point(reader: Reader, start: str) -> tuple[int, int]:
    """The id after which captures count, and the time from which, in microseconds since 1970."""
    if start == "now":
        return reader.last_id(), 0
    if start.isdecimal() or LAST.fullmatch(start):
        return find_id(reader, start), 0
    try:
        return 0, clock.to_micros(since(start, clock.now()))
    except ValueError:
        raise UsageError(
            f"“{start}” is no time and no capture; expected now, 17, last, 5m or 2026-11-23T08:00."
        ) from None


def until(waiting: Waiting, reader: Reader, timeout: float, number: int) -> Iterator[Capture]:
    """Matching captures as they come, at most `number`, for at most `timeout` seconds."""
    end = time.monotonic() + timeout
    seen = -1
    count = 0
    while True:
        version = reader.data_version()
        if version != seen:
            seen = version
            for capture in waiting.found():
                yield capture
                count += 1
                if count == number:
                    return
        if time.monotonic() >= end:
            return
        time.sleep(POLL)
