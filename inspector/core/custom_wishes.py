"""What the window asks about providers that the user describes, and the answers. Nothing of a trial is stored."""

from dataclasses import dataclass, field
from typing import TypeAlias

from inspector.core.recipe import Recipe
from inspector.core.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveProvider:
    """Keep a described provider, in place of the one named `replaces`. Answer: how many captures are judged again."""

    recipe: Recipe
    replaces: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveProvider:
    """Forget a described provider by its name. Answer: how many captures are judged again."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TryRecipe:
    """Check a recipe, and try it on a capture where there is one. Answer: Trial.

    Without `secret` those that are kept for the provider are tried.
    """

    recipe: Recipe
    id: int | None = None
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What a recipe says of a capture."""

    problem: str = ""
    """What is wrong with the recipe, or why it could not be tried, as a sentence."""
    where: str = ""
    """The field of the recipe that it is about."""
    formula: str = ""
    """The recipe in one line."""
    recognised: bool = False
    verdict: Verdict | None = None
    """None where no capture was asked about, or it is not recognised."""
    signed: str = ""
    """The first bytes of the signed message, on one line."""
    signed_size: int = 0
    signed_sha256: str = ""
    received: str = ""
    expected: str = field(default="", repr=False)
    event: str = ""
    delivery_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindScheme:
    """Search how a capture was signed, with a secret, or with all that are kept. Answer: SchemesFound."""

    id: int
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StopFinding:
    """Give up the search that is going on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundScheme:
    """One way in which a signature was made again, so proved."""

    recipe: Recipe
    words: str
    """In one line: `X-Acme-Signature: sha256=hex(HMAC-SHA256(secret, "{body}"))`."""
    secret: str
    """Name of the secret that matched."""
    covers_body: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemesFound:
    """What a search gave."""

    found: tuple[FoundScheme, ...] = ()
    tried: int = 0
    whole: bool = True
    """Whether all that there was to try was tried."""
    places: tuple[str, ...] = ()
    """Where something stands that has the size of a digest."""
    sentence: str = ""


CustomWish: TypeAlias = SaveProvider | RemoveProvider | TryRecipe | FindScheme | StopFinding
CustomAnswer: TypeAlias = Trial | SchemesFound
