"""The port of the listener, for other processes."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from inspector.core.messages import Captured, Health
from inspector.engine.engine import Engine
from inspector.engine.whereabouts import Whereabouts
from inspector.store.listening_port import noted
from inspector.store.store import Store
from tests.engine.conftest import Running, paths_in


async def test_an_engine_that_listens_is_found(running: Running) -> None:
    """From the moment its port is open until it is closed."""
    path = running.engine.paths.store
    assert noted(path) == (urlsplit(running.url).port,)
    await running.engine.stop_listening()
    assert noted(path) == ()
    (url, *_) = await running.engine.listen(port=0)
    assert noted(path) == (urlsplit(url).port,)


async def test_an_engine_that_stops_is_not_found(tmp_path: Path) -> None:
    """Also where it stops as a whole."""
    engine = Engine(paths_in(tmp_path))
    await engine.start()
    await engine.listen(port=0)
    await engine.stop()

    assert noted(engine.paths.store) == ()


def test_only_a_change_is_written(tmp_path: Path) -> None:
    """Facts come often; what has not changed costs nothing, and a busy store nobody an error."""
    path = tmp_path / "captures.db"
    with closing(Store.open(path)), closing(sqlite3.connect(path, isolation_level=None)) as other:
        whereabouts = Whereabouts(path)
        whereabouts.hear(Health(listening=("http://[::1]:8765",)))
        (version,) = other.execute("PRAGMA data_version").fetchone()
        whereabouts.hear(Health(listening=("http://[::1]:8765",), refused=1))
        whereabouts.hear(Captured(last_id=1, count=1))
        assert other.execute("PRAGMA data_version").fetchone() == (version,)
        other.execute("BEGIN IMMEDIATE")
        whereabouts.leave()

        assert noted(path) == (8765,)


def test_a_busy_store_is_told_later(tmp_path: Path) -> None:
    """The next fact brings what could not be written at first."""
    path = tmp_path / "captures.db"
    with closing(Store.open(path)), closing(sqlite3.connect(path, isolation_level=None)) as other:
        whereabouts = Whereabouts(path)
        other.execute("BEGIN IMMEDIATE")
        whereabouts.hear(Health(listening=("http://[::1]:8765",)))
        other.execute("ROLLBACK")
        assert noted(path) == ()
        whereabouts.hear(Health(listening=("http://[::1]:8765",), refused=1))

        assert noted(path) == (8765,)
