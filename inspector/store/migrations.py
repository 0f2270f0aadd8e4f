"""Brings a store's tables up to date. Imported only for that: sqlite-utils takes 150 ms to load."""

import shutil
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database, Migrations

from inspector.store.schema import MIGRATION_SET, Step


def migrate(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Take the steps not taken yet, each in a transaction of its own. The caller holds the store's lock alone."""
    migrations = Migrations(MIGRATION_SET)
    for step in steps:

        def take(db: Database, statements: tuple[str, ...] = step.statements) -> None:
            for statement in statements:
                db.execute(statement)

        migrations(name=step.name)(take)
    migrations.apply(Database(connection, recursive_triggers=False, execute_plugins=False))


def copy_before(connection: sqlite3.Connection, store: Path) -> Path | None:
    """Copy an older store beside itself before it is changed; None where the disk has no room for a copy."""
    size = store.stat().st_size
    if shutil.disk_usage(store.parent).free < 2 * size + (16 << 20):
        return None
    time = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
    copy = store.with_name(f"{store.stem}.before-{time}{store.suffix}")
    copy.touch(mode=0o600, exist_ok=False)  # VACUUM INTO fills an empty file, and so nobody else can read it
    try:
        connection.execute("VACUUM INTO ?", (str(copy),))
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy
