"""Every entry of every menu, clicked in a real window over a real engine, and what it did."""

from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from inspector.gui.commands.registry import COMMANDS
from inspector.gui.life import Parts
from inspector.gui.models.columns import COLUMNS
from tests.gui.stage import Loop, until
from tests.gui.test_application import parts
from tests.gui.whole.effects import EFFECTS, EFFECTS_OF_KINDS
from tests.gui.whole.effects_on_captures import Check
from tests.gui.whole.playing import Turn, play
from tests.gui.whole.scene import Scene

__all__ = ["parts"]

BY_KEY = frozenset(one.name for one in COMMANDS if one.keys or one.letters) - {"fold-one"}
"""Commands that the test of keys runs, and that are possible with no more than a capture selected."""
BY_BAR = frozenset(one.name for one in COMMANDS)
"""Commands that keys or the menu bar run."""

Way = tuple[str, ...]
"""The titles that are clicked, one below the other; the last is the name of the entry's command."""


def name_of(action: QAction) -> str:
    """What an entry is known by: its command, or what it offers at the moment (`copy-header:Host`)."""
    return str(action.data() or "")


def ways(menu: QMenu, above: Way) -> Iterator[Way]:
    """The way to every entry of a menu and of those below it, as they are now."""
    menu.aboutToShow.emit()
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from ways(below, (*above, below.title()))
        elif not action.isSeparator():
            yield (*above, name_of(action) or action.text())


def check_of(way: Way, elsewhere: Collection[str]) -> Check | None:
    """What shows the effect of an entry; of a command that runs `elsewhere`, whole, that a click starts it will do."""
    name = way[-1]
    kind, colon, _ = name.partition(":")
    if colon:
        return EFFECTS_OF_KINDS.get(kind)
    return starts(name) if name in elsewhere else EFFECTS.get(name)


def starts(name: str) -> Check:
    """The command is started, and no other."""

    async def check(s: Scene) -> None:
        started: list[str] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(s.parts.desktop.actions, "_run", lambda command: started.append(command.name))
            await s.act()
            await until(lambda: started)
        assert started == [name]

    return check


async def click(menu: QMenu, way: Way) -> None:
    """Go through an open menu to an entry and click it."""
    await until(menu.isVisible)
    for title in way[:-1]:
        entry = next(one for one in menu.actions() if isinstance(below := one.menu(), QMenu) and below.title() == title)
        assert entry.isEnabled(), f"{title} cannot be opened"
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
        below = entry.menu()
        assert isinstance(below, QMenu)
        menu = below
        await until(menu.isVisible)
    entry = next(one for one in menu.actions() if way[-1] in (name_of(one), one.text()))
    assert entry.isEnabled(), f"{way[-1]} cannot be clicked"
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())


async def by_bar(way: Way, scene: Scene) -> None:
    """Click an entry of the menu bar."""
    bar = scene.window.menuBar()
    top = next(one for one in bar.actions() if one.text() == way[0])
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(top).center())
    menu = top.menu()
    assert isinstance(menu, QMenu)
    await click(menu, way[1:])


async def by_row(way: Way, scene: Scene) -> None:
    """Click with the right button on the cell with the event, then on an entry."""
    table = scene.window.table
    place = [column.name for column in COLUMNS].index("event")
    table.show_menu_at(table.visualRect(table.currentIndex().siblingAtColumn(place)).center())
    await click(scene.parts.desktop.actions.row_menu, way)


def test_every_entry_of_the_menu_bar_does_what_it_says(loop: Loop, parts: Parts, tmp_path: Path) -> None:
    """In the store, on the clipboard, in a file or in the window; an entry without a check of its effect fails.

    Of commands with a key, whose effect is seen where keys are pressed, that a click starts them.
    """
    unchecked: list[Way] = []
    seen: set[str] = set()

    def turns(scene: Scene) -> Iterator[Turn]:
        scene.desk.habits.change({"recent_stores": (str(tmp_path / "other.db"),)})
        tops = [one for one in scene.window.menuBar().actions() if isinstance(one.menu(), QMenu)]
        found = [way for top in tops for way in ways(top.menu(), (top.text(),))]  # type: ignore[arg-type]
        seen.update(way[-1] for way in found)
        unchecked.extend(way for way in found if check_of(way, BY_KEY) is None)
        for way in sorted(found, key=lambda way: way[-1] == "close"):
            check = check_of(way, BY_KEY)
            if check is not None:
                yield " › ".join(way), partial(by_bar, way), check

    failed = play(loop, parts, tmp_path, turns)

    assert failed == {}
    assert unchecked == []
    assert {one.name for one in COMMANDS} - seen == set()


def test_every_entry_of_the_menu_of_a_row_does_what_it_says(loop: Loop, parts: Parts, tmp_path: Path) -> None:
    """The same, for what a click with the right button offers."""
    unchecked: list[Way] = []

    def turns(scene: Scene) -> Iterator[Turn]:
        actions = scene.parts.desktop.actions
        place = [column.name for column in COLUMNS].index("event")
        actions.open_row_menu(scene.window.mapToGlobal(QPoint(300, 300)), place)
        found = list(ways(actions.row_menu, ()))
        actions.row_menu.hide()
        unchecked.extend(way for way in found if check_of(way, BY_BAR) is None)
        for way in found:
            check = check_of(way, BY_BAR)
            if check is not None:
                yield " › ".join(way), partial(by_row, way), check

    failed = play(loop, parts, tmp_path, turns)

    assert unchecked == []
    assert failed == {}
    assert QGuiApplication.clipboard().text()
