"""What the window asks for that goes out: captures again, edited requests, samples, a check of a receiver; the answers.

Part of what crosses the pipe (see `messages`): never a body.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from inspector.core.dispatch import As
from inspector.core.headers import NO_HEADERS, Headers
from inspector.core.long_work import Outcome

Break = Literal["stale", "future", "tampered", "wrong-secret", "unsigned"]
"""Ways in which a signature is made bad on purpose: too old, too early, over other bytes, another secret, left out."""
BREAKS: tuple[Break, ...] = ("stale", "future", "tampered", "wrong-secret", "unsigned")

Step = Literal["good", "stale", "future", "tampered", "wrong-secret", "unsigned", "repeat"]
"""What a receiver is sent when it is checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resend:
    """Send captures to a target, in order. Answer: tuple with the Outcome of each.

    Signed, `sign_with` names a secret of the provider; empty is the one that verified the capture, else its only one.
    With `broken` the signature is made bad in that way.
    """

    ids: tuple[int, ...]
    target: str
    as_: As = "received"
    sign_with: str = ""
    broken: Break | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDraft:
    """Send an edited request; the dispatch belongs to the capture `of`. Answer: tuple with its dispatch id.

    `file` holds the request as raw HTTP (head, empty line, body) in a folder that only the user can read; the engine
    removes it. Host and the fields that belong to the connection are set anew.
    """

    file: str = field(repr=False)
    of: int
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """Of what a sample was made when it was shown: the same ids, times and amounts come of it again."""

    number: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SendSample:
    """Make a sample event, sign it now and send it. Answer: SampleSent.

    `event` is an event of our samples or the title of one of the user's own. `sets` are assignments as `trigger --set`
    takes them (`path=text`, `path:=json`). Where `body_file` names a file its bytes are the body instead; the engine
    removes it. `secret` names a stored secret of the provider; empty is the sample secret. With no `target` it goes to
    the own address. With `broken` the signature is made bad in that way. With a `seed` it is the one that was shown.
    """

    provider: str
    event: str
    target: str = ""
    sets: tuple[str, ...] = ()
    body_file: str = field(default="", repr=False)
    secret: str = ""
    broken: Break | None = None
    seed: Seed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSent:
    """What came back for a sample. `body` is the first 64 KiB of the response, `error` a sentence where none came."""

    url: str
    status: int | None
    duration_ms: float | None
    headers: Headers = NO_HEADERS
    body: bytes = b""
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepSample:
    """Keep a capture as a sample of the user's own. Answer: None."""

    of: int
    title: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSample:
    """Forget a sample of the user's own. Answer: None."""

    provider: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPublicKey:
    """Answer: the public half of the key pair that samples of the provider are signed with, as text."""

    provider: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReceiver:
    """Send a good event, bad ones and a repeat to one address. Answer: ReceiverChecked.

    The event is the capture `of`, else the sample `event` of the provider.
    """

    target: str
    of: int | None = None
    provider: str = ""
    event: str = ""
    secret: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One step of a check: what the receiver should do and did."""

    step: Step
    accepts: bool
    """Whether it should take it: answer with a status of 2xx."""
    status: int | None = None
    duration_ms: float | None = None
    error: str | None = None
    """Why there is no response, or no complete one."""
    left_out: str | None = None
    """Why this step means nothing for the provider; then nothing was sent."""

    @property
    def took(self) -> bool:
        """Whether the receiver took it."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def passed(self) -> bool:
        """Whether the receiver did what it should; a step that was left out counts as passed."""
        if self.left_out is not None:
            return True
        return self.status is not None and self.took is self.accepts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiverChecked:
    """What came of a check."""

    provider: str
    event: str
    target: str
    """The whole URL."""
    secret: str
    """The name of the secret that signed."""
    lines: tuple[CheckLine, ...]

    @property
    def passed(self) -> bool:
        """Whether the receiver did in every step what it should."""
        return all(line.passed for line in self.lines)


SendingWish: TypeAlias = Resend | SendDraft | SendSample | KeepSample | RemoveSample | ShowPublicKey | CheckReceiver
SendingAnswer: TypeAlias = SampleSent | ReceiverChecked | tuple[Outcome, ...]
