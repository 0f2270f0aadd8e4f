"""A capture: one request that arrived, with all that is known of it; and its summary, the row of a list."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from inspector.core.dispatch import Dispatch
from inspector.core.history import NO_HISTORY, History
from inspector.core.request import Request
from inspector.core.response import Response
from inspector.core.verdict import NOT_JUDGED, Judgement, Status

OriginKind = Literal["received", "sample", "resend", "import"]
Repeat = Literal["retry", "duplicate", "redelivery", "same-event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """How a capture came here: `of` names the capture that was resent, `file` the file it was imported from."""

    kind: OriginKind = "received"
    of: int | None = None
    file: str | None = None


RECEIVED = Origin()

AGAIN_LIMIT = 1_000
"""More repeats of one delivery are not counted for a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A request on its way into the store: judged, but without an id yet.

    `response` is given where it is known without waiting; then it is kept in the same row and commit.
    """

    request: Request
    judgement: Judgement = NOT_JUDGED
    response: Response | None = None
    origin: Origin = RECEIVED
    endpoint: str = "default"
    pinned: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Everything that is known of one request that arrived."""

    id: int
    request: Request
    judgement: Judgement = NOT_JUDGED
    response: Response | None = None
    """None until it was sent; None for good when the program was killed in between."""
    origin: Origin = RECEIVED
    endpoint: str = "default"
    attempt: int = 1
    duplicate_of: int | None = None
    repeat: Repeat | None = None
    dispatches: tuple[Dispatch, ...] = ()
    pinned: bool = False
    unread: bool = False
    note: str = ""
    redacted: tuple[str, ...] = ()
    history: History = NO_HISTORY
    """Only where it was looked up, to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The row of a capture: no headers, no body."""

    id: int
    received_at: datetime
    method: str
    target: str
    host: str
    content_type: str
    size: int
    endpoint: str
    origin: OriginKind
    provider: str | None
    event: str | None
    gist: str | None
    delivery_id: str | None
    handshake: str | None
    attempt: int
    duplicate_of: int | None
    repeat: Repeat | None
    signature: Status
    cause: str | None
    status: int | None
    """Status code the sender was told; None while no response is recorded."""
    duration_ms: float | None
    complete: bool
    malformed: bool
    pinned: bool
    unread: bool
    has_note: bool
    dispatches: int
    note: str = ""
    """Its beginning, as far as a row shows it."""
    again: int = 0
    """How many arrivals of the same delivery came after it, where it is the first; counted to AGAIN_LIMIT."""
    other_bytes: bool = False
    """Whether it repeats a delivery whose first arrival had another body, or is the first and a repeat has."""
    told_by: str | None = None
    """Of a handshake: by what it was answered; `handshake` where it got its own answer. None: nothing is recorded."""
    told_why: str = ""
    """Of a handshake: what was told, or why it was not answered."""
    again_at: datetime | None = None
    """When the last of those arrivals came."""
    again_unread: bool = False
    """Whether one of the last of them was not seen yet."""
