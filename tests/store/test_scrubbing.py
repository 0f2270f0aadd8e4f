"""What SQLite leaves in unused space is zeroed, and nothing else is touched."""

import random
import re
import struct
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from inspector.store.reader import Reader
from inspector.store.schema import PAGE_SIZE
from inspector.store.scrubbing import MAP_EVERY, scrub, unused
from inspector.store.store import Store
from tests.store.arrivals import arrival, rows


def leaf(*cells: tuple[int, bytes]) -> bytes:
    """A page of a table with these cells at these places, and something in between."""
    page = bytearray(b"x" * PAGE_SIZE)
    content = min(at for at, _ in cells)
    page[:8] = struct.pack(">BHHHB", 13, 0, len(cells), content, 0)
    for number, (at, cell) in enumerate(cells):
        struct.pack_into(">H", page, 8 + 2 * number, at)
        page[at : at + len(cell)] = cell
    return bytes(page)


def test_unused_space_lies_between_pointers_and_cells() -> None:
    """Not in pages of other kinds, and not where a page is not sound."""
    page = leaf((8000, b"one"), (7000, b"two"))

    assert unused(page, 3) == (12, 7000)
    assert unused(page, 2) == unused(page, 2 + MAP_EVERY) == (0, 0)
    assert unused(b"\0" + page[1:], 3) == (0, 0)
    assert unused(page[:-1], 3) == (0, 0)
    assert unused(leaf((8000, b"one"))[:5] + b"\0\1" + page[7:], 3) == (0, 0)
    assert unused(page[:8] + b"\0\1" + page[10:], 3) == (0, 0)


def test_purging_at_random_leaves_nothing(path: Path) -> None:
    """Rounds of arrivals, notes and removals of every size: merged pages keep no copy of what went."""
    choice = random.Random(5)
    living: dict[int, str] = {}
    with closing(Store.open(path)) as store:
        for _ in range(6):
            arrivals = []
            for number in range(len(living), len(living) + 120):
                mark = f"Mk{choice.randrange(10**9)}x{number}z"
                body = mark * choice.choice([1, 30, 200, 900, 3000])
                one = arrival(
                    body.encode(),
                    provider="stripe",
                    delivery_id=f"{choice.random()}{mark}",
                    event_key=choice.choice([None, mark * choice.randrange(1, 20)]),
                    path=f"/{mark * choice.choice([1, 30])}",
                )
                arrivals.append(replace(one, note=mark))
            for kept, one in zip(store.keep(arrivals), arrivals, strict=True):
                living[kept.id] = one.note
            gone = choice.sample(sorted(living), int(len(living) * choice.choice([0.3, 0.8])))
            store.remove(None, gone)
            while store.purge_step(all=True):
                pass
            for id in gone:
                del living[id]
            content = b"".join(file.read_bytes() for file in path.parent.rglob("*") if file.is_file())

            assert {found.decode() for found in re.findall(rb"Mk\d+x\d+z", content)} == set(living.values())
        assert rows(path, "PRAGMA integrity_check") == [("ok",)]


WRITE = """
import os, sys
from pathlib import Path
from inspector.store.store import Store
from tests.store.arrivals import delivery
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
for number in range(150):
    store.keep([delivery(os.urandom(8).hex(), body=os.urandom(700)) for _ in range(20)])
store.close()
"""


def test_scrubbing_while_another_process_writes(path: Path) -> None:
    """Its pages in memory are never older than the file: nothing is lost, nothing is damaged."""
    with closing(Store.open(path)) as store:
        store.keep([arrival(b"old" * 500) for _ in range(400)])
        with subprocess.Popen(
            [sys.executable, "-c", WRITE, path], cwd=Path(__file__).parents[2], stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            choice = random.Random(1)
            left = list(range(1, 401))
            scrubbed = 0
            while writer.poll() is None:
                gone = choice.sample(left, min(len(left), 20))
                left = [id for id in left if id not in gone]
                store.remove(None, gone)
                while store.purge_step(all=True):
                    pass
                scrubbed += scrub(path)

        assert scrubbed > 0
        assert rows(path, "PRAGMA integrity_check") == [("ok",)]
        with closing(Reader(path)) as reader:
            assert reader.count(None) == len(reader.ids(None)) == 3000 + len(left)


def test_a_reader_of_an_older_state_is_not_disturbed(store: Store, path: Path) -> None:
    """It may still need what the log holds; scrubbing is put off."""
    store.keep([arrival()])
    with closing(Reader(path)) as reader:
        cursor = reader._connection.execute("SELECT id FROM captures UNION ALL SELECT 2")
        cursor.fetchone()
        store.keep([arrival()])
        assert not scrub(path)
        cursor.close()

    assert scrub(path)
