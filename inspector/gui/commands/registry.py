"""Every command, in the order in which menus show them."""

from inspector.gui.commands.capture_commands import CAPTURE_COMMANDS
from inspector.gui.commands.command import Command
from inspector.gui.commands.copy_commands import COPY_COMMANDS
from inspector.gui.commands.file_commands import FILE_COMMANDS
from inspector.gui.commands.help_commands import HELP_COMMANDS
from inspector.gui.commands.listener_commands import LISTENER_COMMANDS
from inspector.gui.commands.view_commands import VIEW_COMMANDS

COMMANDS: tuple[Command, ...] = (
    *FILE_COMMANDS,
    *CAPTURE_COMMANDS,
    *COPY_COMMANDS,
    *VIEW_COMMANDS,
    *LISTENER_COMMANDS,
    *HELP_COMMANDS,
)

LINE = ""
ROW_MENU: tuple[str, ...] = (
    "resend", "resend-other", LINE,
    *(command.name for command in COPY_COMMANDS if command.within), "copy-text", LINE,
    "pin", "export-selection", LINE,
    "remove",
)  # fmt: skip
"""What stands in the menu of a row, by name, and the lines between."""


def find(name: str) -> Command:
    """The command of a name. Raises KeyError."""
    return _BY_NAME[name]


_BY_NAME = {command.name: command for command in COMMANDS}
