"""What a command is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from inspector.gui.commands.desk import Desk

Menu = Literal["file", "edit", "capture", "view", "listener", "help"]
Needs = Literal["nothing", "selection", "captures", "engine"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something the user can do, in a menu and with keys."""

    name: str
    text: str
    menu: Menu
    run: Callable[[Desk], None]
    keys: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    """Keys without a modifier; they act only where no text is edited, and one switch turns them off."""
    needs: Needs = "nothing"
    possible: Callable[[Desk], bool] | None = None
    """Whether it can be done now, where `needs` does not say enough; not asked before that holds."""
    checked: Callable[[Desk], bool] | None = None
    """For what is on or off."""
    within: str = ""
    """The submenu that it stands in, here and in the menu of a row."""
    begins: bool = False
    """A line stands above it."""
