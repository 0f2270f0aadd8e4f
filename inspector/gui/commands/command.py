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
    shown_key: str = ""
    """A key that the list itself takes, named in the menu only."""
    needs: Needs = "nothing"
    checked: Callable[[Desk], bool] | None = None
    """For what is on or off."""
    within: str = ""
    """The submenu that it stands in."""
    begins: bool = False
    """A line stands above it."""
