"""What crosses the pipe between the window and its engine: facts down, wishes up. Never a body.

Facts are past participles, published by the engine; wishes are imperative, answered once each.
"""

from dataclasses import dataclass
from typing import TypeAlias

from inspector.core.long_work import Taken
from inspector.core.mend import Mend
from inspector.core.proof import Proof
from inspector.core.recipe import Recipe
from inspector.core.response import Response
from inspector.core.secret import NOWHERE, Keeping, SecretName


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """Captures were stored; the newest has `last_id`."""

    last_id: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Stored captures changed: those named (at most 1,000), or any where `ids` is None."""

    ids: tuple[int, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatched:
    """A capture was sent; the dispatch stands in the store."""

    id: int
    capture_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the engine is; published when something in it changed."""

    listening: tuple[str, ...] = ()
    """Base addresses, the main one first; empty while stopped."""
    exposed: bool = False
    """Other machines can reach the listener."""
    problem: str | None = None
    """A full sentence, while something is wrong (disk full, port taken)."""
    refused: int = 0
    """Requests answered with 503 since the start because they could not be stored."""
    response: Response | None = None
    """The response that the user chose; None for the default."""
    secrets: tuple[SecretName, ...] = ()
    keyring: str = ""
    """Where secrets are kept, in words: the keyring's name, or that they last for this session only."""
    keeping: Keeping = NOWHERE
    settings_seq: int = 0
    custom: tuple[Recipe, ...] = ()
    """The providers that the user described."""
    custom_problems: tuple[str, ...] = ()
    """A sentence for each entry of theirs that cannot be used."""


Fact: TypeAlias = Captured | Changed | Dispatched | Taken | Health


@dataclass(frozen=True, slots=True, kw_only=True)
class Listen:
    """Open the port. With `port` None the port of the settings, or the next free one."""

    host: str | None = None
    port: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StopListening:
    """Close the port; what has been accepted is answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetResponse:
    """Tell senders this from now on; None is the default response."""

    response: Response | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Remove captures by id, or those that match a filter when `ids` is None. Answer: Removed."""

    ids: tuple[int, ...] | None
    filter: str = ""
    keep_pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A token for undo, and how many went."""

    token: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    """Undo a removal. Answer: how many came back."""

    token: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """Set or clear the pin."""

    ids: tuple[int, ...]
    pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNote:
    """Write the user's note of a capture; empty removes it."""

    id: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRead:
    """These captures have been seen; None is all."""

    ids: tuple[int, ...] | None
    with_repeats: bool = False
    """Also the later arrivals of their deliveries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """Read captures from files. Answer: Imported."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How many captures were taken, and a sentence for each thing refused."""

    taken: int
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explain:
    """Check one capture now and explain at length. Answer: Explanation. Nothing of it is stored."""

    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The proof behind a verdict, for the Signature page."""

    received: str
    """The signature as it stands on the request, shortened where it is a token."""
    expected: str
    """What the secret gives for the bytes that came; empty where there is no secret."""
    signed: str
    """Which bytes are signed, in words, with size and SHA-256."""
    scheme: str
    """The recipe as a formula."""
    tried: str
    key_address: str = ""
    """Where the public key that is missing can be fetched, once the user allows it; empty: nowhere, or it is known."""
    proof: Proof | None = None
    """None where nothing is signed, or nobody knows how."""
    mend: Mend | None = None
    """What would mend the failure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSettings:
    """Write some settings; keys are field names of Settings."""

    values: tuple[tuple[str, str | int | float | bool | tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erase:
    """Stop, then remove what was kept; the last wish of a window that closes. Answer: None."""

    captures: bool = False
    secrets: bool = False
    settings: bool = False
