"""Other stores: each has a window, and a process, of its own; this one stays as it is."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QProcess

from inspector.core.paths import Paths
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.habits import Habits
from inspector.gui.recent import recent
from inspector.gui.tasks import off
from inspector.gui.views.notice_bar import Notice

MAGIC = b"SQLite format 3\0"
"""How a store begins."""
MOST = 8
"""Stores that are offered again."""

Start = Callable[[Sequence[str]], bool]


def start_program(arguments: Sequence[str]) -> bool:
    """Start the program again beside this one, which it outlives; False where that failed."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "inspector"]
    return QProcess.startDetached(program[0], [*program[1:], *arguments])[0]


class Stores:
    """Opens stores and remembers which were open. A store that has a window already is raised by the second start."""

    def __init__(self, *, paths: Paths, habits: Habits, asking: Asking, start: Start = start_program) -> None:
        self._paths = paths
        self._habits = habits
        self._asking = asking
        self._start = start

    def remember(self) -> None:
        """Note that the store of this window is open; a temporary one is soon gone."""
        if not self._paths.temporary:
            self._note(str(self._paths.store))

    def recent(self) -> tuple[str, ...]:
        """Stores that were open and are not the one of this window, the last one first."""
        return tuple(path for path in self._habits.settings.recent_stores if path != str(self._paths.store))

    def forget(self) -> None:
        """Offer none of them any more; the stores themselves stay."""
        self._habits.change({"recent_stores": ()})

    def open(self, path: Path, *, new: bool = False) -> None:
        """Open a store in a window of its own; with `new` it is begun, unless there is one of that name already."""
        self._asking.start(self._open(path, new=new), name="opening a store")

    async def _open(self, path: Path, *, new: bool) -> None:
        if path == self._paths.store:
            self._tell(words.tr("This is the store of this window."))
            return
        trouble = await off(trouble_with, path, new=new)
        if trouble:
            self._tell(trouble)
        elif self._start(("--store", str(path), "--config-dir", str(self._paths.config))):
            self._note(str(path))
        else:
            self._tell(words.tr("The program could not be started again for %1.").replace("%1", str(path)))

    def _tell(self, text: str) -> None:
        self._asking.post(Notice(text=text, kind="warns", key="stores", seconds=8))

    def _note(self, path: str) -> None:
        before = self._habits.settings.recent_stores
        stores = recent(path, before, MOST)
        if stores != before:
            self._habits.change({"recent_stores": stores})


def trouble_with(path: Path, *, new: bool) -> str:
    """Why a file cannot be opened as a store, as a sentence; empty where it can.

    What is no database must not reach the engine: it would take it for a damaged store and set it aside.
    """
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except FileNotFoundError:
        if new:
            return ""
        return words.tr("There is no store at %1 any more.").replace("%1", str(path))
    except OSError as error:
        return words.tr("%1 cannot be read: %2.").replace("%1", str(path)).replace("%2", error.strerror or str(error))
    if start in (b"", MAGIC):
        return ""
    return words.tr("%1 is no store of this program.").replace("%1", path.name)
