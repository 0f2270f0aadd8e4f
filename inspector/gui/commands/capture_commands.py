"""Commands over captures: send again, pin, remove."""

from inspector.core.messages import MarkRead, Pin
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk


def resend(desk: Desk) -> None:
    """To the named target."""
    desk.resending.resend(desk.selection.ids())


def resend_other(desk: Desk) -> None:
    """To a target that is asked for."""
    desk.resending.resend_other(desk.selection.ids())


def edit(desk: Desk) -> None:
    """Edit the capture in the detail, or the newest that is selected."""
    ids, shown = desk.selection.ids(), desk.selection.shown
    if ids:
        desk.editing.edit(shown.id if shown is not None and shown.id in ids else ids[0])


def pin(desk: Desk) -> None:
    """Pin what is selected, or take the pins away where the first has one."""
    ids = desk.selection.ids()
    shown = desk.selection.shown
    pinned = shown is not None and shown.id in ids and shown.pinned
    desk.asking.send(Pin(ids=ids, pinned=not pinned))


def mark_all_read(desk: Desk) -> None:
    """Everything has been seen."""
    desk.asking.send(MarkRead(ids=None))


def remove(desk: Desk) -> None:
    """Remove what is selected and go on with the next below."""
    ids = desk.selection.ids()
    desk.removing.remove(ids)


def remove_all_but_pinned(desk: Desk) -> None:
    """Remove everything without a pin."""
    desk.removing.remove_all_but_pinned()


def undo(desk: Desk) -> None:
    """Bring back what was removed last."""
    desk.removing.undo()


CAPTURE_COMMANDS: tuple[Command, ...] = (
    Command(
        name="resend", text="Resend", menu="capture", run=resend, keys=("Ctrl+R",), letters=("R",),
        needs="selection",
    ),
    Command(name="resend-other", text="Resend to…", menu="capture", run=resend_other, needs="selection"),
    Command(name="edit", text="Edit and resend…", menu="capture", run=edit, letters=("E",), needs="selection"),
    Command(
        name="pin", text="Pin or unpin", menu="capture", run=pin, keys=("Ctrl+P",), letters=("M",),
        needs="selection", begins=True,
    ),
    Command(name="mark-all-read", text="Mark all as read", menu="capture", run=mark_all_read, needs="captures"),
    Command(name="undo", text="Undo removal", menu="edit", run=undo, keys=("Ctrl+Z",)),
    Command(
        name="remove", text="Remove", menu="edit", run=remove, keys=("Del",), needs="selection", begins=True,
    ),
    Command(
        name="remove-all", text="Remove all but pinned", menu="edit", run=remove_all_but_pinned,
        keys=("Ctrl+Shift+Del",), needs="captures",
    ),
)  # fmt: skip
