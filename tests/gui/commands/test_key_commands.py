"""The command for a missing public key."""

from inspector.gui.commands.key_commands import KEY_COMMANDS
from inspector.gui.commands.registry import find


def test_it_is_in_the_menu_of_a_capture() -> None:
    """Only for one that could not be checked for want of a key."""
    (command,) = KEY_COMMANDS

    assert find("fetch-key") is command
    assert (command.menu, command.needs) == ("capture", "selection")
    assert command.possible is not None
