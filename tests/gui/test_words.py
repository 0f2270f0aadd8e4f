"""Numbers, sizes, times and verdicts in words."""

import pytest

from inspector.core.verdict import Status
from inspector.gui import words
from tests.gui.stage import AT


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (412, "412 B"),
        (999, "999 B"),
        (1000, "1.0 KB"),
        (21_800, "21.8 KB"),
        (999_960, "1.0 MB"),
        (14e7, "140 MB"),
    ],
)
def test_sizes_have_at_most_one_decimal(count: float, text: str) -> None:
    """A size is short enough for its column at any magnitude."""
    assert words.size(int(count)) == text


def test_plurals_and_numbers() -> None:
    """One is spoken of as one, and thousands are set apart."""
    assert words.plural("1 capture", "%Ln captures", 1) == "1 capture"
    assert words.plural("1 capture", "%Ln captures", 1204) == "1,204 captures"


def test_the_clock_shows_milliseconds_and_never_rounds_up() -> None:
    """A time is cut, so that what stands in the list is never later than what came."""
    assert words.clock(AT.replace(microsecond=999_999)).endswith(".999")


@pytest.mark.parametrize(("took", "text"), [(0.42, "0.4 ms"), (12.3, "12 ms"), (1800, "1.8 s"), (10_000, "10 s")])
def test_durations(took: float, text: str) -> None:
    """Durations are short at any magnitude."""
    assert words.duration(took) == text


@pytest.mark.parametrize(
    ("status", "cause", "word"),
    [
        ("valid", None, ""), ("invalid", "timestamp-stale", "stale"), ("invalid", "url-differs", "URL"),
        ("invalid", None, "invalid"), ("no-secret", None, "no secret"),
        ("unsigned", None, "unsigned"), ("unknown", None, ""),
    ],
)  # fmt: skip
def test_a_verdict_is_one_word(status: Status, cause: str | None, word: str) -> None:
    """The narrow column says why, not only that."""
    assert words.verdict_word(status, cause) == word
