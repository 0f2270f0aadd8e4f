"""Who does the work in the background: index, diagnosis, judging again, purging, sweeping."""

from pathlib import Path

from inspector.store.locks import FileLock


class JobsLock:
    """Held by one process at a time, on `captures.db.jobs.lock`. Ends with the process, however that ends."""

    def __init__(self, store: Path) -> None:
        self._path = store.with_name(store.name + ".jobs.lock")
        self._lock: FileLock | None = None

    def acquire(self) -> bool:
        """Whether this process holds the jobs now; asking again is cheap. Raises StoreError."""
        if self._lock is None:
            lock = FileLock(self._path)
            if not lock.alone():
                lock.close()
                return False
            self._lock = lock
        return True

    def release(self) -> None:
        """Let another process take over."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
