"""The tables as they were published."""

import sqlite3
from contextlib import closing

from inspector.store.reading_rows import CAPTURE_QUERY, DISPATCH_QUERY, SUMMARY_COLUMNS
from inspector.store.rows import CAPTURE_COLUMNS, CONTENT_COLUMNS
from inspector.store.schema import STEPS


def test_steps_have_names_that_sort_in_their_order() -> None:
    """The last of them is the schema's version."""
    names = [step.name for step in STEPS]

    assert names == sorted(set(names))


def test_the_tables_hold_what_is_written_and_read() -> None:
    """One statement at a time, as the migrations run them."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for step in STEPS:
            for statement in step.statements:
                connection.execute(statement)

        for query in (
            f"SELECT {CAPTURE_COLUMNS} FROM captures",
            f"SELECT {CONTENT_COLUMNS} FROM contents",
            f"SELECT {SUMMARY_COLUMNS} FROM captures",
            CAPTURE_QUERY,
            DISPATCH_QUERY,
        ):
            assert connection.execute(query).fetchall() == []
