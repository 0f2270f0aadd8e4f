"""Reading rows that somebody looks at."""

from collections.abc import Sequence

from inspector.core.capture import Summary
from inspector.gui.models.row_fetch import RowFetch, read_nothing
from inspector.gui.models.rows import Sorted
from tests.gui.stage import Loop, row


def test_a_screen_of_a_sorted_list_is_read_at_once(loop: Loop) -> None:
    """And what stands around it with it, whatever their numbers are; then nothing more is asked."""
    rows = Sorted([*range(1000, 0, -2), *range(1, 1000, 2)])
    fetch = RowFetch(lambda: rows)
    asked: list[list[int]] = []
    came: list[tuple[int, int]] = []
    fetch.came.connect(lambda first, last: came.append((first, last)))

    async def read(ids: Sequence[int]) -> list[Summary]:
        asked.append(list(ids))
        return [row(id) for id in ids]

    fetch.fetch = read

    async def look() -> None:
        for place in range(490, 510):
            assert fetch.look(place) is None

    loop.run(look())
    loop.until(lambda: came)
    loop.pause()

    assert len(asked) == 1
    assert {rows.at(place) for place in range(470, 540)} <= set(asked[0])
    assert came[0][0] <= 490 < 509 <= came[0][1]
    assert fetch.look(495) is not None


def test_before_there_is_a_reader_nothing_is_read(loop: Loop) -> None:
    """The window stands before the store is open."""
    assert loop.run(read_nothing([1, 2])) == []
