"""What keeping a capture gave."""

from dataclasses import dataclass

from inspector.core.capture import RECEIVED, Origin, Repeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The id of a capture, and why it came again if it did."""

    id: int
    attempt: int = 1
    duplicate_of: int | None = None
    repeat: Repeat | None = None
    origin: Origin = RECEIVED
