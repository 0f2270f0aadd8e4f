"""A whole window over a real store, with an engine that only notes what it is asked."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.core.paths import Paths
from inspector.core.settings import Settings
from inspector.gui.application import make_window
from inspector.gui.commands.desk import Desk
from inspector.gui.commands.registry import find
from inspector.gui.desktop import Desktop, make_desk
from inspector.gui.memory import Memory
from inspector.gui.opening import Opened, open_list
from inspector.gui.views.main_window import MainWindow
from inspector.store.store import Store
from tests.gui.stage import FakeEngine, Loop, fill

RUNS = Health(listening=("http://127.0.0.1:8765",), keyring="the system keyring")


@dataclass
class Stage:
    """The window, what is behind it, and the loop that it runs in."""

    desktop: Desktop
    engine: FakeEngine
    store: Store
    loop: Loop

    @property
    def desk(self) -> Desk:
        """What commands work with."""
        return self.desktop.desk

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self.desk.window

    def do(self, act: Callable[[], object]) -> None:
        """Call something inside the loop."""

        async def main() -> None:
            act()

        self.loop.run(main())

    def run(self, name: str) -> None:
        """Run a command."""
        self.do(lambda: find(name).run(self.desk))

    def press(self, name: str) -> None:
        """Trigger the action of a command, as its key and its menu entry do."""
        self.do(self.desktop.actions.by_name[name].trigger)

    def select(self, *ids: int) -> None:
        """Select captures and wait until one of them is in the detail."""
        self.do(lambda: self.window.table.select_id(ids[0]))
        self.do(lambda: self._select_too(ids[1:]))
        self.loop.until(lambda: (shown := self.desk.selection.shown) is not None and shown.id in ids)
        self.engine.asked.clear()

    def _select_too(self, ids: Sequence[int]) -> None:
        selection, model = self.window.table.selectionModel(), self.window.model
        for id in ids:
            row = model.row_of(id)
            assert row is not None
            selection.select(model.index(row, 0), selection.SelectionFlag.Select | selection.SelectionFlag.Rows)


@pytest.fixture
def stage(loop: Loop, paths: Paths, qtbot: QtBot) -> Iterator[Stage]:
    """Nine captures are listed, and the engine listens."""
    with closing(fill(paths.store, 9)) as store, staged(store, loop, paths, qtbot) as made:
        loop.until(lambda: made.window.total == 9 and made.window.model.rowCount() == 9)
        yield made


@contextmanager
def staged(store: Store, loop: Loop, paths: Paths, qtbot: QtBot) -> Iterator[Stage]:
    """A window over a store whose captures are being read."""
    engine = FakeEngine(health=RUNS)
    window = make_window(paths)
    qtbot.addWidget(window)

    async def open_it() -> Opened:
        return open_list(window, paths, Memory(paths.config))

    opened = loop.run(open_it())
    desk = make_desk(window, opened, engine, paths=paths, settings=Settings(), host=None)
    made = Stage(desktop=Desktop(desk, opened.reader), engine=engine, store=store, loop=loop)
    made.do(window.show)
    made.do(lambda: window.show_health(RUNS))
    made.do(made.desktop.read_all)
    yield made
    opened.reader.close()
