"""What came before."""

from inspector.core.history import NO_HISTORY, History


def test_nothing_is_known_until_it_is_looked_up() -> None:
    """A capture without a history says nothing of arrivals before it."""
    assert NO_HISTORY == History(first=None, previous=None, tries=None, again=0, sender="", policy="")
