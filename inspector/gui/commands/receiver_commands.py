"""Commands about the app that receives events."""

from inspector.core.sending_wishes import CheckReceiver
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.commands.sample_commands import is_of_a_provider, offered
from inspector.gui.views.receiver_dialog import CaptureBase, ReceiverDialog, ReceiverDraft


def open_receiver(desk: Desk) -> None:
    """The dialog that checks a receiver; one that is open comes to the front."""
    open_already = desk.window.findChild(ReceiverDialog)
    if open_already is not None:
        open_already.raise_()
        open_already.activateWindow()
        return
    settings = desk.habits.settings
    dialog = ReceiverDialog(
        desk.window.faces,
        offered(desk.paths.own_samples),
        base_of(desk),
        health=desk.asking.engine.health,
        target=settings.target,
        recent=settings.recent_targets,
        parent=desk.window,
    )
    dialog.check_wanted.connect(lambda draft: desk.receiver_checks.check(wish_of(draft), dialog))
    dialog.open()


def base_of(desk: Desk) -> CaptureBase | None:
    """The capture in the detail, where its sender is known."""
    shown = desk.selection.shown
    if shown is None or not is_of_a_provider(desk):
        return None
    judgement = shown.judgement
    verdict = judgement.verdict
    return CaptureBase(
        id=shown.id, provider=judgement.provider or "", event=judgement.event or "",
        secret=(verdict.secret or "") if verdict.matches else "",
    )  # fmt: skip


def wish_of(draft: ReceiverDraft) -> CheckReceiver:
    """What the engine is asked for."""
    return CheckReceiver(
        target=draft.target,
        of=draft.of,
        provider="" if draft.of is not None else draft.provider,
        event=draft.event,
        secret=draft.secret,
    )


RECEIVER_COMMANDS: tuple[Command, ...] = (
    Command(name="test-receiver", text="Test my receiver…", menu="listener", run=open_receiver, needs="engine"),
)
