"""How long something took, in words."""

import pytest

from inspector.providers.ages import duration


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0.0 s"), (0.44, "0.4 s"), (2.9, "2 s"), (-119, "119 s"), (300, "5 min"), (7300, "2 h"), (200_000, "2 d")],
)
def test_durations(seconds: float, words: str) -> None:
    """One number and one unit, rounded down, without a sign."""
    assert duration(seconds) == words
