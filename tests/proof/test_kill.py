"""Answered means stored, whatever kills the program."""

import os
import random
import time
from pathlib import Path

from inspector.store.store import Store
from tests.cli.running_program import listening
from tests.proof.load import broken_promises, sending


def test_kill_9_loses_nothing_that_was_answered(tmp_path: Path) -> None:
    """Killed under full load, with large bodies among it: every id that a sender was told is there, bytes equal."""
    store = Path(os.environ["WEBHOOK_INSPECTOR_STORE"])
    for time_ in range(2):
        with listening("-q") as program, sending(program.url, 2.0, tmp_path / f"log{time_}", large=True) as load:
            time.sleep(1.2 + random.random() * 0.6)
            program.process.kill()
            program.process.wait(10)

        assert len(load.promised) > 50
        assert broken_promises(store, load.promised) == []


def test_the_store_is_whole_after_a_kill(tmp_path: Path) -> None:
    """The next start needs no repair, and ids go on behind those that were given."""
    store = Path(os.environ["WEBHOOK_INSPECTOR_STORE"])
    with listening("-q") as program, sending(program.url, 1.5, tmp_path / "log") as load:
        time.sleep(1.2)
        program.process.kill()
        program.process.wait(10)

    opened = Store.open(store)
    assert opened.damaged is None
    opened.close()
    with listening() as program:
        _, id = program.post(b"x")
    assert int(id) > max(load.promised)
