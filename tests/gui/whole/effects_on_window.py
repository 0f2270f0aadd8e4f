"""What commands do in the window, and to the listener."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.core.messages import MarkRead
from inspector.gui import theme
from inspector.gui.models.columns import COLUMNS
from inspector.gui.models.sorting import Sort
from tests.gui.stage import until
from tests.gui.whole.effects_on_captures import Check
from tests.gui.whole.scene import COUNT, Scene


def opens(kind: type[QWidget]) -> Check:
    """A dialog of this kind is open."""

    async def check(s: Scene) -> None:
        await s.act()
        (await s.dialog(kind)).close()

    return check


async def focus_filter(s: Scene) -> None:
    """The keyboard is in the filter."""
    await s.act()
    await until(s.window.toolbar.filter.hasFocus)


def finds(*, backwards: bool) -> Check:
    """The word of the bar that finds is selected at its next place, or the one before."""

    async def check(s: Scene) -> None:
        s.window.detail.find_in_body()
        fields = [one for one in s.window.detail.body.findChildren(QLineEdit) if one.isVisible()]
        await until(fields[0].hasFocus)
        s.text.go_to(0, 0, 0)
        QTest.keyClicks(fields[0], "measures")
        await until(lambda: s.text.selection.end.column - s.text.selection.start.column == len("measures"))
        first = s.text.selection.start
        if backwards:
            s.window.detail.find_next()
            await until(lambda: s.text.selection.start > first)
        await s.act()
        await until(lambda: s.text.selection.start == first if backwards else s.text.selection.start > first)

    return check


def steps(by: int) -> Check:
    """The row so many below is selected."""

    async def check(s: Scene) -> None:
        row = s.window.model.row_of(s.id)
        assert row is not None
        await s.act()
        await until(lambda: s.window.model.row_of(s.id) == row + by)

    return check


def to_unread(*, older: bool) -> Check:
    """The next one that nobody has seen is selected."""

    async def check(s: Scene) -> None:
        # Awaited: one that is still on its way would mark what is posted next.
        await s.parts.bridge.ask(MarkRead(ids=None))
        await s.post()
        unread = s.window.model.id_at(0)
        if older:
            await s.post()
            await s.select(0)
        else:
            await s.select(3)
        await s.act()
        await until(lambda: s.id == unread)

    return check


async def follow(s: Scene) -> None:
    """The list is with the newest again."""
    s.desk.following.let_go()
    await s.act()
    assert s.desk.following.follows


async def freeze(s: Scene) -> None:
    """The list is held."""
    await s.act()
    await until(lambda: s.desk.following.frozen)
    s.desk.following.resume()


async def leave(s: Scene) -> None:
    """From the detail the keyboard is back in the list."""
    s.window.detail.focus_page()
    await until(lambda: s.window.in_detail)
    await s.act()
    await until(s.window.table.hasFocus)


async def find_bar(s: Scene) -> None:
    """In the body it is the body that is searched."""
    s.window.detail.focus_body()
    await until(lambda: s.window.in_detail)
    await s.act()
    await until(lambda: any(one.hasFocus() for one in s.window.detail.body.findChildren(QLineEdit)))


async def next_pane(s: Scene) -> None:
    """The keyboard is in the detail."""
    await s.act()
    await until(lambda: s.window.in_detail)


def turns(name: str) -> Check:
    """The page is shown."""

    async def check(s: Scene) -> None:
        s.window.detail.turn_to(2 if name == "overview" else 1)
        await s.act()
        assert s.window.detail.page() == name

    return check


def zooms(before: int, larger: int) -> Check:
    """The rows of the body are higher, lower, or as at first."""

    async def check(s: Scene) -> None:
        s.window.detail.zoom(0)
        usual = s.text.painter.height
        if before:
            s.window.detail.zoom(before)
        await s.act()
        found = s.text.painter.height
        assert (found > usual) - (found < usual) == larger
        s.window.detail.zoom(0)

    return check


def dresses(choice: theme.Choice) -> Check:
    """The look is put on and kept."""

    async def check(s: Scene) -> None:
        await s.act()
        await until(lambda: choice == theme.THEME.choice)
        assert s.desk.habits.settings.theme == choice
        if choice != "system":
            assert theme.tokens().scheme == choice

    return check


async def full_screen(s: Scene) -> None:
    """The window takes the whole screen."""
    await s.act()
    await until(s.window.isFullScreen)


async def letters(s: Scene) -> None:
    """Single letters are off and on again."""
    resend_action = s.parts.desktop.actions.by_name["resend"]
    await s.act()
    await until(lambda: not s.desk.habits.settings.single_keys)
    assert [key.toString() for key in resend_action.shortcuts()] == ["Ctrl+R"]
    s.desk.habits.allow_single_keys(True)
    assert [key.toString() for key in resend_action.shortcuts()] == ["Ctrl+R", "R"]


def filters(term: str, *, out: bool) -> Check:
    """The term stands in the filter, and the list is what is left."""

    async def check(s: Scene) -> None:
        column = next(one for one in COLUMNS if one.name == term)
        row = s.window.model.cache.peek(s.id)
        assert row is not None
        value = column.value(row)
        await s.act()
        await until(lambda: s.window.toolbar.filter.text() != "")
        written = s.window.toolbar.filter.text()
        assert written.startswith(f"-{column.term}:" if out else f"{column.term}:")
        assert str(value) in written
        await until(lambda: s.window.model.rowCount() == 0 if out else s.window.model.rowCount() >= COUNT)

    return check


async def listen(s: Scene) -> None:
    """The port is closed; then it is open again where it was."""
    url = s.url
    await s.act()
    await until(lambda: not s.parts.bridge.health.listening)
    s.desk.listening.toggle()
    await until(lambda: s.parts.bridge.health.listening)
    assert s.url == url


def tells(status: int) -> Check:
    """Senders are told this status."""

    async def check(s: Scene) -> None:
        await s.act()
        await until(lambda: status_now(s) == status)
        total = await s.count("")
        assert await s.told() == status
        await until(lambda: s.window.total == total + 1)
        s.desk.listening.respond_with(200)
        await until(lambda: status_now(s) == 200)

    return check


async def take_url_back(s: Scene) -> None:
    """The local address is shown again."""
    s.desk.habits.change({"public_url": "https://hooks.example"})
    s.parts.desktop.actions.refresh()
    await s.act()
    await until(lambda: s.desk.habits.settings.public_url == "")


async def close(s: Scene) -> None:
    """The window goes."""
    await s.act()
    await until(lambda: not s.window.isVisible())


def sorts(column: str) -> Check:
    """The list stands in the order of this column; without one newest first."""

    async def check(s: Scene) -> None:
        s.desk.listing.sort_by(Sort(column="size" if column != "size" else "path"))
        await s.act()
        await until(lambda: (s.desk.listing.sort.column if s.desk.listing.sort else "") == column)
        s.desk.listing.sort_by(None)

    return check


def shows(column: str) -> Check:
    """The column comes and goes."""
    place = [one.name for one in COLUMNS].index(column)

    async def check(s: Scene) -> None:
        hidden = s.window.table.isColumnHidden(place)
        await s.act()
        await until(lambda: s.window.table.isColumnHidden(place) is not hidden)
        await s.act()
        await until(lambda: s.window.table.isColumnHidden(place) is hidden)

    return check


async def reset_columns(s: Scene) -> None:
    """The columns are those that are there at first."""
    place = [one.name for one in COLUMNS].index("host")
    s.window.table.setColumnHidden(place, False)
    await s.act()
    await until(lambda: s.window.table.isColumnHidden(place))


def status_now(s: Scene) -> int:
    """The status that the engine says senders are told."""
    chosen = s.parts.bridge.health.response
    return 200 if chosen is None else chosen.status
