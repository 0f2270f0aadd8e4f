"""Numbers with units and moments, as they are written in a filter."""

import re
from datetime import date, datetime, timedelta

from inspector.core.clock import to_micros

LARGEST = 2**63 - 1
"""The store's numbers end here, so a larger one could never be told apart from it."""

_NUMBER = re.compile(r"([0-9]{1,30})(?:\.([0-9]{1,30}))?\s?([A-Za-z]*)", re.ASCII)
SIZES = {"": 1, "b": 1, "kb": 1024, "mb": 1024**2, "gb": 1024**3, "tb": 1024**4}
SIZES |= {"kib": 1024, "mib": 1024**2, "gib": 1024**3, "tib": 1024**4}
TIMES = {"ms": 1_000, "s": 1_000_000, "m": 60_000_000, "h": 3_600_000_000, "d": 86_400_000_000, "w": 604_800_000_000}
"""Units in microseconds."""


def read_number(text: str, units: dict[str, int]) -> int:
    """A number with a unit, as a whole number of the smallest unit: `1.5kb` is 1536. Exact; raises ValueError."""
    match = _NUMBER.fullmatch(text)
    if not match or match[3].lower() not in units:
        raise ValueError(text)
    decimals = match[2] or ""
    unit = units[match[3].lower()]
    number, rest = divmod(int(match[1] + decimals) * unit, int("1" + "0" * len(decimals)))
    if rest:
        raise ValueError(text)
    return min(number, LARGEST)


def read_day(text: str, now: datetime) -> tuple[int, int]:
    """A day of the local calendar as its first microsecond and that of the next day; raises ValueError."""
    named = {"today": 0, "yesterday": 1}.get(text.lower())
    if named is None and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII):
        raise ValueError(text)
    try:
        day = date.fromisoformat(text) if named is None else now.astimezone().date() - timedelta(days=named)
        return _midnight(day), _midnight(day + timedelta(days=1))
    except (OverflowError, OSError) as error:
        raise ValueError(text) from error


def read_moment(text: str, now: datetime) -> int:
    """A moment in microseconds since 1970: so long ago (`15m`), a day, or an ISO time, local where no zone is named.

    Raises ValueError.
    """
    try:
        return to_micros(now) - read_number(text, TIMES)
    except ValueError:
        pass
    try:
        return read_day(text, now)[0]
    except ValueError:
        pass
    try:
        return to_micros(datetime.fromisoformat(text).astimezone())
    except (OverflowError, OSError) as error:
        raise ValueError(text) from error


def _midnight(day: date) -> int:
    return to_micros(datetime(day.year, day.month, day.day).astimezone())
