"""What came before a capture of the same delivery."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An arrival that came before, and what its sender was told."""

    id: int
    status: int | None
    duration_ms: float | None
    body_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What came before a capture, and what its sender says of its own tries."""

    sender: str = ""
    """The provider's name."""
    policy: str = ""
    """When it tries again, in words."""
    first: Earlier | None = None
    previous: Earlier | None = None
    tries: int | None = None
    """The how-manieth try it is by the sender's own count; None where it does not say."""
    again: int = 0
    """How many arrivals of the same delivery came after this first one."""


NO_HISTORY = History()
