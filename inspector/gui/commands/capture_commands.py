"""Commands over captures: send again, pin, remove."""

from collections.abc import Sequence

from inspector.core.messages import MarkRead, SetNote
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.commands.file_commands import ask_body_file
from inspector.gui.commands.signing_commands import SIGNING_COMMANDS
from inspector.gui.views.note_dialog import NoteDialog


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
    """Pin what is selected, or take the pins away where all of it has one."""
    ids = desk.selection.ids()
    desk.pinning.toggle(ids, (row for id in ids if (row := desk.window.model.cache.peek(id)) is not None))


def note(desk: Desk) -> None:
    """Ask for the note of what is selected."""
    ids, shown = desk.selection.ids(), desk.selection.shown
    if not ids:
        return
    before = shown.note if shown is not None and ids == (shown.id,) else ""
    dialog = NoteDialog(len(ids), before, desk.window)
    dialog.given.connect(lambda text: desk.asking.start(keep_note(desk, ids, text), name="noting"))
    dialog.open()


async def keep_note(desk: Desk, ids: Sequence[int], text: str) -> None:
    """Give captures a note, one after another; where one cannot be kept the rest is not tried."""
    for id in ids:
        if not await desk.asking.done(SetNote(id=id, note=text)):
            return


def save_body(desk: Desk) -> None:
    """Ask where the body of the capture in the detail is to be saved."""
    if desk.selection.shown is not None:
        ask_body_file(desk, desk.selection.shown.id)


def has_body(desk: Desk) -> bool:
    """Whether one capture is selected that has a body."""
    shown = desk.selection.shown
    return shown is not None and desk.selection.ids() == (shown.id,) and shown.request.body.size > 0


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
    Command(
        name="resend-other", text="Other…", menu="capture", within="Resend to", run=resend_other, needs="selection",
    ),
    *SIGNING_COMMANDS,
    Command(name="edit", text="Edit and resend…", menu="capture", run=edit, letters=("E",), needs="selection"),
    Command(
        name="pin", text="Pin or unpin", menu="capture", run=pin, keys=("Ctrl+P",), letters=("M",),
        needs="selection", begins=True,
    ),
    Command(name="note", text="Note…", menu="capture", run=note, letters=("N",), needs="selection"),
    Command(
        name="save-body", text="Save body…", menu="file", run=save_body, needs="selection", possible=has_body,
        begins=True,
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
