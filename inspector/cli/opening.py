"""Opens the store for one command."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from inspector.core.paths import Paths
from inspector.engine.reading import plain
from inspector.store.reader import Reader
from inspector.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A store with both its sides, for the time of a command."""

    store: Store
    reader: Reader


@contextmanager
def opened(paths: Paths, notice: Callable[[str], None]) -> Iterator[Opened]:
    """Open the store of these paths, which is made where there is none. Raises StoreError."""
    store = Store.open(paths.store, decode=plain)
    if store.damaged is not None:
        notice(f"The store was damaged; it was set aside as {store.damaged} and a new one was begun.")
    reader = Reader(paths.store, decode=plain)
    try:
        yield Opened(store=store, reader=reader)
    finally:
        reader.close()
        store.close()
