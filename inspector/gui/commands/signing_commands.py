"""Commands that send captures again with another signature."""

from collections.abc import Callable

from inspector.core.sending_wishes import Break
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk

BROKEN = "Resend broken"
WORDS: tuple[tuple[Break, str], ...] = (
    ("stale", "Too old"),
    ("future", "Too early"),
    ("tampered", "Changed on its way"),
    ("wrong-secret", "Signed with another secret"),
    ("unsigned", "Without a signature"),
)


def resend_signed(desk: Desk) -> None:
    """With a new signature and time, the same delivery id."""
    desk.signing.resend(desk.selection.ids(), desk.selection.shown)


def resend_broken(broken: Break) -> Callable[[Desk], None]:
    """With a signature that is bad in this way."""
    return lambda desk: desk.signing.resend(desk.selection.ids(), desk.selection.shown, broken)


SIGNING_COMMANDS: tuple[Command, ...] = (
    Command(
        name="resend-signed", text="Resend signed now", menu="capture", run=resend_signed, letters=("Shift+R",),
        needs="selection",
    ),
    *(
        Command(
            name=f"resend-{broken}", text=text, menu="capture", within=BROKEN, run=resend_broken(broken),
            needs="selection",
        )
        for broken, text in WORDS
    ),
)  # fmt: skip
