"""The store behind an event loop: answered means stored."""

import asyncio
import logging
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.body import Body
from inspector.core.capture import Arrival
from inspector.core.errors import InspectorError, ResourceError, StoreBusyError, StoreFullError
from inspector.core.paths import bodies_of
from inspector.store import group_commit
from inspector.store.group_commit import GroupCommit, Kept
from inspector.store.reader import Reader
from inspector.store.store import Store
from tests.store.arrivals import arrival, rows

ROOT = Path(__file__).parents[2]


class Outcomes:
    """What each arrival was told, in order."""

    def __init__(self, commit: GroupCommit) -> None:
        self.commit = commit
        self.told: list[Kept | InspectorError] = []

    def add(self, one: Arrival) -> None:
        """Keep one."""
        self.commit.add(one, self.told.append)

    @property
    def ids(self) -> list[int]:
        """Of those that were kept."""
        return [one.id for one in self.told if isinstance(one, Kept)]


async def test_what_waits_at_the_end_of_a_turn_is_one_batch(store: Store) -> None:
    """Each is told in the order in which it came, then the batch is announced."""
    commit = GroupCommit(store)
    outcomes = Outcomes(commit)
    batches: list[tuple[int, int]] = []
    commit.on_batch = lambda last, count: batches.append((last, count))

    for _ in range(5):
        outcomes.add(arrival())
    assert outcomes.told == []
    await asyncio.sleep(0)
    assert (outcomes.ids, batches) == ([1, 2, 3, 4, 5], [(5, 5)])

    outcomes.add(arrival())
    await commit.drain()
    assert (outcomes.ids[-1], batches[-1]) == (6, (6, 1))


async def test_a_large_burst_takes_several_turns(store: Store) -> None:
    """The loop does other things in between."""
    commit = GroupCommit(store)
    outcomes = Outcomes(commit)
    for _ in range(group_commit.BATCH + 10):
        outcomes.add(arrival())

    await asyncio.sleep(0)
    assert len(outcomes.ids) == group_commit.BATCH
    await commit.drain()
    assert outcomes.ids == list(range(1, group_commit.BATCH + 11))


async def test_another_writer_is_waited_for_without_stopping_the_loop(store: Store, path: Path) -> None:
    """Timers run meanwhile, and what arrives meanwhile is kept after what waits."""
    commit = GroupCommit(store)
    outcomes = Outcomes(commit)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        outcomes.add(arrival())
        longest = 0.0
        for _ in range(20):
            started = time.monotonic()
            await asyncio.sleep(0.005)
            longest = max(longest, time.monotonic() - started)
            outcomes.add(arrival())
        assert outcomes.told == []
        other.execute("COMMIT")

    await commit.drain()
    assert outcomes.ids == list(range(1, 22))
    assert longest < 1.0


async def test_one_that_writes_for_too_long_is_not_waited_for(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that wait are told, and the next ones are kept again."""
    monkeypatch.setattr(group_commit, "BUSY_SECONDS", 0.05)
    commit = GroupCommit(store)
    outcomes = Outcomes(commit)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        outcomes.add(arrival())
        outcomes.add(arrival())
        await commit.drain()
        assert [type(one) for one in outcomes.told] == [StoreBusyError, StoreBusyError]

    outcomes.add(arrival())
    await commit.drain()
    assert outcomes.ids == [1]


@pytest.mark.logs(logging.ERROR)
async def test_a_capture_that_makes_us_fail_costs_only_itself(store: Store) -> None:
    """The others of its batch are kept; what fails while it is told costs nobody either."""
    commit = GroupCommit(store)
    outcomes = Outcomes(commit)
    sample = arrival()
    broken = replace(sample, request=replace(sample.request, body=Body(size=1, sha256="no hex", content=b"1")))

    def fail(_: Kept | InspectorError) -> None:
        raise RuntimeError("on purpose")

    outcomes.add(arrival())
    outcomes.add(broken)
    commit.add(arrival(), fail)
    outcomes.add(arrival())
    await commit.drain()

    assert outcomes.ids == [1, 3]
    assert isinstance(outcomes.told[1], ResourceError)


@pytest.fixture(params=["disk", "limit"])
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """With room for 3 MB, where mounting is allowed; the process that fills it may write no larger file either."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m,mode=700", "tmpfs", str(folder)]
    mounted = False
    if request.param == "disk" and sys.platform == "linux" and os.geteuid() == 0:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    yield folder
    if mounted:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


FILL = """
import asyncio, resource, sys
from pathlib import Path
from inspector.core.errors import InspectorError
from inspector.store.group_commit import GroupCommit
from inspector.store.store import Store
from tests.store.arrivals import arrival

resource.setrlimit(resource.RLIMIT_FSIZE, (3 << 20, resource.RLIM_INFINITY))
folder = Path(sys.argv[1])
ballast = folder / "ballast"

async def main():
    ballast.write_bytes(bytes(1 << 20))
    commit = GroupCommit(Store.open(folder / "captures.db"))
    told = []
    for number in range(60):
        commit.add(arrival(bytes(100_000)), told.append)
        await commit.drain()
    full = [type(one).__name__ for one in told if isinstance(one, InspectorError)]
    ballast.unlink()
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    stored = [one.id for one in told if not isinstance(one, InspectorError)]
    commit.add(arrival(b"again"), told.append)
    await commit.drain()
    print(len(full) > 10, set(full), len(stored) > 3, [*stored, told[-1].id] == list(range(1, len(stored) + 2)))

asyncio.run(main())
"""


def test_a_full_disk_is_said_and_recovered_from(small_disk: Path) -> None:
    """Each sender is told; with room again the next capture is kept, with nothing missing before it."""
    done = subprocess.run(
        [sys.executable, "-c", FILL, small_disk], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )

    assert done.stdout.split("\n")[0] == "True {'StoreFullError'} True True", done.stderr
    with closing(Reader(small_disk / "captures.db")) as reader:
        assert [capture.request.body.size for capture in reader.captures(reader.ids(None, limit=2))] == [5, 100_000]


async def test_without_room_large_bodies_are_not_left_behind(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """They would keep the disk full."""

    def full(*_: object, **__: object) -> list[Kept]:
        raise StoreFullError("full")

    monkeypatch.setattr(store, "keep", full)
    part = bodies_of(store.path) / "1.part"
    part.parent.mkdir()
    part.touch()
    sample = arrival()
    outcomes = Outcomes(GroupCommit(store))

    outcomes.add(
        replace(sample, request=replace(sample.request, body=Body(size=9, sha256="", content=None, path=part)))
    )
    await outcomes.commit.drain()

    assert [type(one) for one in outcomes.told] == [StoreFullError]
    assert not part.exists()


WRITE = """
import asyncio, os, sys
from pathlib import Path
from inspector.store.group_commit import GroupCommit
from inspector.store.store import Store
from tests.store.arrivals import delivery

async def main():
    commit = GroupCommit(Store.open(Path(sys.argv[1])))
    while True:
        for _ in range(20):
            one = delivery(os.urandom(6).hex(), body=os.urandom(1500))
            commit.add(one, lambda kept, one=one: os.write(1, f"{kept.id} {one.request.body.sha256}\\n".encode()))
        await asyncio.sleep(0)

asyncio.run(main())
"""


def test_what_was_acknowledged_survives_kill_9(path: Path) -> None:
    """Whenever the process is killed: what it said is stored is stored, byte for byte."""
    for milliseconds in (150, 270, 410):
        with subprocess.Popen([sys.executable, "-c", WRITE, path], cwd=ROOT, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            first = writer.stdout.readline()
            timer = time.monotonic() + milliseconds / 1000
            lines = [first]
            while time.monotonic() < timer:
                lines.append(writer.stdout.readline())
            writer.kill()
            lines += writer.stdout.readlines()
        said = [line.decode().split() for line in lines if line.endswith(b"\n")]
        with closing(Store.open(path)), closing(Reader(path)) as reader:
            stored = {capture.id: capture for capture in reader.captures(int(id) for id, _ in said)}
            assert len(said) > 100
            assert [Body.of(stored[int(id)].request.body.read()).sha256 for id, _ in said] == [sha for _, sha in said]
            assert reader.count(None) == reader.last_id() >= int(said[-1][0])
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
