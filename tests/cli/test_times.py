"""Times with units."""

from datetime import UTC, datetime, timedelta

import click
import pytest

from inspector.cli.times import DURATION, since

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(("text", "seconds"), [("500ms", 0.5), ("30s", 30), ("5m", 300), ("1.5h", 5400), ("1d", 86400)])
def test_units(text: str, seconds: float) -> None:
    """A number with a unit is a length of time in seconds."""
    assert DURATION.convert(text, None, None) == seconds


@pytest.mark.parametrize("text", ["", "5", "m", "-1s", "5 weeks"])
def test_what_is_no_time(text: str) -> None:
    """Anything else is refused with what was expected."""
    with pytest.raises(click.BadParameter, match="expected a number with a unit"):
        DURATION.convert(text, None, None)


def test_since() -> None:
    """A moment is now, some time ago, or an ISO time."""
    assert since("now", NOW) == NOW
    assert since("15m", NOW) == NOW - timedelta(minutes=15)
    assert since("2026-11-23T08:00:00Z", NOW) == datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    with pytest.raises(ValueError, match="yesterday"):
        since("yesterday", NOW)
