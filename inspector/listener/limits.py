"""How much and how long the listener waits for."""

from dataclasses import dataclass

from inspector.core.body import LARGE

MAX_HEAD = 8 * 1024 * 1024
"""Bytes of one head: a thousand fields of common size and a few of 64 KiB fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes in bytes, times in seconds."""

    max_body: int = 100 * 1024 * 1024
    """A larger body is refused with 413 and kept as far as it came."""
    large: int = LARGE
    """A body above this size is kept in a file."""
    head_timeout: float = 15.0
    """From the first byte of a head to its last."""
    body_timeout: float = 30.0
    """Without a byte of a body that is not whole, or without the sender reading what it was told."""
    keep_alive: float = 75.0
    """Between two requests of a connection, and before the first."""
