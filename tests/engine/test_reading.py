"""The engine's own reading of the store."""

import gzip
import threading
from pathlib import Path

from inspector.core.capture import Arrival
from inspector.engine.reading import Reading, plain
from inspector.store.store import Store
from tests.captures import head_of, request_of


async def test_it_reads_on_one_other_thread(tmp_path: Path) -> None:
    """Every function runs on the same thread, which is not the loop's, and sees what was stored."""
    store = Store.open(tmp_path / "captures.db")
    store.keep([Arrival(request=request_of(head_of(b"GET / HTTP/1.1", b"Host: x")))])
    reading = Reading(tmp_path / "captures.db")
    try:
        threads = {await reading.run(lambda reader: threading.get_ident()) for _ in range(3)}
        assert len(threads) == 1
        assert threads != {threading.get_ident()}
        assert await reading.run(lambda reader: reader.last_id()) == 1
    finally:
        reading.close()
        store.close()


def test_bodies_are_decoded_for_searching() -> None:
    """A content encoding is undone as far as that is possible."""
    assert plain(gzip.compress(b"text"), "gzip") == b"text"
