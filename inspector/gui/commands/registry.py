"""Every command, in the order in which menus show them."""

from inspector.gui.commands.app_commands import APP_COMMANDS
from inspector.gui.commands.capture_commands import CAPTURE_COMMANDS
from inspector.gui.commands.command import Command
from inspector.gui.commands.copy_commands import COPY_COMMANDS
from inspector.gui.commands.custom_commands import CUSTOM_COMMANDS
from inspector.gui.commands.file_commands import FILE_COMMANDS, LAST_COMMANDS, WRITTEN
from inspector.gui.commands.filter_commands import FILTER_COMMANDS
from inspector.gui.commands.help_commands import HELP_COMMANDS
from inspector.gui.commands.key_commands import KEY_COMMANDS
from inspector.gui.commands.listener_commands import LISTENER_COMMANDS
from inspector.gui.commands.mend_commands import MEND_COMMANDS
from inspector.gui.commands.part_commands import PART_COMMANDS
from inspector.gui.commands.receiver_commands import RECEIVER_COMMANDS
from inspector.gui.commands.sample_commands import SAMPLE_COMMANDS
from inspector.gui.commands.settings_commands import SETTINGS_COMMANDS
from inspector.gui.commands.table_commands import TABLE_COMMANDS
from inspector.gui.commands.view_commands import VIEW_COMMANDS

COMMANDS: tuple[Command, ...] = (
    *FILE_COMMANDS,
    *CAPTURE_COMMANDS,
    *APP_COMMANDS,
    *CUSTOM_COMMANDS,
    *KEY_COMMANDS,
    *MEND_COMMANDS,
    *COPY_COMMANDS,
    *PART_COMMANDS,
    *VIEW_COMMANDS,
    *TABLE_COMMANDS,
    *FILTER_COMMANDS,
    *LISTENER_COMMANDS,
    *SETTINGS_COMMANDS,
    *SAMPLE_COMMANDS,
    *RECEIVER_COMMANDS,
    *HELP_COMMANDS,
    *LAST_COMMANDS,
)

LINE = ""
BELOW = "▸"
"""Before the title of a submenu."""
ROW_MENU: tuple[str, ...] = (
    "resend", BELOW + "Resend to", "resend-signed", BELOW + "Resend broken", "edit", LINE,
    BELOW + "Copy as", BELOW + "Copy", "copy-text", LINE,
    BELOW + "Filter for", BELOW + "Filter out", LINE,
    "pin", "note", "make-sample", LINE,
    "save-body", BELOW + "Export", LINE,
    "remove",
)  # fmt: skip
"""What stands in the menu of a row: names of commands, titles of submenus, and lines between."""
ROW_EXPORTS: tuple[str, ...] = ("export-selection", *(f"export-{format.name}" for format in WRITTEN))
"""In the menu of a row Export is about that row alone."""


def find(name: str) -> Command:
    """The command of a name. Raises KeyError."""
    return _BY_NAME[name]


_BY_NAME = {command.name: command for command in COMMANDS}
