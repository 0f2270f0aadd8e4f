"""Removes a whole store from the disk, with all that was ever set aside or copied beside it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from inspector.core.errors import ResourceError, StoreError
from inspector.core.paths import bodies_of, drafts_of
from inspector.store.damage import marker_of
from inspector.store.locks import FileLock, lock_of


def erase(store: Path) -> None:
    """Remove the file and everything that belongs to it; one that is not there is no error.

    Raises StoreError while another process uses it, ResourceError where a file cannot be removed.
    """
    if not store.parent.exists():
        return
    lock = FileLock(lock_of(store))
    try:
        if not lock.alone():
            raise StoreError(f"{store} is used by {lock.others()}; close it first, nothing of the store was removed.")
        for path in belonging(store):
            try:
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            except OSError as error:
                raise ResourceError(f"{path} cannot be removed: {error.strerror}.") from error
    finally:
        lock.close()
    # Last, and after it was let go: Windows removes no open file.
    lock_of(store).unlink(missing_ok=True)


def belonging(store: Path) -> Iterator[Path]:
    """Every file and folder of a store, stores that were set aside as damaged and copies before a migration too."""
    for kept in (f"{store.stem}.damaged-*", f"{store.stem}.before-*"):
        yield from sorted(store.parent.glob(kept))
    beside = (store.with_name(store.name + ending) for ending in ("-wal", "-shm", ".jobs.lock"))
    for path in (*beside, bodies_of(store), drafts_of(store), marker_of(store), store):
        if path.exists():
            yield path
