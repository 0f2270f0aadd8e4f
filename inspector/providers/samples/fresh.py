"""What is new in a sample at each sending: ids, times, amounts."""

import random
import string
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

ALNUM = string.ascii_letters + string.digits
UPPER = string.ascii_uppercase + string.digits


class Fresh:
    """Makes values for one sending. `now` is when it is sent; times go back from there, in seconds.

    With a `seed` the same values are made again.
    """

    def __init__(self, now: datetime, seed: int | None = None) -> None:
        self.now = now.astimezone(UTC)
        self._random = random.SystemRandom() if seed is None else random.Random(seed)

    def alnum(self, length: int) -> str:
        """Letters and digits: `1Q8yFbKq0ZtJ`."""
        return "".join(self._random.choices(ALNUM, k=length))

    def upper(self, length: int) -> str:
        """Capital letters and digits: `0A7KD2M`."""
        return "".join(self._random.choices(UPPER, k=length))

    def hex(self, length: int) -> str:
        """Hexadecimal digits: of a commit 40."""
        return f"{self._random.getrandbits(4 * length):0{length}x}"

    def number(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(low, high)

    def pick(self, choices: Sequence[str]) -> str:
        """One of them."""
        return self._random.choice(choices)

    def uuid(self) -> str:
        """A random UUID."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def seconds(self, ago: int = 0) -> int:
        """Seconds since 1970."""
        return int(self.now.timestamp()) - ago

    def utc(self, ago: int = 0) -> str:
        """`2026-11-23T08:21:11Z`."""
        return (self.now - timedelta(seconds=ago)).strftime("%Y-%m-%dT%H:%M:%SZ")

    def utc_exact(self, ago: int = 0) -> str:
        """`2026-11-23T08:21:11.123456Z`."""
        return (self.now - timedelta(seconds=ago)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def utc_millis(self, ago: int = 0) -> str:
        """`2026-11-23T08:21:11.123Z`."""
        return self.utc_exact(ago)[:-4] + "Z"

    def offset(self, ago: int = 0) -> str:
        """`2026-11-23T08:21:11+00:00`."""
        return (self.now - timedelta(seconds=ago)).strftime("%Y-%m-%dT%H:%M:%S+00:00")

    def slack_ts(self, ago: int = 0) -> str:
        """Slack's number of a message: `1700000000.123456`."""
        return f"{self.seconds(ago)}.{self._random.randint(0, 999_999):06d}"


def money(cents: int) -> str:
    """Cents as an amount in the main unit: `49.00`."""
    return f"{cents // 100}.{cents % 100:02d}"
