"""What commands do to captures: in the store, at a target, on the clipboard, in a file."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from inspector.core.capture import Capture
from inspector.core.sending_wishes import SendSample
from inspector.formats.registry import FORMATS
from inspector.gui.models.columns import COLUMNS
from inspector.gui.views.app_check_dialog import AppCheckDialog
from inspector.gui.views.note_dialog import NoteDialog
from inspector.gui.views.target_dialog import TargetDialog
from inspector.store.store import Store
from tests.gui.stage import until
from tests.gui.whole.scene import Scene

Check = Callable[[Scene], Awaitable[None]]
WRITTEN = [one for one in FORMATS if one.write is not None]


async def is_so(s: Scene, holds: Callable[[Capture], bool]) -> bool:
    """Whether the selected capture is so in the store."""
    return holds(await s.stored())


async def none_of(s: Scene, filter: str) -> bool:
    """Whether nothing in the store matches."""
    return await s.count(filter) == 0


async def gone(s: Scene, id: int) -> bool:
    """Whether the store lists a capture no more."""
    return not await s.exists(id)


async def as_many(s: Scene, filter: str, count: int) -> bool:
    """Whether so many in the store match."""
    return await s.count(filter) == count


async def resend(s: Scene) -> None:
    """The target gets the body, byte for byte."""
    s.desk.habits.name_target(s.target)
    s.bodies.clear()
    await s.act()
    await until(lambda: s.bodies)
    assert s.bodies == [(await s.stored()).request.body.read()]


async def resend_signed(s: Scene) -> None:
    """Nothing is sent, since no secret is there to sign with; a notice says so."""
    s.desk.habits.name_target(s.target)
    s.bodies.clear()
    await s.act()
    await until(lambda: any("secret of GitHub" in notice.text for notice in s.window.notices.notices()))
    assert s.bodies == []


async def check_app(s: Scene) -> None:
    """On a capture that is valid, here a sample, the dialog opens and says what an app did."""
    before = await s.count("")
    await s.desk.asking.engine.ask(SendSample(provider="github", event="push"))
    await until(lambda: s.window.model.rowCount() == before + 1)
    shown = await s.select(0)
    assert shown.judgement.verdict.status == "valid"
    await s.act()
    dialog = await s.dialog(AppCheckDialog)
    dialog.field.setPlainText(shown.request.body.sha256)
    await until(lambda: "the same" in dialog.answer.title.text())
    dialog.close()


async def resend_other(s: Scene) -> None:
    """It asks where to, and sends there."""
    s.bodies.clear()
    await s.act()
    await s.write(await s.dialog(TargetDialog), s.target, "Send")
    await until(lambda: s.bodies)


async def resend_to(s: Scene) -> None:
    """The target of the entry gets the body."""
    s.bodies.clear()
    await s.act()
    await until(lambda: s.bodies)


async def copy_header(s: Scene) -> None:
    """The value of a header is on the clipboard."""
    values = [value for _, value in (await s.stored()).request.headers.texts()]
    await s.act()
    await until(lambda: s.clipboard)
    assert s.clipboard in values


async def copy_path(s: Scene) -> None:
    """The path of a value in the body is on the clipboard."""
    await s.act()
    await until(lambda: s.clipboard)
    assert s.clipboard in ("zen", "number", "other")


async def pin(s: Scene) -> None:
    """The pin stands in the store; it is taken away again."""
    before = (await s.stored()).pinned
    await s.act()
    await s.holds(lambda: is_so(s, lambda capture: capture.pinned is not before))


async def note(s: Scene) -> None:
    """What is written is kept."""
    await s.act()
    dialog = await s.dialog(NoteDialog)
    dialog.field.setPlainText("ask Ada")
    s.click(dialog, "Keep note")
    await s.holds(lambda: is_so(s, lambda capture: capture.note == "ask Ada"))


async def mark_all_read(s: Scene) -> None:
    """Nothing is left unread."""
    await s.post()
    assert await s.count("is:unread")
    await s.act()
    await s.holds(lambda: none_of(s, "is:unread"))


async def remove(s: Scene) -> None:
    """It is gone from the store, and comes back when that is undone."""
    id = s.id
    await s.act()
    await s.holds(lambda: gone(s, id))
    await until(s.window.notices.notices)
    s.desk.removing.undo()
    await s.holds(lambda: s.exists(id))
    await until(lambda: s.window.model.row_of(id) is not None)


async def undo(s: Scene) -> None:
    """What was removed is back."""
    id = s.id
    s.desk.removing.remove((id,))
    await s.holds(lambda: gone(s, id))
    await until(lambda: s.window.notices.notices() and s.window.model.row_of(id) is None)
    await s.act()
    await s.holds(lambda: s.exists(id))
    await until(lambda: s.window.model.row_of(id) is not None)


async def remove_all(s: Scene) -> None:
    """Only what has a pin stays; undone, all is back."""
    if not (await s.stored()).pinned:
        s.parts.desktop.actions.by_name["pin"].trigger()
        await s.holds(lambda: is_so(s, lambda capture: capture.pinned))
    total, pinned = await s.count(""), await s.count("is:pinned")
    await s.act()
    await s.holds(lambda: as_many(s, "", pinned))
    await until(s.window.notices.notices)
    s.desk.removing.undo()
    await s.holds(lambda: as_many(s, "", total))
    await until(lambda: s.window.model.rowCount() == total == s.window.total)


def copies(*parts: str) -> Check:
    """These stand on the clipboard."""

    async def check(s: Scene) -> None:
        await s.act()
        await until(lambda: s.clipboard)
        assert [part for part in parts if part not in s.clipboard] == []

    return check


async def copy_url(s: Scene) -> None:
    """The address of the listener is on the clipboard."""
    await s.act()
    assert s.clipboard == s.url


async def copy_body(s: Scene) -> None:
    """The body is on the clipboard, whole."""
    await s.act()
    await until(lambda: s.clipboard)
    assert s.clipboard.encode() == (await s.stored()).request.body.read()


async def copy_cell(s: Scene) -> None:
    """The text of the cell under the cursor is on the clipboard."""
    await s.act()
    column = COLUMNS[s.window.table.currentIndex().column()]
    row = s.window.model.cache.peek(s.id)
    assert row is not None
    assert s.clipboard == column.text(row)


def exports_as(suffix: str) -> Check:
    """A file of this format is written."""

    async def check(s: Scene) -> None:
        path = s.folder / "out"
        written = path.with_name("out" + suffix)
        written.unlink(missing_ok=True)
        await s.act()
        await s.choose_file(path)
        await until(lambda: written.exists() and written.stat().st_size)

    return check


def exports(*, every: bool) -> Check:
    """A file with the selected capture, or with every one, is written."""

    async def check(s: Scene) -> None:
        path = s.folder / "all.jsonl"
        path.unlink(missing_ok=True)
        await s.act()
        await s.choose_file(path)
        await until(path.exists)
        assert len(path.read_text().splitlines()) == (await s.count("") if every else 1)

    return check


async def import_file(s: Scene) -> None:
    """The captures of a file are in the store."""
    total = await s.count("")
    path: Path = s.folder / "in.jsonl"
    jsonl = next(one for one in WRITTEN if one.name == "jsonl")
    assert jsonl.write is not None
    path.write_bytes(b"".join(jsonl.write([await s.stored()])))
    await s.act()
    await s.choose_file(path)
    await s.holds(lambda: as_many(s, "is:import", 1))
    await until(lambda: s.window.total == total + 1)
    s.desk.removing.remove((s.window.model.id_at(0),))
    await s.holds(lambda: as_many(s, "", total))


async def save_body(s: Scene) -> None:
    """The file holds the bytes as they came."""
    path = s.folder / "body"
    path.unlink(missing_ok=True)
    await s.act()
    await s.choose_file(path)
    await until(path.exists)
    assert path.read_bytes() == (await s.stored()).request.body.read()


def starts(*, asks: bool) -> Check:
    """The program is started once more, over another store."""

    async def check(s: Scene) -> None:
        path = s.folder / "other.db"
        Store.open(path).close()
        started: list[Sequence[str]] = []

        def start(arguments: Sequence[str]) -> bool:
            started.append(arguments)
            return True

        # A second program would have a window that nobody closes.
        s.desk.stores._start = start
        await s.act()
        if asks:
            await s.choose_file(path)
        await until(lambda: started)
        assert str(path) in started[0]
        await until(lambda: s.desk.stores.recent() == (str(path),))

    return check


async def forget_stores(s: Scene) -> None:
    """None is offered any more."""
    s.desk.habits.change({"recent_stores": (str(s.folder / "other.db"),)})
    await s.act()
    await until(lambda: s.desk.stores.recent() == ())
