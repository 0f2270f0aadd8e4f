"""Reading the store off the window's thread."""

import threading
from contextlib import closing

import pytest

from inspector.core.errors import NothingError, StoreError
from inspector.core.filter.parser import parse
from inspector.core.filter.tree import All
from inspector.core.paths import Paths
from inspector.gui.reader import CaptureReader
from tests.gui.stage import Loop, add, fill


def test_parts_of_a_list_are_read_newest_first(loop: Loop, paths: Paths) -> None:
    """A page, the next one, and what came since, with the summaries of its first rows."""
    with closing(fill(paths.store, 9)) as store:
        reader = CaptureReader(paths.store)

        first = loop.run(reader.part(All(), limit=4))
        second = loop.run(reader.part(All(), limit=4, before=first.ids[-1]))
        add(store, 3)
        newer = loop.run(reader.newer(All(), first.newest, 2))
        reader.close()

    assert (first.newest, list(first.ids), list(second.ids)) == (9, [9, 8, 7, 6], [5, 4, 3, 2])
    assert (newer.newest, list(newer.ids)) == (12, [12, 11, 10])
    assert [row.id for row in newer.rows] == [12, 11]


def test_filters_and_counts(loop: Loop, paths: Paths) -> None:
    """Lists and counts are of what the filter matches; providers come with their failures."""
    with closing(fill(paths.store, 9)):
        reader = CaptureReader(paths.store)
        failed = parse("signature:invalid")

        ids = loop.run(reader.part(failed)).ids
        counts = loop.run(reader.provider_counts())
        total = loop.run(reader.count(failed))
        size = loop.run(reader.size())
        reader.close()

    assert list(ids) == [9, 6, 3]
    assert set(counts) == {("stripe", 6, 0), ("github", 3, 3)}
    assert total == 3
    assert size > 0


def test_nothing_is_read_on_the_windows_thread(loop: Loop, paths: Paths) -> None:
    """Exports run on a thread of their own, oldest first for a filter and as given for ids."""
    with closing(fill(paths.store, 4)):
        reader = CaptureReader(paths.store)
        threads: set[int] = set()

        def work(captures: object) -> list[int]:
            threads.add(threading.get_ident())
            return [capture.id for capture in captures]  # type: ignore[attr-defined]

        by_filter = loop.run(reader.each(All(), work))
        by_ids = loop.run(reader.each((4, 2), work))
        reader.close()

    assert (by_filter, by_ids) == ([1, 2, 3, 4], [4, 2])
    assert threading.get_ident() not in threads


def test_errors_are_sentences(loop: Loop, paths: Paths) -> None:
    """A store that is not there yet, and a capture that is not there, are told apart."""
    reader = CaptureReader(paths.store)
    with pytest.raises(StoreError):
        loop.run(reader.part(All()))
    with closing(fill(paths.store, 1)), pytest.raises(NothingError):
        loop.run(reader.capture(17))
    reader.close()
