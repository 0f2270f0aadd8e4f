"""Behind the window: what it finds again, and how it ends."""

import asyncio
import logging
import multiprocessing
import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from inspector import settings_file
from inspector.core.messages import Erase
from inspector.core.paths import Paths
from inspector.core.settings import Settings
from inspector.gui.application import make_window
from inspector.gui.controllers.stores import Stores
from inspector.gui.life import build, come_to_front, live
from inspector.gui.loop import new_loop
from inspector.gui.memory import Memory
from inspector.gui.opening import Opened, open_list
from inspector.gui.signals import Signals
from inspector.gui.single_window import SingleWindow
from inspector.gui.views.preferences.preferences_dialog import PreferencesDialog
from inspector.log_file import start_log
from tests.gui.commands.conftest import Stage, stage
from tests.gui.stage import Loop, fill, until

__all__ = ["stage"]


@pytest.fixture(autouse=True)
def lives_on(qapp: QApplication) -> Iterator[None]:
    """The program does not end with its last window, as when it runs."""
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(True)


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
        try:
            code = await live(parts, signals)
        except ValueError:
            task.cancel()
            raise
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
    with closing(new_loop(qapp)) as another:
        assert once(Loop(another), paths, signals, select=None) == 4
    signals.close()


def test_what_fails_leaves_no_engine_behind(
    loop: Loop, paths: Paths, signals: Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error is raised, and the engine has ended."""
    engines: list[multiprocessing.process.BaseProcess] = []

    def fail(stores: Stores) -> None:
        engines.extend(multiprocessing.active_children())
        raise ValueError("no")

    monkeypatch.setattr(Stores, "remember", fail)
    with closing(fill(paths.store, 9)), pytest.raises(ValueError, match="no"):
        once(loop, paths, signals, select=4)
    signals.close()

    assert engines
    assert not [one for one in engines if one.is_alive()]


def test_a_window_that_is_closed_while_it_is_loaded_ends(
    loop: Loop, qapp: QApplication, paths: Paths, signals: Signals
) -> None:
    """Nobody is left with a program that has no window."""
    assert once(loop, paths, signals, select=None, close_at_once=True) == 0
    signals.close()


def removed(loop: Loop, paths: Paths, wanted: Erase) -> list[str]:
    """One life of a window that is closed to remove things; gives what was said behind it."""
    window, said = make_window(paths), list[str]()
    single, ended = SingleWindow(paths.server_name), asyncio.Event()
    assert single.claim()

    async def begin() -> Opened:
        return open_list(window, paths, Memory(paths.config))

    opened = loop.run(begin())
    parts = build(window, paths, Settings(), opened, host=None, port=0, single=single, memory=Memory(paths.config))

    async def play() -> None:
        await until(lambda: window.model.rowCount() == 9 and parts.bridge.health.listening)
        parts.desktop.desk.erasing.choose(wanted)
        window.close()
        while not ended.is_set():
            for box in QApplication.topLevelWidgets():
                if isinstance(box, QMessageBox) and box.isVisible():
                    said.append(box.text())
                    box.close()
            await asyncio.sleep(0.01)

    async def life() -> None:
        window.show()
        signals = Signals()
        task = asyncio.ensure_future(play())
        await live(parts, signals)
        ended.set()
        await task
        signals.close()

    loop.run(life(), seconds=60)
    return said


@pytest.mark.usefixtures("qapp")
def test_everything_is_removed_behind_the_window(loop: Loop, paths: Paths) -> None:
    """Store, settings, the shape of the window and the log; nothing needs to be said."""
    fill(paths.store, 9).close()
    settings_file.change(paths.settings, lambda settings: replace(settings, theme="dark"))
    start_log(paths.logs)

    assert removed(loop, paths, Erase(captures=True, secrets=True, settings=True)) == []
    logging.getLogger("inspector.test").info("Nothing begins it anew")
    folders = (paths.store.parent, paths.config, paths.logs)
    assert [file for folder in folders for file in folder.rglob("*") if file.is_file()] == []


@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_removed_is_said_after_the_window_has_gone(loop: Loop, paths: Paths) -> None:
    """A store that another process uses stays, whole; the rest goes."""
    settings_file.change(paths.settings, lambda settings: replace(settings, theme="dark"))
    with closing(fill(paths.store, 9)):
        (sentence,) = removed(loop, paths, Erase(captures=True, settings=True))

    assert "is used by" in sentence
    assert paths.store.exists()
    assert not paths.settings.exists()


def test_a_dialog_stays_over_the_window_that_comes_to_the_front(stage: Stage) -> None:
    """The keyboard goes to the one that has to be answered first."""
    stage.press("log")
    [dialog] = [one for one in stage.window.findChildren(QDialog) if one.isVisible()]
    stage.loop.until(lambda: QApplication.activeWindow() is dialog)
    stage.do(lambda: come_to_front(stage.window))
    stage.loop.pause(0.2)

    assert QApplication.topLevelAt(dialog.mapToGlobal(dialog.rect().center())) is dialog
    stage.loop.until(lambda: QApplication.activeWindow() is dialog)


@pytest.mark.usefixtures("qapp")
def test_the_listener_moves_from_the_preferences(loop: Loop, paths: Paths) -> None:
    """To a free port at once; a taken one is said beside the field, and the listener stays where it is."""
    fill(paths.store, 9).close()
    window, single = make_window(paths), SingleWindow(paths.server_name)
    assert single.claim()

    async def begin() -> Opened:
        return open_list(window, paths, Memory(paths.config))

    opened = loop.run(begin())
    parts = build(window, paths, Settings(), opened, host=None, port=0, single=single, memory=Memory(paths.config))

    async def play(taken: int) -> None:
        await until(lambda: parts.bridge.health.listening)
        first = parts.bridge.health.listening[0]
        parts.desktop.actions.by_name["preferences"].trigger()
        dialog = window.findChild(PreferencesDialog)
        assert dialog is not None
        row = dialog.rows["port"]
        dialog.wanted.emit("port", taken)
        await until(lambda: f"goes on listening at {first}" in row.remark.text())
        with socket.create_server(("127.0.0.1", 0)) as other:
            free = other.getsockname()[1]
        dialog.wanted.emit("port", free)
        await until(lambda: parts.bridge.health.listening[0] == f"http://127.0.0.1:{free}")
        await until(lambda: settings_file.read(paths.settings).port == free)
        settings_file.change(paths.settings, lambda settings: replace(settings, theme="dark"))
        await until(lambda: parts.desktop.desk.habits.settings.theme == "dark")
        dialog.reject()
        window.close()

    async def life() -> None:
        window.show()
        signals = Signals()
        with socket.create_server(("127.0.0.1", 0)) as taken:
            task = asyncio.ensure_future(play(taken.getsockname()[1]))
            await live(parts, signals)
            await task
        signals.close()

    loop.run(life(), seconds=60)
