"""Times with units on the command line: `500ms 30s 5m 1d`."""

import re
from datetime import datetime, timedelta

import click

SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
PATTERN = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)")
EXPECTED = "a number with a unit, such as 500ms, 30s, 5m or 1d"


class Duration(click.ParamType[float]):
    """A length of time; gives seconds."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        if isinstance(value, float):
            return value
        match = PATTERN.fullmatch(str(value).strip())
        if match is None:
            self.fail(f"“{value}” is no length of time; expected {EXPECTED}.", param, ctx)
        return float(match[1]) * SECONDS[match[2]]


DURATION = Duration()


def since(text: str, now: datetime) -> datetime:
    """A moment: `now`, an ISO time (local where it names no zone), or a length of time before `now`.

    Raises ValueError.
    """
    if text == "now":
        return now
    if match := PATTERN.fullmatch(text):
        return now - timedelta(seconds=float(match[1]) * SECONDS[match[2]])
    return datetime.fromisoformat(text).astimezone(now.tzinfo)
