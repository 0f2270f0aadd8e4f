"""How a provider signs, as data: the one recipe that checks signatures and makes them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Literal

from inspector.core.clock import EPOCH, from_text, to_micros
from inspector.providers.digests import Algorithm, Encoding, KeyForm
from inspector.providers.layout import Layout
from inspector.providers.message import BODY, Message, Part
from inspector.providers.place import Place

Unit = Literal["s", "ms", "iso8601"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timestamp:
    """When a request was signed, and how far from its arrival the provider's library lets that be."""

    part: str
    """Name of the part of the message that is the time."""
    unit: Unit = "s"
    tolerance_s: float | None = None
    future: bool = True
    """Whether the library refuses a time that is too far ahead, as it refuses an old one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One way in which a provider signs."""

    id: str
    algorithm: Algorithm
    place: Place
    """Where the signature stands."""
    layout: Layout
    message: Message = BODY
    encoding: Encoding = "hex"
    keys: tuple[KeyForm, ...] = ("utf-8",)
    """How a secret becomes a key; each way is tried."""
    timestamp: Timestamp | None = None

    @property
    def covers_body(self) -> bool:
        """Whether a match says anything about the body."""
        return self.message.covers_body and self.algorithm != "token"

    @property
    def time_part(self) -> Part | None:
        """The part of the message that is the time."""
        if self.timestamp is None:
            return None
        return next(part for part in self.message.parts if part.name == self.timestamp.part)


@lru_cache(maxsize=1024)
def read_time(raw: bytes, unit: Unit) -> datetime | None:
    """The moment that a header names, or None where it is no time, or one outside the years 1 to 9999."""
    try:
        if unit == "iso8601":
            return from_text(raw.decode("latin-1"))
        if not raw.removeprefix(b"-").isdigit() or len(raw) > 20:
            return None
        number = int(raw)
        return datetime.fromtimestamp(number, UTC) if unit == "s" else EPOCH + timedelta(milliseconds=number)
    except (ValueError, OverflowError, OSError):
        return None


def write_time(moment: datetime, unit: Unit) -> str:
    """A moment as a header gives it."""
    if unit == "iso8601":
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return str(to_micros(moment) // (1_000_000 if unit == "s" else 1000))
