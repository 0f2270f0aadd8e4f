"""How a signature was made, for the Signature page: the recipe with its values, the signed parts, code."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPart:
    """One part of the bytes that are signed."""

    text: str
    """On one line, shortened; empty of the body."""
    what: str
    """What it is, in words: `body`, a header, `t of Stripe-Signature`; empty of what the recipe adds."""
    size: int
    """In bytes."""
    place: str = ""
    """Where it stands on the request: `body`, `header:NAME`, `json:PATH`, `form:NAME`; empty where nowhere."""
    span: tuple[int, int] | None = None
    """Of a value in the body: its first byte there and the one behind it, in the body as it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What the Signature page shows beside the digests. Nothing of it is stored, and no secret is in it."""

    words: str = ""
    """The recipe as a sentence."""
    formula: str = ""
    """The recipe with the values of this capture."""
    parts: tuple[SignedPart, ...] = ()
    size: int = 0
    """Bytes that are signed, all parts together."""
    sha256: str = ""
    """Of these bytes; empty where nothing is signed."""
    secret: str = ""
    """Name of the secret that matched."""
    age: str = ""
    """When it was signed and how long the provider's library lets that be, as a sentence."""
    sources: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    snippets: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Code that verifies this capture, by the id of its language."""
    no_snippet: str = ""
    """Why there is none, as a sentence."""
