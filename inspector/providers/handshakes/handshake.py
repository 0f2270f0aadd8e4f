"""What one handshake is, as data: how it is known, how it is answered, and under which conditions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from re import Pattern

from inspector.core.response import Response
from inspector.core.secret import Secret
from inspector.providers.payload import Payload
from inspector.providers.place import Place

LONGEST = 4096
"""Characters of a challenge that is sent back; documented ones are far shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A handshake that arrived, with all that its answer may depend on."""

    payload: Payload
    challenge: str
    """What is to be sent back or signed; empty where the handshake has none."""
    secrets: Mapping[str, tuple[Secret, ...]]
    """By provider, of those alone who ask like this."""
    verified: bool | None = None
    """Whether the request's own signature is valid; None where that could not be checked."""
    matched: str | None = None
    """The name of the secret that it is valid with."""
    url: str = ""
    """The URL under which the sender reached this endpoint, without a query; empty where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The documented response, and in a sentence what was told and why."""

    response: Response
    why: str
    provider: str = ""
    """Who asked, where only the answer's work told it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why it was not answered, with what the user can do about it."""

    why: str


Answer = Answered | Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Handshake:
    """One kind of test of an endpoint; all of its conditions hold together."""

    provider: str
    """Empty where several senders ask like this and cannot be told apart; `senders` names them."""
    name: str
    """How the sender is called in sentences."""
    kind: str
    answer: Callable[[Asked], Answer]
    senders: tuple[str, ...] = ()
    methods: tuple[str, ...] = ("POST",)
    header: str = ""
    """A header field that is there."""
    query: str = ""
    """A parameter of the query that is there."""
    form: str = ""
    """A field of a form that is there."""
    shows: tuple[tuple[Place, str], ...] = ()
    """Texts that places hold; an empty one is any that is not empty."""
    unless: tuple[str, ...] = ()
    """Header fields that are not there."""
    holds: Callable[[Payload], bool] | None = None
    """A condition that the others cannot say."""
    shared: bool = False
    """Others ask the same: it counts only where the provider was recognised otherwise, or is the expected one."""
    challenge: Place | None = None
    pattern: Pattern[str] | None = None
    """The documented form of the challenge, and the whole of it; another one is not answered."""
    guarded: bool = False
    """It is answered with the help of a secret: only where its provider is the expected one."""
    limited: bool = False
    """Its answer shows what a secret makes of the challenge: so many a minute, not more."""
    signed: bool = False
    """The provider signs it, and nobody else is answered."""
    unsigned: bool = False
    """The provider does not sign it, also where it signs everything else."""
    secret_at: Place | None = None
    """Where a secret arrives with it that later deliveries are signed with."""
    deadline_s: float | None = None
    """How long the sender waits for the answer, where its documentation says so."""

    @property
    def asks(self) -> tuple[str, ...]:
        """The ids of the providers who ask like this."""
        return self.senders or (self.provider,)
