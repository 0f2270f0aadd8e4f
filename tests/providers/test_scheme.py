"""Times in headers."""

from datetime import UTC, datetime, timedelta

import pytest

from inspector.providers.registry import SCHEMES
from inspector.providers.scheme import STEPS, Unit, read_time, step_of, write_time
from tests.providers.made import NOW


@pytest.mark.parametrize(
    ("raw", "unit", "moment"),
    [
        (b"1700000000", "s", NOW),
        (b"1700000000250", "ms", NOW + timedelta(milliseconds=250)),
        (b"2023-11-14T22:13:20Z", "iso8601", NOW),
        (b"2023-11-14T23:13:20+01:00", "iso8601", NOW),
        (b"-1", "s", datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (b"1e9", "s", None),
        (b"1_0", "s", None),
        (b"99999999999999", "s", None),
        (b"9" * 50, "ms", None),
        (b"", "s", None),
        (b"yesterday", "iso8601", None),
        (b"\xff\xfe", "iso8601", None),
    ],
)
def test_times_are_read(raw: bytes, unit: Unit, moment: datetime | None) -> None:
    """Seconds, milliseconds and ISO 8601; what is no time is None, never an error."""
    assert read_time(raw, unit) == moment


def test_times_are_written() -> None:
    """As they are read; where both are, in milliseconds: Recurly's and Webflow's own code reads nothing else."""
    assert [write_time(NOW, unit) for unit in ("s", "ms", "s or ms", "iso8601")] == [
        "1700000000", "1700000000000", "1700000000000", "2023-11-14T22:13:20Z",
    ]  # fmt: skip


def test_what_a_scheme_covers() -> None:
    """A token never covers the body; a scheme's time is a part of its message."""
    stripe, token = SCHEMES["stripe-v1"], SCHEMES["gitlab-token"]

    assert (stripe.covers_body, token.covers_body) == (True, False)
    assert stripe.time_part is not None
    assert (stripe.time_part.name, token.time_part) == ("t", None)


@pytest.mark.parametrize("power", range(4))
def test_the_unit_of_a_number(power: int) -> None:
    """Told by its digits, for times from 2001 on; what is no number, or none of a time, has none."""
    moments = (1_000_000_000, 1_700_000_000, 9_999_999_999)

    assert [step_of(str(moment * 1000**power).encode()) for moment in moments] == [power] * 3
    assert STEPS[power] == ("s", "ms", "µs", "ns")[power]
    assert [step_of(raw) for raw in (b"", b"soon", b"-1", b"9" * 20)] == [None] * 4
