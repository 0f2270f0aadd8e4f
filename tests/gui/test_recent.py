"""What was used last comes first."""

from inspector.gui.recent import recent


def test_the_last_one_comes_first_and_the_oldest_goes() -> None:
    """One that was there already moves up, and nothing stands twice."""
    assert recent("b", ("a", "b", "c"), 3) == ("b", "a", "c")
    assert recent("d", ["a", "b", "c"], 3) == ("d", "a", "b")
    assert recent("a", (), 3) == ("a",)
