"""What can be told of a store as a whole, for `info`."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from inspector.core.paths import bodies_of
from inspector.store.body_files import BodyFiles
from inspector.store.connection import connect_reader, reading
from inspector.store.schema import MIGRATION_SET


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A store's file in figures; `captures` and `schema` are None where there is none that can be read."""

    path: Path
    size: int
    """Bytes on the disk of everything that belongs to it."""
    captures: int | None
    schema: str | None
    """The last step that its tables took."""
    sqlite: str
    """Version of the library that reads it."""
    problem: str | None = None
    """Why it cannot be read."""


def overview(path: Path) -> Overview:
    """Look at a store without changing it. Never raises."""
    captures: int | None = None
    schema = problem = None
    if path.exists():
        try:
            with reading(), closing(connect_reader(path)) as connection:
                (captures,) = connection.execute("SELECT coalesce(sum(live), 0) FROM tallies").fetchone()
                (schema,) = connection.execute(
                    "SELECT max(name) FROM _sqlite_migrations WHERE migration_set = ?", (MIGRATION_SET,)
                ).fetchone()
        except Exception as error:  # whatever is wrong with it is what `info` is asked for
            problem = str(error)
    return Overview(
        path=path,
        size=size_on_disk(path),
        captures=captures,
        schema=schema,
        sqlite=sqlite3.sqlite_version,
        problem=problem,
    )


def size_on_disk(path: Path) -> int:
    """Bytes of the file, its log and its bodies; 0 where there is none."""
    size = 0
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            size += path.with_name(path.name + ending).stat().st_size
    with suppress(OSError):
        size += BodyFiles(bodies_of(path)).size()
    return size
