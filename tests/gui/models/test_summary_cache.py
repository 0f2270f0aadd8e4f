"""The summaries that were looked at last."""

from inspector.gui.models.summary_cache import MOST, MOST_WANTED, SummaryCache
from tests.gui.stage import row


def test_it_stays_small() -> None:
    """The row that nobody asked for longest goes first."""
    cache = SummaryCache()
    cache.put(row(id) for id in range(MOST + 10))

    assert cache.peek(9) is None
    assert cache.peek(10) is not None


def test_what_is_missing_is_wanted_once() -> None:
    """A missing row is fetched once, however often it is asked for; the last wishes count."""
    cache = SummaryCache()
    for id in range(MOST_WANTED + 5):
        assert cache.get(id) is None
    cache.get(7)

    wanted = cache.take_wanted()

    assert len(wanted) == MOST_WANTED
    assert wanted[-1] == 7
    assert 0 not in wanted
    assert not cache.wants


def test_an_old_row_is_shown_until_the_new_one_is_here() -> None:
    """A change does not blank what is on the screen."""
    cache = SummaryCache()
    cache.put([row(1), row(2)])
    cache.age((1, 99))

    assert cache.get(1) is not None
    assert cache.take_wanted() == [1]

    cache.put([row(1, unread=False)])

    assert cache.get(1) == row(1, unread=False)
    assert not cache.wants
