"""One transaction a batch, and nothing of a batch that failed."""

import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.body import Body
from inspector.core.paths import bodies_of
from inspector.store.keeping import ROWS
from inspector.store.reader import Reader
from inspector.store.store import Store
from tests.store.arrivals import arrival, delivery, rows

WRITE = """
import sys
from pathlib import Path
from inspector.store.store import Store
from tests.store.arrivals import delivery
store = Store.open(Path(sys.argv[1]))
number = int(sys.argv[2])
sys.stdin.read()
for start in range(0, 5000, 20):
    batch = range(start, start + 20)
    store.keep([delivery(f"evt_{(number * 7 + i) % 500}", body=b"%d.%d" % (number, i)) for i in batch])
store.close()
"""


def test_two_processes_writing_at_once(path: Path) -> None:
    """5,000 arrivals each of 500 deliveries: every id is given once, every delivery's attempts have no gap."""
    Store.open(path).close()
    root = Path(__file__).parents[2]
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITE, path, str(number)], cwd=root, stdin=subprocess.PIPE)
        for number in range(2)
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.close()
    assert [writer.wait(60) for writer in writers] == [0, 0]

    assert rows(path, "SELECT count(*), min(id), max(id) FROM captures") == [(10_000, 1, 10_000)]
    wrong = rows(
        path,
        "SELECT delivery_id FROM captures GROUP BY delivery_id HAVING count(*) != 20 OR max(attempt) != 20 "
        "OR count(DISTINCT attempt) != 20 OR min(coalesce(duplicate_of, id)) != max(coalesce(duplicate_of, id))",
    )
    assert wrong == []
    assert rows(path, "SELECT count(DISTINCT delivery_id) FROM captures") == [(500,)]


def test_a_batch_of_any_size(store: Store, reader: Reader) -> None:
    """Also one that takes several statements; none is nothing."""
    assert store.keep([]) == []

    kept = store.keep([arrival(b"%d" % i) for i in range(2 * ROWS + 3)])

    assert [one.id for one in kept] == list(range(1, 2 * ROWS + 4))
    assert [reader.capture(id).request.body.content for id in (1, ROWS + 1, 2 * ROWS + 3)] == [
        b"0",
        b"%d" % ROWS,
        b"%d" % (2 * ROWS + 2),
    ]


def test_a_batch_that_fails_leaves_nothing(store: Store, reader: Reader) -> None:
    """No row, no count, and the large body stands where the listener left it."""
    part = bodies_of(store.path) / "1.part"
    part.parent.mkdir()
    part.write_bytes(b"large")
    sample = arrival()
    large = replace(
        sample, request=replace(sample.request, body=Body(size=5, sha256="00" * 32, content=None, path=part))
    )
    broken = replace(sample, request=replace(sample.request, body=Body(size=5, sha256="no hex", content=b"12345")))

    with pytest.raises(ValueError, match="hex"):
        store.keep([large, broken])

    assert part.read_bytes() == b"large"
    assert (reader.last_id(), reader.count(None)) == (0, 0)
    assert [one.id for one in store.keep([large])] == [1]
    assert reader.capture(1).request.body.read() == b"large"


def test_ids_are_never_given_twice(path: Path) -> None:
    """Not even after everything was purged and the store opened again."""
    with closing(Store.open(path)) as store:
        store.keep([delivery("a"), delivery("b")])
        store.remove(None, None)
        while store.purge_step(all=True):
            pass
    with closing(Store.open(path)) as store:
        assert store.keep([delivery("a")])[0].id == 3
