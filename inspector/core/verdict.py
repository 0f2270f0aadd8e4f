"""What checking a signature said, and everything else that is learned from a request's bytes."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Status = Literal["valid", "invalid", "unsigned", "no-secret", "unknown"]
Cause = Literal[
    "secret-whitespace",
    "secret-encoding",
    "other-provider-secret",
    "body-reserialised",
    "body-trailing-newline",
    "body-line-endings",
    "body-charset",
    "body-decoded",
    "url-differs",
    "algorithm-mismatch",
    "message-layout",
    "timestamp-stale",
    "timestamp-future",
    "timestamp-unit",
    "secret-kind",
    "header-malformed",
    "body-truncated",
    "key-unavailable",
    "unexplained",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The `signature` object of a capture; the meaning of each field is in the description of the JSON."""

    status: Status = "unknown"
    scheme: str | None = None
    secret: str | None = None
    """Name of the secret that matched, never its value."""
    matches: bool | None = None
    signed_at: datetime | None = None
    fresh: bool | None = None
    url: str | None = None
    covers_body: bool | None = None
    cause: Cause | None = None
    causes: tuple[Cause, ...] = ()
    tried: int = 0
    explanation: str = ""
    final: bool = True
    """False while the cause of a failure is still being searched behind the writer."""


BY_DESIGN = "Unsigned by design: a handshake of this kind carries no signature."
"""How the verdict on a handshake is explained that its provider never signs."""

FAR_AHEAD = (
    "Its time is written in milliseconds or a smaller unit: the sender’s library takes that for a date far ahead, and "
    "accepts it however old it is."
)
"""Said of a signature whose age nobody checks, as its time is written in too small a unit."""

UNKNOWN = Verdict(explanation="No provider was recognised, so there is no signature to check.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What recognising and judging a request gave. Pure: the same request and secrets always give the same."""

    provider: str | None = None
    """An id of the registry, `custom:NAME`, or None."""
    event: str | None = None
    gist: str | None = None
    delivery_id: str | None = None
    event_key: str | None = None
    """What stays the same when the same event comes under another delivery id."""
    shares_id: bool = False
    """Whether several deliveries have this id, so that only those of one event key repeat each other. Known while a
    request arrives, and not kept."""
    handshake: str | None = None
    verdict: Verdict = field(default=UNKNOWN)
    sensitive: tuple[str, ...] = ()
    """Places that hold a secret which the sender sent: `header:X-Gitlab-Token`, `header:Authorization`."""
    deadline_s: float | None = None
    """How long the sender waits for a response, in seconds, where its documentation says so."""
    retries: bool = True
    """Whether the sender tries again by itself."""


NOT_JUDGED = Judgement()
