"""Send again, pin, mark, remove: what the engine is asked."""

from inspector.core.errors import ResourceError
from inspector.core.messages import Changed, MarkRead, Pin, Remove, Removed, Restore, SetNote
from inspector.core.sending_wishes import Resend
from inspector.gui.bridge import News
from inspector.gui.commands.capture_commands import keep_note
from inspector.gui.views.editing.edit_dialog import EditDialog
from inspector.gui.views.note_dialog import NoteDialog
from tests.gui.commands.conftest import Stage


def test_the_selection_is_pinned_and_unpinned(stage: Stage) -> None:
    """All that is selected, newest first; a second time the other way."""
    stage.select(8, 5)
    stage.run("pin")
    stage.loop.until(lambda: stage.engine.asked)
    assert stage.engine.asked == [Pin(ids=(8, 5), pinned=True)]

    stage.store.pin((8, 5), True)
    stage.do(lambda: stage.desktop.hear(News(changed=Changed(ids=(8, 5)))))
    cache = stage.window.model.cache
    stage.loop.until(lambda: all((row := cache.peek(id)) is not None and row.pinned for id in (8, 5)))
    stage.engine.asked.clear()
    stage.run("pin")
    stage.loop.until(lambda: stage.engine.asked)
    assert stage.engine.asked == [Pin(ids=(8, 5), pinned=False)]


def test_removal_and_undo(stage: Stage) -> None:
    """What is selected goes, and the next below is selected; undo asks for its return, and selects it again."""
    stage.engine.answers[Remove] = Removed(token=3, count=1)
    stage.engine.answers[Restore] = 1
    stage.select(5)
    stage.run("remove")
    stage.loop.until(lambda: stage.desk.selection.ids() == (4,))
    stage.run("undo")
    stage.loop.until(lambda: stage.desk.selection.ids() == (5,))
    stage.run("remove-all")
    stage.loop.until(lambda: Remove(ids=None, keep_pinned=True) in stage.engine.asked)

    asked = [wish for wish in stage.engine.asked if not isinstance(wish, MarkRead)]
    assert asked == [Remove(ids=(5,)), Restore(token=3), Remove(ids=None, keep_pinned=True)]


def test_resending_goes_to_the_named_target(stage: Stage) -> None:
    """Without one the dialog asks; with one the key sends."""
    stage.engine.answers[Resend] = ()
    stage.select(5)
    stage.do(lambda: stage.desk.habits.name_target("3000"))
    stage.run("resend")
    stage.loop.until(lambda: any(isinstance(wish, Resend) for wish in stage.engine.asked))

    assert [wish for wish in stage.engine.asked if isinstance(wish, Resend)] == [Resend(ids=(5,), target="3000")]


def test_a_capture_is_edited_in_a_window_of_its_own(stage: Stage) -> None:
    """The one in the detail, with the named target; the button beside Resend does the same, and names the key."""
    stage.do(lambda: stage.desk.habits.name_target("3000"))
    stage.select(5, 8)
    stage.press("edit")
    stage.loop.until(lambda: stage.window.findChildren(EditDialog))
    [dialog] = stage.window.findChildren(EditDialog)
    assert f"#{stage.desk.selection.shown.id if stage.desk.selection.shown else 0}" in dialog.windowTitle()
    assert dialog.line.target_text() == "3000"
    stage.do(lambda: dialog.done(0))

    header = stage.window.detail.header
    assert (header.resend.key(), header.edit.key()) == ("R", "E")
    stage.do(lambda: stage.desk.habits.allow_single_keys(False))
    assert (header.resend.key(), header.edit.key()) == ("", "")
    stage.do(header.edit.click)
    stage.loop.until(lambda: [one for one in stage.window.findChildren(EditDialog) if one.isVisible()])


def test_a_note_goes_to_all_that_is_selected(stage: Stage) -> None:
    """In one dialog; the note of a single one stands in it."""
    stage.store.set_note(5, "ask Ada")
    stage.select(5)
    stage.press("note")
    dialog = next(one for one in stage.window.findChildren(NoteDialog) if one.isVisible())
    assert dialog.field.toPlainText() == "ask Ada"
    stage.do(dialog.reject)

    stage.select(8, 5)
    stage.press("note")
    dialog = next(one for one in stage.window.findChildren(NoteDialog) if one.isVisible())
    assert dialog.field.toPlainText() == ""
    stage.do(lambda: dialog.given.emit("seen"))
    stage.do(dialog.reject)
    stage.loop.until(lambda: len(stage.engine.asked) == 2)
    assert stage.engine.asked == [SetNote(id=8, note="seen"), SetNote(id=5, note="seen")]


def test_where_one_note_cannot_be_kept_the_rest_is_not_tried(stage: Stage) -> None:
    """One sentence says why, not one for each."""
    stage.engine.answers[SetNote] = ResourceError("The disk is full.")
    stage.select(8, 5)
    stage.do(lambda: stage.desk.asking.start(keep_note(stage.desk, (8, 5), "seen"), name="noting"))
    stage.loop.until(stage.window.notices.notices)
    stage.loop.pause()

    assert stage.engine.asked == [SetNote(id=8, note="seen")]


def test_all_is_marked_as_read(stage: Stage) -> None:
    """Everything that anybody stored."""
    stage.run("mark-all-read")
    stage.loop.until(lambda: stage.engine.asked)

    assert stage.engine.asked == [MarkRead(ids=None)]
