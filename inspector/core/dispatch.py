"""A dispatch: one time a capture was sent to a target, with what came back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from inspector.core.headers import NO_HEADERS, Headers

DispatchKind = Literal["forward", "resend"]
As = Literal["received", "edited", "signed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """One sending of a capture and the whole response, or the error that took its place."""

    id: int | None = None
    """Given by the store."""
    capture_id: int
    at: datetime
    kind: DispatchKind = "resend"
    target: str
    """The whole URL that was asked, path and query included."""
    as_: As = "received"
    status: int | None = None
    """None where no response came; then `error` says why."""
    duration_ms: float | None = None
    headers: Headers = NO_HEADERS
    body: bytes = b""
    error: str | None = None
    changed: tuple[str, ...] = ()
    """Header fields that were set anew against the capture: `Host`, `Content-Length` …"""
