"""The command that mends a failure, as its button does."""

from inspector.gui.commands.command import Command
from inspector.gui.mending import can_mend, mend_shown

MEND_COMMANDS: tuple[Command, ...] = (
    Command(
        name="mend", text="Mend the signature", menu="capture", run=mend_shown, needs="selection", possible=can_mend
    ),
)
