"""What one language is: a name, and a function that writes code."""

from collections.abc import Callable
from dataclasses import dataclass

from inspector.providers.snippets.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language."""

    id: str
    name: str
    file: str
    """What the file may be called."""
    write: Callable[[Plan], str]
    """The whole program."""
