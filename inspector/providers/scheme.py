"""How a provider signs, as data: the one recipe that checks signatures and makes them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Literal

from inspector.core.clock import EPOCH, from_text, to_micros
from inspector.core.request import Request
from inspector.providers.digests import Algorithm, Encoding, KeyForm
from inspector.providers.layout import Layout
from inspector.providers.message import BODY, Message, Part
from inspector.providers.place import Place
from inspector.providers.subject import Subject
from inspector.providers.web_token import TokenClaims

Unit = Literal["s", "ms", "s or ms", "iso8601"]

STEPS = ("s", "ms", "µs", "ns")
"""Units in which programs count time, each a thousandth of the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timestamp:
    """When a request was signed, and how far from its arrival the provider's library lets that be."""

    part: str
    """Name of the part of the message that is the time, or of a field in the signature's header."""
    place: Place | None = None
    """Where the time stands, if it is no part of the message by itself."""
    unit: Unit = "s"
    tolerance_s: float | None = None
    future: bool = True
    """Whether the library refuses a time that is too far ahead, as it refuses an old one."""
    until: str = ""
    """Name of the field that says until when the signature holds: `exp` of a JSON Web Token."""
    step: int | None = field(init=False)
    """Which of `STEPS` the unit is; None where it is none of them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "step", STEPS.index(self.unit) if self.unit in STEPS else None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scheme:
    """One way in which a provider signs. Equal only to itself, which makes it a quick key of caches."""

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
    when: tuple[tuple[Place, str], ...] = ()
    """Wildcards that places fit where this scheme was used, one of several that write into the same place. When it
    signs, such a place is given the text without its asterisks."""
    url_forms: Callable[[str], tuple[str, ...]] | None = None
    """Of a URL that counts, all the ways in which the provider's library takes it."""
    every: Place | None = None
    """Of a token that each row of a list shows, its place with a `*` for the index: all of them have to match."""
    covers: Callable[[Subject], bool] | None = None
    """Whether the body of a request is signed, where that depends on the request."""
    repeats: bool = False
    """Whether a header field that comes several times holds a signature each time, with commas where the list is
    written in one."""
    also: tuple[Place, ...] = ()
    """Further places of signatures by the same recipe, with other keys."""
    claims: TokenClaims | None = None
    """Of a JSON Web Token: what it has to say."""
    unsigned: tuple[bytes, ...] = ()
    """What the provider writes in the signature's place when it has no secret to sign with."""
    setting: str = ""
    """Name of a part of the message that is neither secret nor on the request, but known to both sides: its value is
    given like a secret, beside the key."""
    secret_starts: tuple[str, ...] = ()
    """How a secret begins that this scheme signs with, where a provider has several schemes."""
    alongside: bool = False
    """Whether the provider sends this signature beside that of its first scheme."""

    prepare: Callable[[Request, datetime], Request] | None = None
    """What the provider adds to a request before it signs it, when that is more than header fields."""
    each: Place | None = None
    """A list of the document whose members are signed one by one; `place` and `message` are those of the first."""
    put: Callable[[Request, str], Request] | None = None
    """Puts a signature where `place` and `layout` alone do not tell how."""

    # Asked for every request, so they are computed once a scheme.
    covers_body: bool = field(init=False)
    """Whether a match says anything about the body."""
    signs_url: bool = field(init=False)
    """Whether the URL that the sender called is part of what is signed."""
    is_asymmetric: bool = field(init=False)
    """Whether a public key checks it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "covers_body", self._covers_body())
        object.__setattr__(self, "signs_url", self._signs_url())
        object.__setattr__(self, "is_asymmetric", "public" in self.keys or "whpk" in self.keys)

    def _covers_body(self) -> bool:
        if self.claims is not None:
            return self.place.kind == "body" or any(claim.of == "body" for claim in self.claims.hashes)
        return self.message.covers_body and self.algorithm != "token"

    def _signs_url(self) -> bool:
        if self.claims is not None and any(claim.of == "url" for claim in self.claims.hashes):
            return True
        return self.message.signs_url

    @property
    def time_part(self) -> Part | None:
        """The part of the message that is the time."""
        if self.timestamp is None:
            return None
        return next((part for part in self.message.parts if part.name == self.timestamp.part), None)


@lru_cache(maxsize=1024)
def step_of(raw: bytes) -> int | None:
    """Which of `STEPS` a number counts that is a time of our days, told by its digits; None where it is no number."""
    return min(3, max(0, (len(raw) - 9) // 3)) if raw.isdigit() and len(raw) < 20 else None


@lru_cache(maxsize=1024)
def read_time(raw: bytes, unit: Unit) -> datetime | None:
    """The moment that a header names, or None where it is no time, or one outside the years 1 to 9999."""
    try:
        if unit == "iso8601":
            return from_text(raw.decode("latin-1"))
        if not raw.removeprefix(b"-").isdigit() or len(raw) > 20:
            return None
        number = int(raw)
        if unit == "s or ms":
            unit = "ms" if len(raw) > 11 else "s"
        return datetime.fromtimestamp(number, UTC) if unit == "s" else EPOCH + timedelta(milliseconds=number)
    except (ValueError, OverflowError, OSError):
        return None


def write_time(moment: datetime, unit: Unit) -> str:
    """A moment as a header gives it; where both units are read, in milliseconds, which all of those send."""
    if unit == "iso8601":
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return str(to_micros(moment) // (1_000_000 if unit == "s" else 1000))
