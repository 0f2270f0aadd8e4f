"""What the window asks about an app that refuses what is valid here, and the answer. Never a body: a file holds it."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckApp:
    """Name what an app did with the body of a capture. Answer: AppAnswer. Nothing of it is stored.

    `given` is the line that the app printed, a digest or a length, up to 4,096 characters. A body stands in a file:
    `file` is one of the user's, `draft` one that only the user can read, with pasted text, which the engine removes.
    """

    id: int
    framework: str = ""
    given: str = field(default="", repr=False)
    file: str = field(default="", repr=False)
    draft: str = field(default="", repr=False)


AppStatus: TypeAlias = Literal["same", "found", "hint", "different", "unknown"]
"""The same bytes · made again, so proved · only a length fits · other bytes · a digest that fits nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppAnswer:
    """What an app did with a body."""

    status: AppStatus
    title: str
    advice: str = ""
    difference: str = ""
    """Where the bytes begin to differ, as a sentence."""
    tried: int = 0
