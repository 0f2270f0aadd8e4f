"""One process at a time does the work in the background."""

from pathlib import Path

from inspector.store.jobs import JobsLock


def test_one_holds_the_jobs_until_it_lets_go(tmp_path: Path) -> None:
    """Asking again is no second hold; letting go lets the other in."""
    first, second = JobsLock(tmp_path / "captures.db"), JobsLock(tmp_path / "captures.db")

    assert first.acquire()
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()
    second.release()

    assert (tmp_path / "captures.db.jobs.lock").exists()
