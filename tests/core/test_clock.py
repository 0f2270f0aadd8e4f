"""Times."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core import clock

MOMENTS = st.datetimes(timezones=st.just(UTC))


@given(moment=MOMENTS)
def test_microseconds_and_text_are_exact(moment: datetime) -> None:
    """Every moment comes back as it was, to the last microsecond, in any year."""
    assert clock.from_micros(clock.to_micros(moment)) == moment
    assert clock.from_text(clock.to_text(moment)) == moment


def test_text_is_utc_with_six_digits() -> None:
    """As it stands in JSON."""
    there = timezone(timedelta(hours=2))

    assert clock.to_text(datetime(2026, 11, 23, 10, 21, 11, tzinfo=there)) == "2026-11-23T08:21:11.000000Z"
    assert clock.to_text(datetime(987, 1, 2, tzinfo=UTC)) == "0987-01-02T00:00:00.000000Z"


@pytest.mark.parametrize(
    "text", ["2026-11-23T08:21:11Z", "2026-11-23T09:21:11+01:00", "2026-11-23T08:21:11", "2026-11-23 08:21:11.000"]
)
def test_text_is_read_in_the_forms_that_others_write(text: str) -> None:
    """With a zone, or without one in UTC."""
    read = clock.from_text(text)

    assert read == datetime(2026, 11, 23, 8, 21, 11, tzinfo=UTC)
    assert read.tzinfo is UTC


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "1795422071"])
def test_what_is_no_time_is_refused(text: str) -> None:
    """The caller words it."""
    with pytest.raises(ValueError, match=r".+"):
        clock.from_text(text)


def test_now_is_aware() -> None:
    """It stands between two readings of the system's clock, and names its zone."""
    before = datetime.now(UTC)

    assert before <= clock.now() <= datetime.now(UTC)
