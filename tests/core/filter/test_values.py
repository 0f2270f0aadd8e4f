"""Numbers with units, and moments."""

import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from inspector.core.clock import to_micros
from inspector.core.filter.values import LARGEST, SIZES, TIMES, read_day, read_moment, read_number

zoned = pytest.mark.skipif(sys.platform == "win32", reason="Windows has one time zone for all its processes")
NOW = datetime(2026, 11, 23, 3, 30, tzinfo=UTC)
HOUR = 3_600_000_000


@pytest.fixture
def in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The local clock is five hours behind UTC, four in summer."""
    monkeypatch.setitem(os.environ, "TZ", "EST5EDT,M3.2.0,M11.1.0")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("400", 400),
        ("10kb", 10240),
        ("10 KB", 10240),
        ("1.5kb", 1536),
        ("1.50kib", 1536),
        ("8mb", 8 * 1024**2),
        ("1gb", 1024**3),
        ("9007199254740993", 9007199254740993),
        ("9007199254740993.0b", 9007199254740993),
        ("999999999999999999999", LARGEST),
    ],
)
def test_sizes_are_exact(text: str, number: int) -> None:
    """Sizes are whole bytes, never rounded through a float; what no store can hold becomes the largest number."""
    assert read_number(text, SIZES) == number


@pytest.mark.parametrize(
    "text", ["", "x", "-1", "+1", "1e3", "1,5kb", "0.3kb", "1kbb", ".5kb", "1.", "1 2", "\u0661", "0x10"]
)
def test_what_is_no_size_is_refused(text: str) -> None:
    """A half byte, an unknown unit and other ways to write numbers are no sizes."""
    with pytest.raises(ValueError):  # noqa: PT011 - the caller words it
        read_number(text, SIZES)


def test_durations_have_units() -> None:
    """`1.5h` is ninety minutes; a number alone says nothing."""
    assert read_number("1.5h", TIMES) == 90 * 60_000_000
    with pytest.raises(ValueError, match="15"):
        read_number("15", TIMES)


@zoned
@pytest.mark.usefixtures("in_new_york")
def test_a_day_is_one_of_the_local_calendar() -> None:
    """At 03:30 UTC it is still the day before in New York."""
    assert read_day("today", NOW) == read_day("2026-11-22", NOW)
    assert read_day("Yesterday", NOW) == read_day("2026-11-21", NOW)
    assert read_day("2026-11-22", NOW)[0] == to_micros(datetime(2026, 11, 22, 5, tzinfo=UTC))


@zoned
@pytest.mark.usefixtures("in_new_york")
def test_a_day_on_which_clocks_change_has_another_length() -> None:
    """25 hours in autumn, 23 in spring."""
    lengths = [read_day(day, NOW) for day in ("2026-11-01", "2026-03-08", "2026-11-22")]

    assert [(end - start) // HOUR for start, end in lengths] == [25, 23, 24]


@zoned
@pytest.mark.usefixtures("in_new_york")
@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("15m", datetime(2026, 11, 23, 3, 15, tzinfo=UTC)),
        ("2d", datetime(2026, 11, 21, 3, 30, tzinfo=UTC)),
        ("500ms", datetime(2026, 11, 23, 3, 29, 59, 500000, tzinfo=UTC)),
        ("today", datetime(2026, 11, 22, 5, tzinfo=UTC)),
        ("2026-11-22", datetime(2026, 11, 22, 5, tzinfo=UTC)),
        ("2026-11-22T08:00", datetime(2026, 11, 22, 13, tzinfo=UTC)),
        ("2026-11-22T08:00:00.000001Z", datetime(2026, 11, 22, 8, 0, 0, 1, tzinfo=UTC)),
        ("2026-11-22T08:00+01:00", datetime(2026, 11, 22, 7, tzinfo=UTC)),
    ],
)
def test_moments(text: str, moment: datetime) -> None:
    """So long ago, a day, or an ISO time, which is local where it names no zone."""
    assert read_moment(text, NOW) == to_micros(moment)


@pytest.mark.parametrize(
    "text", ["", "15", "soon", "2026-13-01", "2026-11-22T25:00", "0001-01-01x", "9999-12-31T23:59-23:59"]
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    """Numbers without a unit and days that are not in the calendar are no moments."""
    with pytest.raises(ValueError):  # noqa: PT011 - the caller words it
        read_moment(text, NOW)


@pytest.mark.parametrize("text", ["", "1d", "2026-02-30", "20261123", "2026-11-23T08:00", "9999-12-31"])
def test_what_is_no_day_is_refused(text: str) -> None:
    """A day is a date and no more, and has a day after it."""
    with pytest.raises(ValueError):  # noqa: PT011 - the caller words it
        read_day(text, NOW)
