"""Commands of the listener: stop, start, what senders are told."""

from collections.abc import Callable

from inspector.core.response import reason
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.views.toolbar import DEFAULT, STATUSES


def respond(status: int) -> Callable[[Desk], None]:
    """Tells every sender this status from now on."""
    return lambda desk: desk.listening.respond_with(status)


def is_told(status: int) -> Callable[[Desk], bool]:
    """Whether senders are told this status now."""

    def told(desk: Desk) -> bool:
        chosen = desk.asking.engine.health.response
        return (chosen.status if chosen is not None else DEFAULT) == status

    return told


LISTENER_COMMANDS: tuple[Command, ...] = (
    Command(
        name="listen", text="Stop or start listening", menu="listener", run=lambda desk: desk.listening.toggle(),
        keys=("Ctrl+E",), needs="engine",
    ),
    *(
        Command(
            name=f"respond-{status}", text=f"{status}  {reason(status)}", menu="listener", within="Response",
            run=respond(status), checked=is_told(status), needs="engine",
        )
        for status in STATUSES
    ),
)  # fmt: skip
