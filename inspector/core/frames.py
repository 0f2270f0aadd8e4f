"""What is written to the pipe between the window and its engine: facts, and wishes with their answers."""

from dataclasses import dataclass
from typing import TypeAlias

from inspector.core.messages import Fact
from inspector.core.wishes import Answer, Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A wish with the number that its answer will carry."""

    number: int
    wish: Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The answer to a call, or the sentence and exit code of the error that took its place."""

    number: int
    answer: Answer = None
    error: str | None = None
    exit_code: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quit:
    """Finish the writes and stop."""


Frame: TypeAlias = Fact | Call | Done | Quit
