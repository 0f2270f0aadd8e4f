"""Behind the window: what it finds again, and how it ends."""

import asyncio
from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication

from inspector.core.paths import Paths
from inspector.core.settings import Settings
from inspector.gui.application import make_window
from inspector.gui.life import build, live
from inspector.gui.memory import Memory
from inspector.gui.opening import open_list
from inspector.gui.signals import Signals
from inspector.gui.single_window import SingleWindow
from tests.gui.stage import Loop, fill, until


@pytest.fixture
def signals() -> Signals:
    """Nobody tells the program to end."""
    return Signals()


def once(loop: Loop, paths: Paths, signals: Signals, *, select: int | None, close_at_once: bool = False) -> int | None:
    """One life of a window: it selects a capture, or says which one is selected."""
    window, memory, found = make_window(paths), Memory(paths.config), [0]
    memory.load()
    single = SingleWindow(paths.server_name)
    assert single.claim()

    async def play() -> None:
        await until(lambda: window.model.rowCount() == 9 and parts.bridge.health.listening)
        if select is not None:
            window.table.select_id(select)
        await until(lambda: parts.desktop.desk.selection.shown is not None)
        found[0] = parts.desktop.desk.selection.ids()[0]
        window.close()

    async def life() -> int:
        window.show()
        if close_at_once:
            window.close()
            return await live(parts, signals)
        task = asyncio.ensure_future(play())
        code = await live(parts, signals)
        await task
        return code

    opened = open_list(window, paths, memory) if close_at_once else None

    async def begin() -> None:
        nonlocal opened
        opened = opened or open_list(window, paths, memory)

    loop.run(begin())
    assert opened is not None
    parts = build(window, paths, Settings(), opened, host=None, port=0, single=single, memory=memory)
    assert loop.run(life(), seconds=60) == 0
    return found[0]


def test_the_selection_of_last_time_is_found_again(
    loop: Loop, qapp: QApplication, paths: Paths, signals: Signals
) -> None:
    """The next window on the same store begins where this one ended."""
    with closing(fill(paths.store, 9)):
        pass

    assert once(loop, paths, signals, select=4) == 4
    assert once(loop, paths, signals, select=None) == 4
    signals.close()


def test_a_window_that_is_closed_while_it_is_loaded_ends(
    loop: Loop, qapp: QApplication, paths: Paths, signals: Signals
) -> None:
    """Nobody is left with a program that has no window."""
    assert once(loop, paths, signals, select=None, close_at_once=True) == 0
    signals.close()
