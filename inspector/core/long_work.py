"""What is said across the pipe about work that takes long: what came of each capture, how far it is, and to stop."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of sending one capture again; where it could not be sent at all there is no dispatch, only `error`."""

    capture_id: int
    dispatch_id: int | None = None
    target: str = ""
    """The whole URL that was asked."""
    status: int | None = None
    duration_ms: float | None = None
    error: str | None = None

    @property
    def failed(self) -> bool:
        """Whether the target did not take it."""
        return self.status is None or self.status >= 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A fact: the import that runs has taken so many captures so far."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StopImport:
    """A wish: end the import that runs; what was taken stays. Answer: None."""
