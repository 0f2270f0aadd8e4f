"""Counts for the sidebar and the title."""

from contextlib import closing

from inspector.core.errors import StoreError
from inspector.core.filter.tree import Filter
from inspector.core.paths import Paths
from inspector.gui.controllers.counting import Counting, Overview, entries
from inspector.gui.reader import CaptureReader
from tests.gui.stage import FACES, Loop, fill


def test_everything_is_counted(loop: Loop, paths: Paths) -> None:
    """Totals, pins, unread ones, providers with their failures and the saved filters."""
    with closing(fill(paths.store, 9)) as store:
        store.pin((1,), True)
        store.mark_read((1, 2))
        reader = CaptureReader(paths.store)
        counting = Counting(reader)
        told: list[Overview] = []
        counting.counted.connect(told.append)

        async def main() -> None:
            counting.recount()
            counting.recount()

        loop.run(main())
        loop.until(lambda: len(told) == 2)
        reader.close()

    assert (told[0].total, told[0].pinned, told[0].unread) == (9, 1, 7)
    assert set(told[0].providers) == {("stripe", 6, 0), ("github", 3, 3)}
    assert told[0].saved[0] == 3
    assert told[0].size > 0


def test_a_store_that_cannot_be_read_is_counted_later(loop: Loop) -> None:
    """Counting fails quietly; the list says what is wrong."""

    class Broken:
        async def count(self, tree: Filter) -> int:
            raise StoreError("There is no store.")

        async def provider_counts(self) -> list[tuple[str | None, int, int]]:
            return []

        async def size(self) -> int:
            return 0

    counting = Counting(Broken())
    told: list[Overview] = []
    counting.counted.connect(told.append)

    async def main() -> None:
        counting.recount()

    loop.run(main())
    loop.pause()

    assert told == []


def test_the_sidebar_lists_providers_by_size_and_the_failures() -> None:
    """The largest comes first; nobody's captures are no provider."""
    overview = Overview(total=12, providers=(("github", 3, 3), (None, 1, 0), ("stripe", 8, 0)), saved=(3, 0, 1))

    rows = entries(overview, FACES)

    assert [row.label for row in rows] == [
        "All captures", "Pinned", "Providers", "Stripe", "GitHub", "Saved filters", "Signature failures", "Repeats",
        "Rejected by target",
    ]  # fmt: skip
    assert (rows[4].count, rows[4].failed, rows[4].filter) == (3, 3, "provider:github")


def test_an_empty_store_has_a_short_sidebar() -> None:
    """Nothing is listed that there is none of."""
    labels = [row.label for row in entries(Overview(), FACES)]

    assert labels == ["All captures", "Saved filters", "Signature failures", "Repeats", "Rejected by target"]
