"""Commands of the listener: stop, start, what senders are told, secrets."""

from collections.abc import Callable

from shiboken6 import isValid

from inspector.core.messages import RemoveSecret, RevealSecret
from inspector.core.response import reason
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.views.secrets_dialog import SecretsDialog
from inspector.gui.views.toolbar import DEFAULT, STATUSES


def show_secrets(desk: Desk) -> None:
    """The list of secrets, with adding, removing and showing."""
    dialog = SecretsDialog(desk.window.faces, desk.window.providers, desk.window)
    dialog.show_health(desk.asking.engine.health)
    desk.window.health_shown.connect(dialog.show_health)
    dialog.add_wanted.connect(desk.secret_giving.give)
    dialog.remove_wanted.connect(lambda provider, name: desk.asking.send(RemoveSecret(provider=provider, name=name)))
    dialog.reveal_wanted.connect(
        lambda provider, name: desk.asking.start(reveal(desk, dialog, provider, name), name="showing a secret")
    )
    dialog.open()


async def reveal(desk: Desk, dialog: SecretsDialog, provider: str, name: str) -> None:
    """Fetch a value and show it, if the dialog is still open."""
    value = await desk.asking.answer(RevealSecret(provider=provider, name=name), str)
    if value is not None and isValid(dialog):
        dialog.show_value(value)


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
    Command(name="secrets", text="Secrets…", menu="listener", run=show_secrets, needs="engine", begins=True),
)  # fmt: skip
